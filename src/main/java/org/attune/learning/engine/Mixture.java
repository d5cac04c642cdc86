package org.attune.learning.engine;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;

/**
 * How much each expert counts. There are several ways to combine them: fixed-share Bayesian averaging (Herbster and
 * Warmuth 1998), in which an expert's weight falls with its log loss and a small share goes back to all at each answer so
 * that another can take over when the world turns; and {@link Stacker}s of several speeds. The ways compete by
 * fixed-share averaging again.
 *
 * <p>All that is combined are log-odds, not probabilities: the score stays a sum of contributions.
 */
final class Mixture {

    /** Prior variance and drift of the stackers; part of the stored format. */
    private static final double[][] STACKERS = {{0.03, 0}, {0.3, 0}, {0.03, 1e-3}};

    private final double share;
    private final double trustInLoss;

    /** How far each expert is trusted: a distribution. */
    final double[] trust;

    /** What each expert's score is multiplied by: sums to one, may be negative. */
    final double[] weight;

    private final List<Stacker> stackers;
    private final double[] way;

    Mixture(EngineSettings settings) {
        int experts = settings.experts().size();
        share = settings.share();
        trustInLoss = settings.trust();
        trust = new double[experts];
        weight = new double[experts];
        Arrays.fill(trust, 1.0 / experts);
        stackers = Arrays.stream(STACKERS)
                .map(each -> new Stacker(experts, each[0], each[1]))
                .toList();
        way = new double[1 + stackers.size()];
        Arrays.fill(way, 1.0 / way.length);
        weigh();
    }

    void learn(double[] scores, boolean accepted, double importance) {
        double[] combined = new double[way.length];
        for (int e = 0; e < trust.length; e++) {
            combined[0] += trust[e] * scores[e];
        }
        for (int k = 1; k < way.length; k++) {
            Stacker stacker = stackers.get(k - 1);
            combined[k] = stacker.combine(scores);
            stacker.learn(scores, combined[k], accepted, importance);
        }
        average(way, combined, accepted, importance);
        average(trust, scores, accepted, importance);
        weigh();
    }

    private void average(double[] believed, double[] scores, boolean accepted, double importance) {
        double best = Double.POSITIVE_INFINITY;
        double[] loss = new double[believed.length];
        for (int e = 0; e < believed.length; e++) {
            loss[e] = trustInLoss * importance * Numbers.logLoss(scores[e], accepted);
            best = Math.min(best, loss[e]);
        }
        double total = 0;
        for (int e = 0; e < believed.length; e++) {
            believed[e] *= StrictMath.exp(best - loss[e]);
            total += believed[e];
        }
        for (int e = 0; e < believed.length; e++) {
            believed[e] = (1 - share) * believed[e] / total + share / believed.length;
        }
    }

    private void weigh() {
        for (int e = 0; e < weight.length; e++) {
            weight[e] = way[0] * trust[e];
        }
        for (int k = 1; k < way.length; k++) {
            stackers.get(k - 1).addWeights(way[k], weight);
        }
    }

    void write(DataOutput out) throws IOException {
        for (double t : trust) {
            out.writeDouble(t);
        }
        for (double w : way) {
            out.writeDouble(w);
        }
        for (Stacker stacker : stackers) {
            stacker.write(out);
        }
    }

    Mixture readFrom(DataInput in) throws IOException {
        for (int e = 0; e < trust.length; e++) {
            trust[e] = in.readDouble();
        }
        for (int k = 0; k < way.length; k++) {
            way[k] = in.readDouble();
        }
        for (Stacker stacker : stackers) {
            stacker.readFrom(in);
        }
        weigh();
        return this;
    }
}
