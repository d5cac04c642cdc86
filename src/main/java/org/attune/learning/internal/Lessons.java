package org.attune.learning.internal;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.attune.history.History;
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

    /** Learns a stretch of the log, from after one position to another, as the models at its end know it. */
    static void learn(LearningEngine engine, History history, long after, long to) {
        Set<Long> takenBack =
                history.reversals(after, to).stream().map(Reversal::reverses).collect(Collectors.toSet());
        LogPages pages = new LogPages(history, after, to);
        long position = after;
        while (position < to) {
            List<LoggedAnswer> page = pages.next();
            if (page.isEmpty()) {
                throw new IllegalStateException("The log ends at " + position + " before " + to);
            }
            learn(engine, page, takenBack);
            position = page.getLast().position();
        }
    }

    /** Learns entries but those taken back. */
    static void learn(LearningEngine engine, List<LoggedAnswer> entries, Set<Long> takenBack) {
        for (LoggedAnswer entry : entries) {
            if (!takenBack.contains(entry.position())) {
                learn(engine, entry);
            }
        }
    }

    /**
     * Learns one entry that was not taken back. An entry the engine refuses teaches nothing: it is refused at every replay, so
     * the model stays a function of the log.
     */
    private static void learn(LearningEngine engine, LoggedAnswer entry) {
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
