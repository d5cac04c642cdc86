package org.attune.learning.engine;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * Learns how to combine the experts' log-odds (stacking, Wolpert 1992): a Bayesian logistic regression, learned online with
 * its full covariance, over how far each expert stands from the experts' mean. The weights always sum to one and may be
 * negative: an expert can be worth having for where it errs.
 */
final class Stacker {

    private final double prior;
    private final double drift;
    private final int experts;
    private final double[] lean;
    private final double[] covariance;
    private final double[] contrast;
    private final double[] reach;

    /**
     * @param prior prior variance of a weight
     * @param drift part of it given back at each answer
     */
    Stacker(int experts, double prior, double drift) {
        this.experts = experts;
        this.prior = prior;
        this.drift = drift;
        lean = new double[experts];
        covariance = new double[experts * experts];
        for (int e = 0; e < experts; e++) {
            covariance[e * experts + e] = prior;
        }
        contrast = new double[experts];
        reach = new double[experts];
    }

    /** The experts' combined score. */
    double combine(double[] scores) {
        double mean = mean(scores);
        double sum = mean;
        for (int e = 0; e < experts; e++) {
            sum += lean[e] * (scores[e] - mean);
        }
        return sum;
    }

    /** Adds this combination's weights, times a factor, to others. */
    void addWeights(double times, double[] weight) {
        double even = (1 - mean(lean) * experts) / experts;
        for (int e = 0; e < experts; e++) {
            weight[e] += times * (even + lean[e]);
        }
    }

    void learn(double[] scores, double combined, boolean accepted, double importance) {
        double mean = mean(scores);
        double variance = 0;
        for (int e = 0; e < experts; e++) {
            contrast[e] = scores[e] - mean;
        }
        for (int e = 0; e < experts; e++) {
            double sum = 0;
            for (int f = 0; f < experts; f++) {
                sum += covariance[e * experts + f] * contrast[f];
            }
            reach[e] = sum;
            variance += sum * contrast[e];
        }
        double p = Numbers.sigmoid(combined);
        double curvature = importance * Math.max(p * (1 - p), 1e-6);
        double damping = 1 + curvature * Math.max(0, variance);
        double gain = importance * ((accepted ? 1 : 0) - p) / damping;
        double shrink = curvature / damping;
        for (int e = 0; e < experts; e++) {
            lean[e] += reach[e] * gain;
            for (int f = 0; f < experts; f++) {
                int at = e * experts + f;
                double narrowed = covariance[at] - reach[e] * reach[f] * shrink;
                covariance[at] = narrowed + drift * ((e == f ? prior : 0) - narrowed);
            }
        }
    }

    private double mean(double[] values) {
        double sum = 0;
        for (int e = 0; e < experts; e++) {
            sum += values[e];
        }
        return sum / experts;
    }

    void write(DataOutput out) throws IOException {
        for (double each : lean) {
            out.writeDouble(each);
        }
        for (double each : covariance) {
            out.writeDouble(each);
        }
    }

    void readFrom(DataInput in) throws IOException {
        for (int e = 0; e < lean.length; e++) {
            lean[e] = in.readDouble();
        }
        for (int i = 0; i < covariance.length; i++) {
            covariance[i] = in.readDouble();
        }
    }
}
