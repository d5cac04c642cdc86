package org.attune.studio;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.attune.arbitration.ArbitrationSettings;
import org.attune.arbitration.ContextWeight;
import org.attune.arbitration.ExplorationMethod;
import org.attune.arbitration.Factors;
import org.attune.arbitration.NoneThreshold;
import org.attune.catalog.Issue;
import org.attune.catalog.Lever;
import org.attune.strategy.Strategies;

/** How the list is put in order, as it is being edited. */
final class RankingDraft {
    Factors factors;
    double controlShare;
    double exploration;
    ExplorationMethod method;
    int top;
    final List<ContextWeight> weights;
    final List<NoneThreshold> thresholds;
    private final Map<String, Issue> issues = new LinkedHashMap<>();

    RankingDraft(Strategies.Arbitration base) {
        ArbitrationSettings settings = base.settings();
        factors = settings.factors();
        controlShare = settings.controlShare();
        exploration = settings.exploration();
        method = settings.explorationMethod();
        top = settings.top();
        weights = new ArrayList<>(settings.contextWeights());
        thresholds = new ArrayList<>(settings.thresholds());
        base.issues().forEach(each -> issues.put(each.key(), each));
    }

    List<Issue> issues() {
        return List.copyOf(issues.values());
    }

    void change(String issue, UnaryOperator<Issue> change) {
        issues.computeIfPresent(issue, (key, before) -> change.apply(before));
    }

    static Issue withMix(Issue issue, double mix) {
        return copy(issue, mix, issue.noneThreshold(), issue.lever());
    }

    static Issue withThreshold(Issue issue, double threshold) {
        return copy(issue, issue.mix(), threshold, issue.lever());
    }

    static Issue withLever(Issue issue, Lever lever) {
        return copy(issue, issue.mix(), issue.noneThreshold(), lever);
    }

    Strategies.Arbitration value() {
        return new Strategies.Arbitration(
                new ArbitrationSettings(factors, controlShare, exploration, top, weights, thresholds, method),
                issues());
    }

    private static Issue copy(Issue issue, double mix, double threshold, Lever lever) {
        return new Issue(issue.key(), issue.label(), mix, threshold, lever, issue.paused(), issue.engagement());
    }
}
