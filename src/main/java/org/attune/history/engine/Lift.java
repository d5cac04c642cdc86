package org.attune.history.engine;

import org.attune.history.engine.Rates.Interval;
import org.jspecify.annotations.Nullable;

/**
 * How much more one arm has than control, relative to control.
 *
 * @param value (t - c) / c
 * @param standardError of the value, by the delta method
 * @param interval 95 %, value plus or minus 1.96 standard errors: right for who looks once, at a time fixed beforehand
 * @param everyLook 95 % however often somebody looks while answers come in, see {@link #of}
 */
public record Lift(double value, double standardError, Interval interval, Interval everyLook, Verdict verdict) {

    /** What may be said about it. */
    public enum Verdict {
        /** Fewer than five customers who accepted, or who did not, on a side: no interval is to be believed. */
        TOO_FEW,
        /** The interval holds zero. */
        NOT_PROVEN,
        /** The interval leaves out zero, but who looks again and again finds such a one by chance, too. */
        HINT,
        /** Zero is left out however often somebody looks, and ten customers of each kind on each side say so. */
        PROVEN
    }

    /** Standard deviation of the effects that are thought possible, on the logarithm: from a third less to a half more. */
    private static final double SPREAD = 0.4;

    private static final double ALPHA = 0.05;

    /** Whether it is proven however often somebody looks. */
    public boolean significant() {
        return verdict == Verdict.PROVEN;
    }

    /** The lift of a rate in which each trial is a customer of its own; see {@link #of(Sums, Sums)}. */
    public static @Nullable Lift of(long success, long trials, long controlSuccess, long controlTrials) {
        return of(Sums.independent(success, trials), Sums.independent(controlSuccess, controlTrials));
    }

    /**
     * The lift of a rate or a value with its intervals; null when either side has no observation or control's total is 0.
     *
     * <p>{@code everyLook} is an always-valid interval: a mixture sequential probability ratio test (Robbins 1970; Johari, Koomen,
     * Pekelis, Walsh 2022) on the logarithm of the ratio, with a normal mixture of standard deviation 0.4. It rests on the normal
     * approximation at each look and on a period whose beginning stays where it is.
     */
    public static @Nullable Lift of(Sums treated, Sums control) {
        if (treated.units() <= 0 || control.units() <= 0 || !(control.total() > 0)) {
            return null;
        }
        double t = treated.mean();
        double c = control.mean();
        double ratio = t / c;
        double se = Math.sqrt(treated.variance() + ratio * ratio * control.variance()) / c;
        Interval interval = new Interval(ratio - 1 - Normal.TWO_SIDED * se, ratio - 1 + Normal.TWO_SIDED * se);
        Interval everyLook = everyLook(treated, control);
        return new Lift(ratio - 1, se, interval, everyLook, verdict(treated, control, interval, everyLook));
    }

    private static Verdict verdict(Sums treated, Sums control, Interval interval, Interval everyLook) {
        if (!treated.enough() || !control.enough()) {
            return Verdict.TOO_FEW;
        }
        if (interval.holds(0)) {
            return Verdict.NOT_PROVEN;
        }
        boolean proven = treated.plenty() && control.plenty() && !everyLook.holds(0);
        return proven ? Verdict.PROVEN : Verdict.HINT;
    }

    private static Interval everyLook(Sums treated, Sums control) {
        if (!(treated.total() > 0)) {
            return new Interval(-1, Double.POSITIVE_INFINITY);
        }
        double t = treated.mean();
        double c = control.mean();
        double log = Math.log(t / c);
        double half = everyLookHalf(treated.variance() / (t * t) + control.variance() / (c * c));
        return new Interval(Math.expm1(log - half), Math.expm1(log + half));
    }

    /** Half the width of the always-valid interval of an estimate of this variance, on the logarithm. */
    static double everyLookHalf(double variance) {
        double spread = SPREAD * SPREAD;
        double sum = variance + spread;
        return Math.sqrt(2 * variance * sum / spread * (Math.log(1 / ALPHA) + Math.log(sum / variance) / 2));
    }
}
