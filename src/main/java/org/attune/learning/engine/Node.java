package org.attune.learning.engine;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The beliefs of one level (all actions, an issue, a group, an action): per expert an independent normal distribution
 * over each feature's weight. The assumed-density step follows Graepel et al. (2010) and Chapelle and Li (2011) with the
 * logistic likelihood linearised at the prediction, an extended Kalman step.
 *
 * <p>A feature's beliefs lie together: the means of all experts, then their variances. For an expert that believes this level's
 * first features jointly ({@link LevelCovariance}) the variances are what independent weights would have: what is left to
 * explore is read from them.
 */
final class Node {

    /** Answers after which the running mean of the scores forgets at a constant rate. */
    private static final long MEAN_WINDOW = 500;

    final int number;

    /**
     * True while it is its parent's only child: all it could say its parent says, and saying it twice would count each
     * answer twice. It believes and learns nothing until it has a sibling.
     */
    boolean alone;

    /** What the level of all actions believes beyond its weights. */
    private @Nullable GlobalBeliefs beyond;

    private final int experts;
    private final double[] drift;
    private final Priors priors;
    private final Features known;
    private double[] belief = {};
    private int features;

    /** By expert; null where it believes this level's weights to be independent. */
    private final @Nullable LevelCovariance[] joint;

    private final boolean covaries;

    /** Running mean of this level's own score, per expert. */
    final double[] usual;

    long answers;
    private long counted;
    double responses;
    double positives;

    Node(int number, EngineSettings settings, Priors priors, Features known) {
        this.number = number;
        this.priors = priors;
        this.known = known;
        experts = settings.experts().size();
        drift = settings.experts().stream()
                .mapToDouble(EngineSettings.Expert::drift)
                .toArray();
        usual = new double[experts];
        joint = new LevelCovariance[experts];
        for (int e = 0; e < experts; e++) {
            joint[e] = priors.joint(e) ? new LevelCovariance() : null;
        }
        covaries = Arrays.stream(joint).anyMatch(Objects::nonNull);
    }

    Node with(GlobalBeliefs beliefs) {
        beyond = beliefs;
        return this;
    }

    /**
     * Writes this level's score (per expert) and after it the score's variance, from a place on. The variance is that of the
     * weights alone: what a level believes beyond them is asked where it is needed.
     */
    void score(Encoded x, double[] out, int at) {
        if (alone) {
            Arrays.fill(out, at, at + 2 * experts, 0);
            return;
        }
        weigh(x, out, at);
        if (beyond != null) {
            beyond.addScores(x, out, at);
        }
    }

    /**
     * Begins a lesson where weights are believed jointly: puts the variance of the score that this leaves in the place of that
     * which {@link #score} wrote.
     */
    void prepare(Encoded x, double[] out, int at) {
        if (alone) {
            return;
        }
        for (int e = 0; e < experts; e++) {
            LevelCovariance covariance = joint[e];
            if (covariance != null) {
                ensure(known.count());
                covariance.know(known.first(), this, e);
                double far = 0;
                for (int i = 0; i < x.size; i++) {
                    if (known.first().row(x.feature[i]) < 0) {
                        far += belief[(2 * x.feature[i] + 1) * experts + e] * x.square[i];
                    }
                }
                out[at + experts + e] = covariance.prepare(x, known.first()) + far;
            }
        }
    }

    private void weigh(Encoded x, double[] out, int at) {
        int e = 0;
        for (; e + 3 < experts; e += 4) {
            score(x, e, out, at + e);
        }
        for (; e < experts; e++) {
            double score = 0;
            double variance = 0;
            for (int i = 0; i < x.size; i++) {
                int feature = x.feature[i];
                if (feature < features) {
                    int mean = 2 * feature * experts + e;
                    score = Math.fma(belief[mean], x.value[i], score);
                    variance = Math.fma(belief[mean + experts], x.square[i], variance);
                } else {
                    variance = Math.fma(prior(feature)[e], x.square[i], variance);
                }
            }
            out[at + e] = score;
            out[at + experts + e] = variance;
        }
    }

