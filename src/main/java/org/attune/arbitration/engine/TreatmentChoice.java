package org.attune.arbitration.engine;

/**
 * Chooses among wordings by how they were answered. Each wording's acceptance is a beta posterior around the action's own rate; where
 * trying things out is allowed one number is drawn from each (Thompson 1933), otherwise the means count. Gamma numbers after
 * Marsaglia and Tsang (2000).
 */
public final class TreatmentChoice {
    /** Below so many answers to all wordings together nothing has been learned. */
    public static final long ENOUGH = 20;

    /** Weight of the action's own rate, in answers. */
    private static final double PRIOR = 10;

    private TreatmentChoice() {}

    /**
     * The index of the wording to use, -1 when too little is known.
     *
     * @param accepted acceptances per wording
     * @param answers acceptances and refusals per wording
     * @param explore whether to draw; otherwise the best mean wins, and the earlier of equals
     * @param seed of the draws
     */
    public static int best(long[] accepted, long[] answers, boolean explore, long seed) {
        long yes = 0;
        long all = 0;
        for (int i = 0; i < answers.length; i++) {
            yes += accepted[i];
            all += answers[i];
        }
        if (all < ENOUGH) {
            return -1;
        }
        double rate = (yes + 1.0) / (all + 2.0);
        Draws draws = new Draws(seed);
        int best = -1;
        double most = -1;
        for (int i = 0; i < answers.length; i++) {
            double a = PRIOR * rate + accepted[i];
            double b = PRIOR * (1 - rate) + answers[i] - accepted[i];
            double value = explore ? beta(a, b, draws) : a / (a + b);
            if (value > most) {
                best = i;
                most = value;
            }
        }
        return best;
    }

    private static double beta(double a, double b, Draws draws) {
        double x = gamma(a, draws);
        return x / (x + gamma(b, draws));
    }

    private static double gamma(double shape, Draws draws) {
        if (shape < 1) {
            double u = 1 - draws.uniform();
            return gamma(shape + 1, draws) * StrictMath.pow(u, 1 / shape);
        }
        double d = shape - 1.0 / 3;
        double c = 1 / StrictMath.sqrt(9 * d);
        while (true) {
            double x = draws.gaussian();
            double v = 1 + c * x;
            if (v > 0) {
                v = v * v * v;
                double u = 1 - draws.uniform();
                if (StrictMath.log(u) < x * x / 2 + d - d * v + d * StrictMath.log(v)) {
                    return d * v;
                }
            }
        }
    }
}
