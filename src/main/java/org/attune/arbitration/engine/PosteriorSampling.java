package org.attune.arbitration.engine;

/**
 * Draws each propensity from the model's belief and ranks by what was drawn (Thompson 1933; scaled as in Chapelle and Li 2011):
 * what is little known is tried often, what is known to be poor never again.
 *
 * @param scale standard deviations of the draw per standard deviation of the belief, 0 (none) to 2
 */
public record PosteriorSampling(double scale) implements Exploration {

    /** @throws IllegalArgumentException for an impossible scale */
    public PosteriorSampling {
        if (!(scale >= 0 && scale <= 2)) {
            throw new IllegalArgumentException("The scale of posterior sampling lies between 0 and 2: " + scale);
        }
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
    }

    @Override
    public void settle(Field field, double[] chance, long seed, double[] propensity) {
        // The order by what was drawn is the draw.
    }
}
