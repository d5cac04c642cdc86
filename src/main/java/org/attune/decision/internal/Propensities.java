package org.attune.decision.internal;

import java.util.List;
import java.util.Map;
import org.attune.learning.Models;
import org.attune.learning.engine.Contribution;
import org.attune.learning.engine.ModelPath;

/** Where a decision gets its propensities from: the live models, or, in a replay or a proof, an engine of its own. */
public interface Propensities {
    /** Predictions for all subjects by one state of the models. */
    Models.Predictions predict(Map<String, Object> situation, List<Models.Subject> subjects);

    /** What each predictor adds to a score. */
    List<Contribution> explain(ModelPath path, double startingPropensity, Map<String, Object> situation);

    /** The live models. */
    static Propensities of(Models models) {
        return new Propensities() {
            @Override
            public Models.Predictions predict(Map<String, Object> situation, List<Models.Subject> subjects) {
                return models.predict(situation, subjects);
            }

            @Override
            public List<Contribution> explain(
                    ModelPath path, double startingPropensity, Map<String, Object> situation) {
                return models.explain(path, startingPropensity, situation);
            }
        };
    }
}
