package org.attune.history.engine;

import org.jspecify.annotations.Nullable;

/** The arithmetic of rates and of the difference between two. Sources: Wilson 1927 for a rate, Newcombe 1998 for a difference. */
public final class Rates {
    private Rates() {}

    /** An interval. */
    public record Interval(double low, double high) {
        /** Whether a value lies inside, ends included. */
        public boolean holds(double value) {
            return low <= value && value <= high;
        }
    }

    /** The 95 % Wilson interval of a rate, null when there are no trials. */
    public static @Nullable Interval wilson(long successes, long trials) {
        return trials <= 0 ? null : wilson((double) successes / trials, trials);
    }

    private static Interval wilson(double p, double n) {
        double z2 = Normal.TWO_SIDED * Normal.TWO_SIDED;
        double centre = (p + z2 / (2 * n)) / (1 + z2 / n);
        double half = Normal.TWO_SIDED / (1 + z2 / n) * Math.sqrt(p * (1 - p) / n + z2 / (4 * n * n));
        return new Interval(Math.max(0, centre - half), Math.min(1, centre + half));
    }

    /**
     * The 95 % Wilson interval of a rate whose trials come in customers: with as many trials as the design effect leaves of them (Kish
     * 1965). Null when there are no trials.
     */
    public static @Nullable Interval wilson(Sums sums) {
        return sums.units() <= 0 ? null : wilson(sums.mean(), sums.units() / sums.designEffect());
    }

    /**
     * The difference between two rates, in shares.
     *
     * @param interval 95 % by Newcombe's hybrid score (1998, method 10)
     */
    public record Gap(double value, Interval interval) {}

    /** How much larger the first rate is; null when either side has no trials. */
    public static @Nullable Gap gap(long success, long trials, long otherSuccess, long otherTrials) {
        return gap(Sums.independent(success, trials), Sums.independent(otherSuccess, otherTrials));
    }

    /** The same for rates whose trials come in customers. */
    public static @Nullable Gap gap(Sums ones, Sums others) {
        Interval one = wilson(ones);
        Interval other = wilson(others);
        if (one == null || other == null) {
            return null;
        }
        double p = ones.mean();
        double q = others.mean();
        double below = Math.hypot(p - one.low, other.high - q);
        double above = Math.hypot(one.high - p, q - other.low);
        return new Gap(p - q, new Interval(p - q - below, p - q + above));
    }

    /**
     * The ratio of two rates, such as help received by one cohort and by another.
     *
     * @param value first rate / second rate, 1 for no difference
     * @param interval 95 %, by the delta method on the logarithm (Katz and others 1978)
     */
    public record Ratio(double value, Interval interval) {}

    /** How many times the first rate is the second; null when either side has no trials or no success. */
    public static @Nullable Ratio ratio(long success, long trials, long otherSuccess, long otherTrials) {
        if (success <= 0 || otherSuccess <= 0 || trials <= 0 || otherTrials <= 0) {
            return null;
        }
        double log = Math.log((double) success / trials) - Math.log((double) otherSuccess / otherTrials);
        double se = Math.sqrt(1.0 / success - 1.0 / trials + 1.0 / otherSuccess - 1.0 / otherTrials);
        double half = Normal.TWO_SIDED * se;
        return new Ratio(Math.exp(log), new Interval(Math.exp(log - half), Math.exp(log + half)));
    }
}
