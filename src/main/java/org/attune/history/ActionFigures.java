package org.attune.history;

import org.attune.history.engine.Lift;
import org.jspecify.annotations.Nullable;

/**
 * Counts of one action over a period. Offers count once in each column they reached: an accepted one was also shown and
 * presented, a fulfilled one also accepted. A cancelled acceptance counts as presented and no more. All counts but
 * {@code control} leave the control arm out.
 *
 * @param control the same counts for the control arm: presented and accepted
 * @param imported how much of the counts above was imported and not decided by Attune
 * @param compared accepted of presented, main arm against control, where the two can be compared
 */
public record ActionFigures(
        String action,
        String issue,
        long shown,
        long presented,
        long accepted,
        long declined,
        long notNow,
        long notOffered,
        long fulfilled,
        Control control,
        Imported imported,
        Comparison compared) {
    /** Presented and accepted in the control arm. */
    public record Control(long presented, long accepted) {}

    /** Imported answers: they are counted, yet nobody here proposed anything, so they cannot be compared with control. */
    public record Imported(long shown, long presented, long accepted) {}

    /** How much more often the action is accepted where Attune ranked it than where chance did. */
    public @Nullable Lift lift() {
        return compared.lift();
    }
}
