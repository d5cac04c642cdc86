package org.attune.history;

import java.util.Map;
import org.attune.kernel.Outcome;

/**
 * One entry of the outcome log as the learner reads it, in log order.
 *
 * @param position 1, 2, 3 ... without gaps in what is visible
 * @param reverses position of the entry this one takes back, 0 for an ordinary answer
 * @param weight how much it teaches, in answers: 1 as a rule, for a fulfilled one what its action says (0: nothing), for one
 *     that is cancelled after it was fulfilled both together
 * @param situation predictors frozen at decision time; empty for outcomes that teach nothing
 */
public record LoggedAnswer(
        long position,
        long reverses,
        String action,
        String issue,
        String group,
        double startingPropensity,
        Outcome outcome,
        double weight,
        Map<String, Object> situation) {

    /** An ordinary answer that counts once. */
    public LoggedAnswer(
            long position,
            long reverses,
            String action,
            String issue,
            String group,
            double startingPropensity,
            Outcome outcome,
            Map<String, Object> situation) {
        this(position, reverses, action, issue, group, startingPropensity, outcome, 1, situation);
    }
}
