package org.attune.learning.engine;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;

/**
 * The beliefs of one level (all actions, an issue, a group, an action): per expert an independent normal distribution
 * over each feature's weight. The assumed-density step follows Graepel et al. (2010) and Chapelle and Li (2011) with the
 * logistic likelihood linearised at the prediction, an extended Kalman step.
 *
 * <p>A feature's beliefs lie together: the means of all experts, then their variances. Experts are ordered by encoding,
 * so those that read a feature are one range.
 */
final class Node {

    /** Answers after which the running mean of the scores forgets at a constant rate. */
    private static final long MEAN_WINDOW = 500;

    final int number;
    private final int experts;
    private final int lineEnd;
    private final int binStart;
    private final double[] prior;
    private final double[] drift;
    private final double intercept;
    private double[] belief = {};
    private int features;

    /** Running mean of this level's own score, per expert. */
    final double[] usual;

    long answers;
    double responses;
    double positives;

    Node(int number, List<EngineSettings.Expert> settings, double intercept) {
        this.number = number;
        this.intercept = intercept;
        experts = settings.size();
        prior = new double[experts];
        drift = new double[experts];
        usual = new double[experts];
        int lines = 0;
        int bins = experts;
        for (int e = experts - 1; e >= 0; e--) {
            prior[e] = settings.get(e).prior();
            drift[e] = settings.get(e).drift();
            if (settings.get(e).encoding() != EngineSettings.Encoding.BINNED) {
                lines = Math.max(lines, e + 1);
            }
            if (settings.get(e).encoding() != EngineSettings.Encoding.LINEAR) {
                bins = e;
            }
        }
        lineEnd = lines;
        binStart = bins;
    }

    /** Adds this level's score and its variance to what stands in the arrays, from the given places on. */
    void add(Encoded x, double[] scores, int scoreAt, double[] variances, int varianceAt) {
        for (int i = 0; i < x.size; i++) {
            int feature = x.feature[i];
            double value = x.value[i];
            int from = from(x.kind[i]);
            int to = to(x.kind[i]);
            if (feature < features) {
                int means = 2 * feature * experts;
                int spreads = means + experts;
                double square = value * value;
                for (int e = from; e < to; e++) {
                    scores[scoreAt + e] += belief[means + e] * value;
                    variances[varianceAt + e] += belief[spreads + e] * square;
                }
            } else {
                for (int e = from; e < to; e++) {
                    variances[varianceAt + e] += priorOf(feature, e) * value * value;
                }
            }
        }
    }

    /** This level's part of the score that comes from the i-th feature, as one expert sees it. */
    double part(Encoded x, int i, int expert) {
        boolean read = expert >= from(x.kind[i]) && expert < to(x.kind[i]);
        return read && x.feature[i] < features ? belief[2 * x.feature[i] * experts + expert] * x.value[i] : 0;
    }

    /**
     * One step toward an answer.
     *
     * @param gain per expert: residual over (1 + curvature times variance of the score)
     * @param shrink per expert: curvature over the same
     */
    void learn(Encoded x, double[] gain, double[] shrink, int knownFeatures) {
        ensure(knownFeatures);
        for (int i = 0; i < x.size; i++) {
            double value = x.value[i];
            int base = 2 * x.feature[i] * experts;
            int to = to(x.kind[i]);
            for (int e = from(x.kind[i]); e < to; e++) {
                int at = base + experts + e;
                double reach = belief[at] * value;
                belief[base + e] += reach * gain[e];
                double narrowed = belief[at] - reach * reach * shrink[e];
                belief[at] = narrowed + drift[e] * (priorOf(x.feature[i], e) - narrowed);
            }
        }
    }

    /** Moves the running mean of the scores; the arguments are this level's own scores for the last answer. */
    void count(double[] scores, boolean accepted, double weight) {
        answers++;
        responses += weight;
        positives += accepted ? weight : 0;
        double rate = 1.0 / Math.min(answers, MEAN_WINDOW);
        for (int e = 0; e < experts; e++) {
            usual[e] += rate * (scores[e] - usual[e]);
        }
    }

    /** A bin was cut in two: the new half goes on with the beliefs of the whole. */
    void split(int oldFeature, int newFeature) {
        if (oldFeature < features) {
            ensure(newFeature + 1);
            System.arraycopy(belief, 2 * oldFeature * experts, belief, 2 * newFeature * experts, 2 * experts);
        }
    }

    ColdStart.Evidence evidence() {
        return new ColdStart.Evidence(responses, positives);
    }

    private int from(byte kind) {
        return kind == Encoded.BIN ? binStart : 0;
    }

    private int to(byte kind) {
        return kind == Encoded.LINE ? lineEnd : experts;
    }

    private double priorOf(int feature, int expert) {
        return feature == FeatureSpace.INTERCEPT ? intercept : prior[expert];
    }

    private void ensure(int known) {
        if (known > features) {
            if (2 * known * experts > belief.length) {
                belief = Arrays.copyOf(belief, 2 * Math.max(known, features + features / 2) * experts);
            }
            for (int feature = features; feature < known; feature++) {
                for (int e = 0; e < experts; e++) {
                    belief[2 * feature * experts + e] = 0;
                    belief[(2 * feature + 1) * experts + e] = priorOf(feature, e);
                }
            }
            features = known;
        }
    }

    void write(DataOutput out) throws IOException {
        out.writeLong(answers);
        out.writeDouble(responses);
        out.writeDouble(positives);
        for (double u : usual) {
            out.writeDouble(u);
        }
        out.writeInt(features);
        for (int i = 0; i < 2 * features * experts; i++) {
            out.writeDouble(belief[i]);
        }
    }

    Node readFrom(DataInput in) throws IOException {
        answers = in.readLong();
        responses = in.readDouble();
        positives = in.readDouble();
        for (int e = 0; e < experts; e++) {
            usual[e] = in.readDouble();
        }
        ensure(in.readInt());
        for (int i = 0; i < 2 * features * experts; i++) {
            belief[i] = in.readDouble();
        }
        return this;
    }
}
