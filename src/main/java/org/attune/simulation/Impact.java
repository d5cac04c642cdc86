package org.attune.simulation;

import java.time.Instant;
import java.util.List;
import org.attune.kernel.Channel;
import org.attune.kernel.DecisionId;
import org.attune.kernel.LocalText;

/**
 * What another strategy would change for customers: recorded decisions, each decided again under both.
 *
 * @param decided how many were decided under both
 * @param skipped how many could not be decided again: imported, or their trace was cleared away
 * @param changed how many lists differ in what is proposed or in its order
 * @param changedFirst how many begin with something else
 * @param silentBefore in how many nothing was proposed under the first
 * @param silentAfter in how many nothing was proposed under the second
 * @param actions what wins and loses, largest change first; what stays as often is left out
 * @param issues the same by issue
 * @param samples a few lists that differ
 */
public record Impact(
        int decided,
        int skipped,
        int changed,
        int changedFirst,
        int silentBefore,
        int silentAfter,
        List<Shift> actions,
        List<Shift> issues,
        List<Sample> samples) {
    public Impact {
        actions = List.copyOf(actions);
        issues = List.copyOf(issues);
        samples = List.copyOf(samples);
    }

    /**
     * How often something is proposed.
     *
     * @param key of the action or issue
     * @param issue its issue
     * @param before lists it is on under the first strategy
     * @param after lists it is on under the second
     * @param firstBefore lists it begins under the first
     * @param firstAfter lists it begins under the second
     */
    public record Shift(
            String key, LocalText label, String issue, int before, int after, int firstBefore, int firstAfter) {
        /** More (above 0) or less often. */
        public int change() {
            return after - before;
        }
    }

    /** One recorded decision whose list differs; both lists in order, empty where the advice is to listen. */
    public record Sample(
            DecisionId decision, Instant at, Channel channel, List<LocalText> before, List<LocalText> after) {}
}
