package org.attune.learning.internal;

import org.attune.history.LoggedAnswer;
import org.attune.history.Reversal;
import org.attune.kernel.Outcome;
import org.attune.learning.engine.LearningEngine;
import org.attune.learning.engine.ModelPath;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What each outcome teaches. Accepted is a positive answer, declined a negative one. Cancelled is for now one more, negative
 * answer in the situation of the decision; the acceptance itself did happen and stays learned. All else is neutral: not-now
 * and not-offered are no refusals, and an impression is no answer. Listening ({@code none}) is never learned.
 */
final class Lessons {

    private static final Logger LOG = LoggerFactory.getLogger(Lessons.class);
    private static final String NONE = "none";

    private Lessons() {}

    /** Whether an entry with this outcome changes the model; so does taking it back. */
    static boolean teaches(Outcome outcome) {
        return outcome == Outcome.ACCEPTED || outcome == Outcome.DECLINED || outcome == Outcome.CANCELLED;
    }

    /** Whether this entry takes back something that was learned. */
    static boolean unteaches(Reversal reversal) {
        return teaches(reversal.outcome());
    }

    /**
     * Learns one entry that was not taken back. An entry the engine refuses teaches nothing: it is refused at every replay, so
     * the model stays a function of the log.
     */
    static void learn(LearningEngine engine, LoggedAnswer entry) {
        if (entry.reverses() > 0 || entry.action().equals(NONE) || !teaches(entry.outcome())) {
            return;
        }
        try {
            engine.learn(
                    new ModelPath(entry.issue(), entry.group(), entry.action()),
                    entry.startingPropensity(),
                    entry.situation(),
                    entry.outcome() == Outcome.ACCEPTED,
                    1);
        } catch (IllegalArgumentException e) {
            LOG.warn("Answer {} of the log cannot be learned from: {}", entry.position(), e.getMessage());
        }
    }
}
