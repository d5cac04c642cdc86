package org.attune.simulation.engine;

/**
 * How the truth changes: some actions get coefficients that have nothing to do with their old ones, all at once or little by
 * little.
 *
 * @param from number of the decision at which the change begins
 * @param until number of the decision at which it is complete; the same as {@code from} for an abrupt change
 * @param share of the actions that change, 0 to 1
 */
public record Drift(long from, long until, double share) {
    /** Nothing changes. */
    public static final Drift NONE = new Drift(Long.MAX_VALUE, Long.MAX_VALUE, 0);

    /** @throws IllegalArgumentException for a change that ends before it begins, or an impossible share */
    public Drift {
        if (until < from || !(share >= 0 && share <= 1)) {
            throw new IllegalArgumentException("A drift ends after it began and changes a share between 0 and 1");
        }
    }

    /** From one decision to the next. */
    public static Drift abrupt(long at, double share) {
        return new Drift(at, at, share);
    }

    /** How much of the change has happened, 0 to 1. */
    double progress(long decision) {
        return decision < from ? 0 : decision >= until ? 1 : (decision - from) / (double) (until - from);
    }
}
