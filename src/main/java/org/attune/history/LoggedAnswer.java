package org.attune.history;

import java.util.Map;
import org.attune.kernel.Outcome;

/**
 * One entry of the outcome log as the learner reads it, in log order.
 *
 * @param position 1, 2, 3 ... without gaps in what is visible
 * @param reverses position of the entry this one takes back, 0 for an ordinary answer
 * @param situation predictors frozen at decision time
 */
public record LoggedAnswer(
        long position,
        long reverses,
        String action,
        String issue,
        String group,
        double startingPropensity,
        Outcome outcome,
        Map<String, Object> situation) {}
