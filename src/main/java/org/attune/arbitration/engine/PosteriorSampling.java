package org.attune.arbitration.engine;

/**
 * Draws each propensity from the model's belief and ranks by what was drawn (Thompson 1933; scaled as in Chapelle and Li 2011):
 * what is little known is tried often, what is known to be poor hardly ever again. On top of that a permanent floor: a share of all
 * decisions is dealt out for ever, to each in inverse proportion to its answers, so that who had bad luck at first is heard again.
 *
 * <p>A belief is kept wide by what is good for predicting: models that forget, and several that disagree, never settle. Who draws
 * from that explores for ever. So the variance drawn from is at most that of {@value #OPEN} weights after the answers there were,
 * {@code OPEN / (1 + answers * p * (1 - p))}: it binds from some dozen answers on and leaves a new action its full width. Among fewer
 * than {@value #MANY} candidates it is less, in proportion to the logarithm of their number: the fewer there are, the less likely is one
 * to be better than it looks.
 *
 * @param scale standard deviations of the draw per standard deviation of the belief, 0 (none) to 2
 * @param floor share of decisions in which the first is drawn by how little is known, 0 to 0.5
 */
public record PosteriorSampling(double scale, double floor) implements Exploration {

    /** Weights that answers leave open; measured in docs/benchmarks.md. */
    static final double OPEN = 3;

    /** Candidates from which on that is all of it. */
    static final int MANY = 20;

    /** Answers about what is nearly certain still tell something. */
    private static final double LEAST_INFORMATION = 0.05;

    /** @throws IllegalArgumentException for an impossible scale */
    public PosteriorSampling {
        if (!(scale >= 0 && scale <= 2 && floor >= 0 && floor <= 0.5)) {
            throw new IllegalArgumentException("Posterior sampling needs a scale of 0 to 2 and a floor of 0 to 0.5");
        }
    }

    /** Without a floor. */
    public PosteriorSampling(double scale) {
        this(scale, 0);
    }

    @Override
    public double propensity(double logit, double deviation, long evidence, int candidates, long seed) {
        double drawn = scale == 0
                ? logit
                : logit + spread(logit, deviation, evidence, open(candidates)) * new Draws(seed).gaussian();
        return 1 / (1 + StrictMath.exp(-drawn));
    }

    @Override
    public void chances(Field field, SelectionProbability room, double[] chance) {
        double open = open(field.n());
        double[] scaled = new double[field.n()];
        for (int i = 0; i < scaled.length; i++) {
            scaled[i] = spread(field.logit()[i], field.deviation()[i], field.evidence()[i], open);
        }
        room.first(field.n(), field.mandatory(), field.logit(), scaled, field.weight(), chance);
        if (floor > 0) {
            boolean band = FirstPlace.band(field);
            double unknown = unknown(field, band);
            for (int i = 0; i < scaled.length && unknown > 0; i++) {
                chance[i] = (1 - floor) * chance[i] + floor * unknown(field, band, i) / unknown;
            }
        }
    }

    /** How little is known about a candidate; 0 where it cannot come first. */
    private static double unknown(Field field, boolean band, int i) {
        return FirstPlace.competes(field, i, band) ? 1.0 / (1 + field.evidence()[i]) : 0;
    }

    private static double unknown(Field field, boolean band) {
        double sum = 0;
        for (int i = 0; i < field.n(); i++) {
            sum += unknown(field, band, i);
        }
        return sum;
    }

    /** What the draw's standard deviation is: the belief's, but no more than the answers leave open. */
    private double spread(double logit, double deviation, long evidence, double open) {
        double p = 1 / (1 + StrictMath.exp(-logit));
        double information = evidence * Math.max(LEAST_INFORMATION, p * (1 - p));
        return scale * Math.min(deviation, Math.sqrt(open / (1 + information)));
    }

    private static double open(int candidates) {
        return candidates >= MANY ? OPEN : OPEN * StrictMath.log(Math.max(2, candidates)) / StrictMath.log(MANY);
    }

    @Override
    public void settle(Field field, double[] chance, long seed, double[] propensity) {
        if (floor == 0) {
            return; // The order by what was drawn is the draw.
        }
        Draws draws = new Draws(seed);
        if (draws.uniform() >= floor) {
            return;
        }
        boolean band = FirstPlace.band(field);
        double unknown = unknown(field, band);
        if (unknown == 0) {
            return;
        }
        double left = draws.uniform() * unknown;
        int first = -1;
        for (int i = 0; i < field.n() && left >= 0; i++) {
            double own = unknown(field, band, i);
            left -= own;
            first = own > 0 ? i : first;
        }
        FirstPlace.give(field, first, propensity);
    }
}