    /** Four experts at a time: their sums stay in registers. */
    private void score(Encoded x, int e, double[] out, int at) {
        double score0 = 0;
        double score1 = 0;
        double score2 = 0;
        double score3 = 0;
        double variance0 = 0;
        double variance1 = 0;
        double variance2 = 0;
        double variance3 = 0;
        for (int i = 0; i < x.size; i++) {
            int feature = x.feature[i];
            double value = x.value[i];
            double square = x.square[i];
            if (feature < features) {
                int mean = 2 * feature * experts + e;
                score0 = Math.fma(belief[mean], value, score0);
                score1 = Math.fma(belief[mean + 1], value, score1);
                score2 = Math.fma(belief[mean + 2], value, score2);
                score3 = Math.fma(belief[mean + 3], value, score3);
                int spread = mean + experts;
                variance0 = Math.fma(belief[spread], square, variance0);
                variance1 = Math.fma(belief[spread + 1], square, variance1);
                variance2 = Math.fma(belief[spread + 2], square, variance2);
                variance3 = Math.fma(belief[spread + 3], square, variance3);
            } else {
                double[] prior = prior(feature);
                variance0 = Math.fma(prior[e], square, variance0);
                variance1 = Math.fma(prior[e + 1], square, variance1);
                variance2 = Math.fma(prior[e + 2], square, variance2);
                variance3 = Math.fma(prior[e + 3], square, variance3);
            }
        }
        out[at] = score0;
        out[at + 1] = score1;
        out[at + 2] = score2;
        out[at + 3] = score3;
        out[at + experts] = variance0;
        out[at + experts + 1] = variance1;
        out[at + experts + 2] = variance2;
        out[at + experts + 3] = variance3;
    }

    /** Adds this level's part of the score that comes from the i-th feature, by expert. */
    void addParts(Encoded x, int i, double[] parts) {
        int feature = x.feature[i];
        if (!alone && feature < features) {
            double value = x.value[i];
            int base = 2 * feature * experts;
            for (int e = 0; e < experts; e++) {
                parts[e] += belief[base + e] * value;
            }
        }
    }

    /** Copies the means of a feature into a table, from a column on. */
    void copy(int feature, Rows means, int column) {
        double[] mean = means.row(feature);
        if (feature < features && !alone) {
            System.arraycopy(belief, 2 * feature * experts, mean, column, experts);
        } else {
            Arrays.fill(mean, column, column + experts, 0);
        }
    }

    /** A feature's weight as the mixture sees it. */
    double mixedMean(int feature, double[] weight) {
        double sum = 0;
        if (feature < features) {
            int base = 2 * feature * experts;
            for (int e = 0; e < experts; e++) {
                sum += weight[e] * belief[base + e];
            }
        }
        return sum;
    }

    /** This level's score as the mixture sees it: to the bit what {@link Rows#sum} of such weights is. */
    double mixedScore(Encoded x, double[] weight) {
        double sum = 0;
        for (int i = 0; i < x.size; i++) {
            sum = Math.fma(mixedMean(x.feature[i], weight), x.value[i], sum);
        }
        return sum;
    }

    /** The variance of a feature's weight, averaged over the experts as the mixture trusts them. */
    double mixedSpread(int feature, double[] weight) {
        double sum = 0;
        if (alone) {
            return sum;
        }
        if (feature < features) {
            int base = (2 * feature + 1) * experts;
            for (int e = 0; e < experts; e++) {
                sum += weight[e] * belief[base + e];
            }
        } else {
            double[] prior = prior(feature);
            for (int e = 0; e < experts; e++) {
                sum += weight[e] * prior[e];
            }
        }
        return sum;
    }

