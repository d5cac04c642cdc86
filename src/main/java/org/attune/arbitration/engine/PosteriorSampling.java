package org.attune.arbitration.engine;

/**
 * Draws each propensity from the model's belief and ranks by what was drawn (Thompson 1933; scaled as in Chapelle and Li 2011):
 * what is little known is tried often, what is known to be poor hardly ever again. On top of that a permanent floor: a share of all
 * decisions is dealt out evenly for ever, so that a change in what was thought settled is noticed.
 *
 * @param scale standard deviations of the draw per standard deviation of the belief, 0 (none) to 2
 * @param floor share of decisions in which the first is drawn evenly, 0 to 0.5
 */
public record PosteriorSampling(double scale, double floor) implements Exploration {

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
    public double propensity(double logit, double deviation, long seed) {
        double drawn = scale == 0 ? logit : logit + scale * deviation * new Draws(seed).gaussian();
        return 1 / (1 + StrictMath.exp(-drawn));
    }

    @Override
    public void chances(Field field, SelectionProbability room, double[] chance) {
        double[] scaled = new double[field.n()];
        for (int i = 0; i < scaled.length; i++) {
            scaled[i] = scale * field.deviation()[i];
        }
        room.first(field.n(), field.mandatory(), field.logit(), scaled, field.weight(), chance);
        if (floor > 0) {
            boolean band = FirstPlace.band(field);
            int rivals = FirstPlace.rivals(field, band);
            for (int i = 0; i < scaled.length && rivals > 0; i++) {
                chance[i] = (1 - floor) * chance[i] + (FirstPlace.competes(field, i, band) ? floor / rivals : 0);
            }
        }
    }

    @Override
    public void settle(Field field, double[] chance, long seed, double[] propensity) {
        if (floor == 0) {
            return; // The order by what was drawn is the draw.
        }
        Draws draws = new Draws(seed);
        boolean band = FirstPlace.band(field);
        int rivals = FirstPlace.rivals(field, band);
        if (rivals == 0 || draws.uniform() >= floor) {
            return;
        }
        int left = draws.below(rivals);
        for (int i = 0; i < field.n(); i++) {
            if (FirstPlace.competes(field, i, band) && left-- == 0) {
                FirstPlace.give(field, i, propensity);
                return;
            }
        }
    }
}
