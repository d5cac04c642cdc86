package org.attune.simulation.engine;

/** A logistic regression of a past campaign on the traits: what all actions of a world have in common. */
final class CampaignFit {

    private static final int PASSES = 30;
    private static final double RIDGE = 1e-3;

    private CampaignFit() {}

    /**
     * Intercept first, then a coefficient per trait. Coordinate-wise scaled gradient steps over the whole file (each divided by
     * its largest curvature, Boehning and Lindsay 1988): no learning rate and no random order.
     */
    static double[] of(Population population, boolean[] accepted) {
        int traits = population.traits();
        double[] weight = new double[traits + 1];
        double[] curvature = new double[traits + 1];
        int n = population.size();
        for (int i = 0; i < n; i++) {
            double[] x = population.traits(i);
            double length = 1;
            for (double v : x) {
                length += Math.abs(v);
            }
            curvature[0] += length / 4;
            for (int j = 0; j < traits; j++) {
                curvature[j + 1] += Math.abs(x[j]) * length / 4;
            }
        }
        double[] momentum = weight.clone();
        for (int pass = 0; pass < PASSES; pass++) {
            double[] ahead = new double[traits + 1];
            double speed = pass / (pass + 3.0);
            for (int j = 0; j <= traits; j++) {
                ahead[j] = weight[j] + speed * (weight[j] - momentum[j]);
            }
            double[] gradient = gradient(population, accepted, ahead);
            momentum = weight;
            weight = new double[traits + 1];
            for (int j = 0; j <= traits; j++) {
                double slope = gradient[j] - RIDGE * n * (j == 0 ? 0 : ahead[j]);
                weight[j] = ahead[j] + slope / (curvature[j] + RIDGE * n);
            }
        }
        return weight;
    }

    private static double[] gradient(Population population, boolean[] accepted, double[] weight) {
        double[] gradient = new double[weight.length];
        for (int i = 0; i < population.size(); i++) {
            double[] x = population.traits(i);
            double score = weight[0];
            for (int j = 0; j < x.length; j++) {
                score += weight[j + 1] * x[j];
            }
            double residual = (accepted[i] ? 1 : 0) - World.sigmoid(score);
            gradient[0] += residual;
            for (int j = 0; j < x.length; j++) {
                gradient[j + 1] += residual * x[j];
            }
        }
        return gradient;
    }
}
