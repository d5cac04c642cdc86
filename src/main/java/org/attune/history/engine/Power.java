package org.attune.history.engine;

/**
 * How many observations it takes to see an effect on a rate against a control group: two-sided test at 5 %, power 80 %.
 * {@code N = z^2 * (p1*q1/f + p2*q2/(1-f)) / delta^2} with z = 1.96 + 0.84, p1 the rate in control, p2 in the main arm, f the share of
 * control (Fleiss, Levin, Paik 2003, for unequal groups). N counts both arms.
 */
public final class Power {
    private static final double LARGEST = 1e15;

    private Power() {}

    /**
     * How many observations are needed by who looks once, when they are all there.
     *
     * @param base rate in control, above 0 and below 1
     * @param relative the effect to see, relative to the base: 0.2 for a fifth more
     * @param share of observations in control, above 0 and below 1
     * @throws IllegalArgumentException a rate or share outside its range, or no effect
     */
    public static long needed(double base, double relative, double share) {
        check(base, relative, share);
        double z = Normal.TWO_SIDED + Normal.POWER;
        double delta = base * relative;
        return Math.round(z * z * spread(base, relative, share) / (delta * delta));
    }

    /** The same for who looks as often as they like, by the always-valid interval of {@link Lift}. */
    public static long neededEveryLook(double base, double relative, double share) {
        check(base, relative, share);
        double effect = Math.abs(Math.log1p(relative));
        double low = 1;
        double high = LARGEST;
        while (high / low > 1 + 1e-9) {
            double middle = Math.sqrt(low * high);
            double variance = logVariance(base, relative, share) / middle;
            boolean seen = effect - Lift.everyLookHalf(variance) >= Normal.POWER * Math.sqrt(variance);
            if (seen) {
                high = middle;
            } else {
                low = middle;
            }
        }
        return (long) Math.ceil(high);
    }

    /** The probability, 0..1, that an effect is seen by who looks once, with so many observations. */
    public static double power(double units, double base, double relative, double share) {
        check(base, relative, share);
        double se = Math.sqrt(spread(base, relative, share) / units);
        double effect = Math.abs(base * relative) / se;
        return Normal.below(effect - Normal.TWO_SIDED) + Normal.below(-effect - Normal.TWO_SIDED);
    }

    /** The smallest effect upward that is seen with power 80 % by who looks once; infinite when none is. */
    public static double detectable(double units, double base, double share) {
        double most = 1 / base - 1;
        if (!(most > 0) || !(units > 0) || power(units, base, most * 0.999999, share) < 0.8) {
            return Double.POSITIVE_INFINITY;
        }
        double low = 0;
        double high = most * 0.999999;
        for (int i = 0; i < 60; i++) {
            double middle = (low + high) / 2;
            if (middle > 0 && power(units, base, middle, share) >= 0.8) {
                high = middle;
            } else {
                low = middle;
            }
        }
        return high;
    }

    private static double spread(double base, double relative, double share) {
        double other = base * (1 + relative);
        return base * (1 - base) / share + other * (1 - other) / (1 - share);
    }

    private static double logVariance(double base, double relative, double share) {
        double other = base * (1 + relative);
        return (1 - base) / (base * share) + (1 - other) / (other * (1 - share));
    }

    private static void check(double base, double relative, double share) {
        double other = base * (1 + relative);
        if (!(base > 0 && base < 1 && share > 0 && share < 1 && relative != 0 && other > 0 && other < 1)) {
            throw new IllegalArgumentException(
                    "base " + base + ", effect " + relative + ", share " + share + ": outside their ranges");
        }
    }
}
