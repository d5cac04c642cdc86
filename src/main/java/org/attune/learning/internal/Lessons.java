package org.attune.learning.internal;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.attune.history.History;
import org.attune.history.LoggedAnswer;
import org.attune.history.Reversal;
import org.attune.kernel.Outcome;
import org.attune.learning.engine.LearningEngine;

/**
 * What each outcome teaches. Accepted is a positive answer, declined a negative one. Fulfilled adds the reward its action gives,
 * none as a rule. Cancelled makes up for the acceptance, once: a negative answer in the situation of the decision that weighs as
 * much as acceptance and reward did. An undo, which says that something never happened, is another thing: then it was never
 * learned. All else is neutral: not-now, not-offered and expired are no refusals, and an impression is no answer. Listening
 * ({@code none}) is never learned.
 */
final class Lessons {

    private static final String NONE = "none";

    /** Fingerprint of having learned nothing. */
    static final long NOTHING = 0x41747475_6E65L;

    private Lessons() {}

    /** Whether an entry with this outcome changes the model; so does taking it back. */
    static boolean teaches(Outcome outcome) {
        return switch (outcome) {
            case ACCEPTED, DECLINED, FULFILLED, CANCELLED -> true;
            case SHOWN, PRESENTED, NOT_NOW, NOT_OFFERED, EXPIRED -> false;
        };
    }

    /** Whether this entry takes back something that was learned. */
    static boolean unteaches(Reversal reversal) {
        return teaches(reversal.outcome());
    }

    /**
     * Learns a stretch of the log, from after one position to another, as the models at its end know it.
     *
     * @param data fingerprint of what the engine had learned before
     * @return the same with this stretch
     */
    static long learn(LearningEngine engine, History history, long after, long to, long data) {
        Set<Long> takenBack =
                history.reversals(after, to).stream().map(Reversal::reverses).collect(Collectors.toSet());
        LogPages pages = new LogPages(history, after, to);
        ReadAhead reader = new ReadAhead(engine);
        long learned = data;
        // What comes after the last entry, up to the end, are places that promotions took.
        for (List<LoggedAnswer> page = pages.next(); !page.isEmpty(); page = pages.next()) {
            learned = learn(reader, page, takenBack, learned);
        }
        engine.settle();
        return learned;
    }

    /** Learns entries but those taken back; they are not settled then. */
    static long learn(ReadAhead reader, List<LoggedAnswer> entries, Set<Long> takenBack, long data) {
        return reader.learn(
                entries.stream()
                        .filter(entry -> !takenBack.contains(entry.position()) && isLesson(entry))
                        .toList(),
                data);
    }

    private static boolean isLesson(LoggedAnswer entry) {
        return entry.reverses() == 0 && !entry.action().equals(NONE) && teaches(entry.outcome()) && entry.weight() > 0;
    }

    /** Tells entries apart by everything that is learned from them; the same in every JVM. */
    static long digest(LoggedAnswer entry) {
        long facts = 0;
        for (Map.Entry<String, Object> each : entry.situation().entrySet()) {
            Object value = each.getValue();
            long bits = value instanceof Number number
                    ? Double.doubleToLongBits(number.doubleValue())
                    : value.toString().hashCode();
            facts += mixed(0x9E3779B97F4A7C15L * each.getKey().hashCode() + bits); // in whatever order
        }
        long path = 31L * (31L * entry.action().hashCode() + entry.group().hashCode())
                + entry.issue().hashCode();
        long start = Double.doubleToLongBits(entry.startingPropensity());
        long weight = Double.doubleToLongBits(entry.weight());
        return mixed(facts
                        + mixed(path
                                + mixed(start
                                        + mixed(weight + entry.outcome().key().hashCode()))))
                + entry.position();
    }

    /** The finaliser of SplitMix64 (Steele, Lea, Flood 2014). */
    static long mixed(long z) {
        long y = (z ^ z >>> 30) * 0xBF58476D1CE4E5B9L;
        y = (y ^ y >>> 27) * 0x94D049BB133111EBL;
        return y ^ y >>> 31;
    }
}
