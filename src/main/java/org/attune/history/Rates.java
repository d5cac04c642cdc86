package org.attune.history;

import org.jspecify.annotations.Nullable;

/** The arithmetic of rates and lift. Sources: Wilson 1927 for a rate, Newcombe 1998 for a difference, delta method
 * for relative lift. */
public final class Rates {
    private static final double Z = 1.959963984540054;

    private Rates() {}

    /** An interval. */
    public record Interval(double low, double high) {}

    /** The 95 % Wilson interval of a rate, null when there are no trials. */
    public static @Nullable Interval wilson(long successes, long trials) {
        if (trials <= 0) {
            return null;
        }
        double n = trials;
        double p = successes / n;
        double z2 = Z * Z;
        double centre = (p + z2 / (2 * n)) / (1 + z2 / n);
        double half = Z / (1 + z2 / n) * Math.sqrt(p * (1 - p) / n + z2 / (4 * n * n));
        return new Interval(Math.max(0, centre - half), Math.min(1, centre + half));
    }

    /**
     * Relative lift of a rate over control.
     *
     * @param value (t - c) / c
     * @param significant whether the 95 % interval leaves out zero, and each side has at least five of each answer: with fewer, the
     *     interval is too narrow to be believed
     */
    public record Lift(double value, double standardError, Interval interval, boolean significant) {}

    /** The lift with its 95 % interval; null when either side has no trials or control no success. */
    public static @Nullable Lift lift(long success, long trials, long controlSuccess, long controlTrials) {
        if (trials <= 0 || controlTrials <= 0 || controlSuccess <= 0) {
            return null;
        }
        double t = (double) success / trials;
        double c = (double) controlSuccess / controlTrials;
        double ratio = t / c;
        double varT = t * (1 - t) / trials;
        double varC = c * (1 - c) / controlTrials;
        double se = Math.sqrt(varT / (c * c) + ratio * ratio * varC / (c * c));
        Interval interval = new Interval(ratio - 1 - Z * se, ratio - 1 + Z * se);
        boolean enough = enough(success, trials) && enough(controlSuccess, controlTrials);
        return new Lift(ratio - 1, se, interval, enough && (interval.low > 0 || interval.high < 0));
    }

    /**
     * The difference between two rates, in shares.
     *
     * @param interval 95 % by Newcombe's hybrid score (1998, method 10)
     */
    public record Gap(double value, Interval interval) {}

    /** How much larger the first rate is; null when either side has no trials. */
    public static @Nullable Gap gap(long success, long trials, long otherSuccess, long otherTrials) {
        Interval one = wilson(success, trials);
        Interval other = wilson(otherSuccess, otherTrials);
        if (one == null || other == null) {
            return null;
        }
        double p = (double) success / trials;
        double q = (double) otherSuccess / otherTrials;
        double below = Math.hypot(p - one.low, other.high - q);
        double above = Math.hypot(one.high - p, q - other.low);
        return new Gap(p - q, new Interval(p - q - below, p - q + above));
    }

    private static boolean enough(long successes, long trials) {
        return successes >= 5 && trials - successes >= 5;
    }
}
