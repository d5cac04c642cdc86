package org.attune.learning.engine;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;

/**
 * How far each expert is believed: fixed-share Bayesian averaging (Herbster and Warmuth 1998). An expert's weight falls
 * with its log loss; a small share goes back to all at each answer, so that another can take over when the world turns.
 *
 * <p>The experts' log-odds are averaged, not their probabilities: a logarithmic pool, in which the score stays a sum of
 * contributions.
 */
final class Mixture {

    private final double share;
    private final double trust;
    final double[] weight;

    Mixture(EngineSettings settings) {
        share = settings.share();
        trust = settings.trust();
        weight = new double[settings.experts().size()];
        Arrays.fill(weight, 1.0 / weight.length);
    }

    double mix(double[] scores) {
        double sum = 0;
        for (int e = 0; e < weight.length; e++) {
            sum += weight[e] * scores[e];
        }
        return sum;
    }

    void learn(double[] scores, boolean accepted, double importance) {
        double best = Double.POSITIVE_INFINITY;
        double[] loss = new double[weight.length];
        for (int e = 0; e < weight.length; e++) {
            loss[e] = trust * importance * Numbers.logLoss(scores[e], accepted);
            best = Math.min(best, loss[e]);
        }
        double total = 0;
        for (int e = 0; e < weight.length; e++) {
            weight[e] *= StrictMath.exp(best - loss[e]);
            total += weight[e];
        }
        for (int e = 0; e < weight.length; e++) {
            weight[e] = (1 - share) * weight[e] / total + share / weight.length;
        }
    }

    void write(DataOutput out) throws IOException {
        for (double w : weight) {
            out.writeDouble(w);
        }
    }

    Mixture readFrom(DataInput in) throws IOException {
        for (int e = 0; e < weight.length; e++) {
            weight[e] = in.readDouble();
        }
        return this;
    }
}
