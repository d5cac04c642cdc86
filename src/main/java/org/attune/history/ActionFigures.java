package org.attune.history;

/**
 * Counts of one action over a period. Offers count once in each column they reached: an accepted one was also shown and
 * presented, a fulfilled one also accepted. A cancelled acceptance counts as presented and no more. All counts but
 * {@code control} leave the control arm out.
 *
 * @param control the same counts for the control arm: presented and accepted
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
        Control control) {
    /** Presented and accepted in the control arm. */
    public record Control(long presented, long accepted) {}
}
