package org.attune.arbitration.engine;

/** The arithmetic of priority: P x C x V x L. */
public final class Priority {
    /** Levers never move a priority below a tenth or above ten times. */
    public static final double LEVER_MIN = 0.1;

    public static final double LEVER_MAX = 10;

    private Priority() {}

    /** The context factor from the sum of matching weights in percent; never negative. */
    public static double context(int percent) {
        return Math.max(0, 1 + percent / 100.0);
    }

    /** The value factor. {@code mix} is the company's share, 0..1; both values are on one scale, 0..100. */
    public static double value(double mix, double companyValue, double customerValue) {
        return mix * companyValue + (1 - mix) * customerValue;
    }

    /** The lever factor from the levers of issue, group and action in percent, clamped to 0.1..10. */
    public static double lever(int issue, int group, int action) {
        return Math.clamp(1 + (issue + group + action) / 100.0, LEVER_MIN, LEVER_MAX);
    }

    /** The product of the factors; one that is switched off is passed as 1. */
    public static double of(double propensity, double context, double value, double lever) {
        return propensity * context * value * lever;
    }
}
