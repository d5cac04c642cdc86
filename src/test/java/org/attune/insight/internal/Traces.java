package org.attune.insight.internal;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.attune.decision.DecisionTrace;
import org.attune.decision.DecisionTrace.Candidate;
import org.attune.decision.DecisionTrace.Score;
import org.attune.kernel.Channel;
import org.attune.kernel.CustomerId;
import org.attune.kernel.DecisionId;
import org.attune.kernel.LocalText;

/** Makes traces by hand. */
public final class Traces {
    private Traces() {}

    /** A trace with nothing known. */
    public static DecisionTrace of(Candidate... candidates) {
        return of(Map.of(), candidates);
    }

    /** A trace in which this was known. */
    public static DecisionTrace of(Map<String, Object> facts, Candidate... candidates) {
        return of("main", facts, candidates);
    }

    /** A trace of an arm. */
    public static DecisionTrace of(String arm, Map<String, Object> facts, Candidate... candidates) {
        return new DecisionTrace(
                DecisionId.next(),
                CustomerId.next(),
                Instant.EPOCH,
                Channel.WEB,
                "",
                null,
                1,
                0,
                arm,
                7,
                900,
                false,
                new TreeMap<>(facts),
                new TreeMap<>(),
                List.of(candidates),
                null,
                List.of());
    }

    /** An action that came through, its priority being the product of its factors. */
    public static Candidate ranked(
            String action, int rank, double propensity, double context, double value, double lever) {
        double priority = propensity * context * value * lever;
        Score score = new Score(propensity, propensity, 100, context, value, lever, priority, 0.5);
        return new Candidate(
                action,
                "group",
                "service",
                LocalText.same(action),
                "ranked",
                "",
                Map.of(),
                null,
                score,
                rank,
                List.of());
    }

    /** An action that was stopped. */
    public static Candidate stopped(String action, String stage, String rule, Map<String, Object> values) {
        return new Candidate(
                action,
                "group",
                "sales",
                LocalText.same(action),
                stage,
                rule,
                values,
                new LocalText("Stopped", "Arrêtée"),
                null,
                0,
                List.of());
    }
}