    /** One step toward an answer, as far as the gain and the shrink of the situation say. */
    void learn(Encoded x) {
        if (alone) {
            return;
        }
        ensure(known.count());
        for (int i = 0; i < x.size; i++) {
            double value = x.value[i];
            int base = 2 * x.feature[i] * experts;
            double[] prior = prior(x.feature[i]);
            for (int e = 0; e < experts; e++) {
                int at = base + experts + e;
                double reach = belief[at] * value;
                belief[base + e] += reach * x.gain[e];
                double narrowed = belief[at] - reach * reach * x.shrink[e];
                belief[at] = narrowed + drift[e] * (prior[e] - narrowed);
            }
        }
        learnJointly(x);
    }

    /** The features this level believes jointly; none where all experts believe them to be independent. */
    FirstFeatures first() {
        return covaries ? known.first() : FirstFeatures.NOBODY;
    }

    private void learnJointly(Encoded x) {
        for (int e = 0; e < experts; e++) {
            LevelCovariance covariance = joint[e];
            if (covariance != null) {
                covariance.learn(x.gain[e], x.shrink[e]);
                for (int row = 0; row < covariance.rows(); row++) {
                    belief[2 * known.first().feature(row) * experts + e] = covariance.mean(row);
                }
            }
        }
    }

    /** What one expert believes a feature's weight to be. */
    double mean(int feature, int expert) {
        return feature < features ? belief[2 * feature * experts + expert] : 0;
    }

    /** Moves the running mean of the scores; they are this level's own for the last answer, from a place on. */
    void count(double[] scores, int at, boolean accepted, double weight) {
        answers++;
        responses += weight;
        positives += accepted ? weight : 0;
        if (alone) {
            return;
        }
        counted++;
        double rate = 1.0 / Math.min(counted, MEAN_WINDOW);
        for (int e = 0; e < experts; e++) {
            usual[e] += rate * (scores[at + e] - usual[e]);
        }
    }

    /** A bin was cut in two: the new half goes on with the beliefs of the whole. */
    void split(int oldFeature, int newFeature) {
        if (oldFeature < features) {
            ensure(newFeature + 1);
            System.arraycopy(belief, 2 * oldFeature * experts, belief, 2 * newFeature * experts, 2 * experts);
        }
    }

    /** As before the first answer. */
    void forget() {
        features = 0;
        Arrays.fill(usual, 0);
        answers = 0;
        counted = 0;
        responses = 0;
        positives = 0;
        for (LevelCovariance covariance : joint) {
            if (covariance != null) {
                covariance.forget();
            }
        }
    }

    double[] prior(int feature) {
        return priors.of(feature, known.kind(feature));
    }

    private void ensure(int count) {
        if (count > features) {
            if (2 * count * experts > belief.length) {
                belief = Arrays.copyOf(belief, 2 * Math.max(count, features + features / 2) * experts);
            }
            for (int feature = features; feature < count; feature++) {
                Arrays.fill(belief, 2 * feature * experts, (2 * feature + 1) * experts, 0);
                System.arraycopy(prior(feature), 0, belief, (2 * feature + 1) * experts, experts);
            }
            features = count;
        }
    }

    void write(DataOutput out) throws IOException {
        out.writeBoolean(alone);
        out.writeLong(answers);
        out.writeLong(counted);
        out.writeDouble(responses);
        out.writeDouble(positives);
        for (double u : usual) {
            out.writeDouble(u);
        }
        out.writeInt(features);
        for (int i = 0; i < 2 * features * experts; i++) {
            out.writeDouble(belief[i]);
        }
        for (LevelCovariance covariance : joint) {
            if (covariance != null) {
                covariance.write(out);
            }
        }
    }

    Node readFrom(DataInput in) throws IOException {
        alone = in.readBoolean();
        answers = in.readLong();
        counted = in.readLong();
        responses = in.readDouble();
        positives = in.readDouble();
        for (int e = 0; e < experts; e++) {
            usual[e] = in.readDouble();
        }
        ensure(in.readInt());
        for (int i = 0; i < 2 * features * experts; i++) {
            belief[i] = in.readDouble();
        }
        for (int e = 0; e < experts; e++) {
            LevelCovariance covariance = joint[e];
            if (covariance != null) {
                covariance.readFrom(in, known.first(), this, e);
            }
        }
        return this;
    }
}
