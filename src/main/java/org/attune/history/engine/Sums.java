package org.attune.history.engine;

/**
 * Observations that come in customers, summed up so that the mean and its error can be worked out: one customer's answers are alike, so
 * customers are independent of each other and their answers are not. An observation is 0 or 1 for a rate, any number from 0 for a value.
 *
 * @param customers how many customers
 * @param units how many observations
 * @param total their sum
 * @param unitSquares sum of the squares of the observations
 * @param squares sum over customers of (the customer's sum) squared
 * @param products sum over customers of the customer's sum times its number of observations
 * @param countSquares sum over customers of (the number of observations) squared
 * @param with customers with an observation above 0
 * @param without customers with an observation of 0
 */
public record Sums(
        long customers,
        long units,
        double total,
        double unitSquares,
        double squares,
        double products,
        double countSquares,
        long with,
        long without) {

    /** Nothing observed. */
    public static final Sums NONE = new Sums(0, 0, 0, 0, 0, 0, 0, 0, 0);

    /** A rate in which each trial is a customer of its own. */
    public static Sums independent(long successes, long trials) {
        return new Sums(
                trials, trials, successes, successes, successes, successes, trials, successes, trials - successes);
    }

    /** Adds one customer. */
    public Sums and(double[] observations) {
        double sum = 0;
        double own = 0;
        int above = 0;
        for (double each : observations) {
            sum += each;
            own += each * each;
            above += each > 0 ? 1 : 0;
        }
        int count = observations.length;
        return new Sums(
                customers + 1,
                units + count,
                total + sum,
                unitSquares + own,
                squares + sum * sum,
                products + sum * count,
                countSquares + (double) count * count,
                with + (above > 0 ? 1 : 0),
                without + (above < count ? 1 : 0));
    }

    /** Total / units, NaN when there are none. */
    public double mean() {
        return total / units;
    }

    /**
     * Variance of the mean: the delta method for a ratio of customers' sums (Deng, Knoblich, Lu 2018), but never less than if all
     * observations were independent.
     */
    public double variance() {
        return apart() * designEffect();
    }

    /** How many times larger the variance is because observations come in customers; 1 or more. */
    public double designEffect() {
        double apart = apart();
        if (!(apart > 0)) {
            return 1;
        }
        double mean = mean();
        double clustered = (squares - 2 * mean * products + mean * mean * countSquares) / ((double) units * units);
        return Math.max(1, clustered / apart);
    }

    /** Whether the normal approximation may be believed by who looks once: five customers who did and five who did not. */
    public boolean enough() {
        return with >= 5 && without >= 5;
    }

    /** Whether it may be believed from now on at every look: ten of each. */
    public boolean plenty() {
        return with >= 10 && without >= 10;
    }

    private double apart() {
        double mean = mean();
        return Math.max(0, unitSquares / units - mean * mean) / units;
    }
}
