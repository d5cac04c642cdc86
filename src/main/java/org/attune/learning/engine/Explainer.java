package org.attune.learning.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Says how much each predictor moves a score away from what is usual for its action. */
final class Explainer {

    private final FeatureSpace space;
    private final Levels levels;
    private final Scorer scorer;

    Explainer(FeatureSpace space, Levels levels, Scorer scorer) {
        this.space = space;
        this.levels = levels;
        this.scorer = scorer;
    }

    /**
     * Contributions by size, the baseline first.
     *
     * @param logit what they add up to
     */
    List<Contribution> explain(ModelPath path, double logit, Map<String, Object> situation, Encoded x) {
        double rest = logit;
        ActionModel action = levels.action(path);
        double[] raw = scorer.contributions(
                x, action, levels.shared(path), space.predictors().size());
        List<Contribution> found = new ArrayList<>();
        for (int i = 0; i < raw.length; i++) {
            double part = raw[i] - action.usual(i);
            if (part != 0) {
                String name = space.predictors().get(i).name;
                found.add(new Contribution(name, situation.get(name), part));
                rest -= part;
            }
        }
        found.sort(Explainer::bySize);
        found.addFirst(new Contribution(Contribution.BASELINE, null, rest));
        return List.copyOf(found);
    }

    private static int bySize(Contribution one, Contribution other) {
        int size = Double.compare(Math.abs(other.logit()), Math.abs(one.logit()));
        return size != 0 ? size : one.predictor().compareTo(other.predictor());
    }
}
