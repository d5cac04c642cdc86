package org.attune.learning;

/**
 * How a challenger's scores of decisions compare with the champion's.
 *
 * @param decisions it scored
 * @param otherFirst in how many of them another action would have come first, exploration left aside
 * @param moved mean distance of its propensities from the champion's, 0 to 1
 * @param missed decisions it could not score because too many came at once
 */
public record ShadowFigures(long decisions, long otherFirst, double moved, long missed) {
    /** None so far. */
    public static final ShadowFigures NONE = new ShadowFigures(0, 0, 0, 0);

    /** Share of the scored decisions in which another action would have come first, 0 to 1. */
    public double otherShare() {
        return decisions == 0 ? 0 : (double) otherFirst / decisions;
    }
}
