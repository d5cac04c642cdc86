package org.attune.learning.engine;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;

/**
 * One expert's belief about all actions as a joint normal distribution over its first features: with the full covariance,
 * predictors that say the same thing are not counted twice (online Laplace approximation, Spiegelhalter and Lauritzen 1990;
 * the second-order learner of Cesa-Bianchi, Conconi and Gentile 2005). Features that come later are believed to be
 * independent of all others.
 *
 * <p>Read are lines, categories, missing values and coarse bins, as far as the expert's encoding says.
 */
final class JointBelief {

    /** Features told apart jointly: the work of an answer grows with its square. Part of the stored format. */
    private static final int MAX_ROWS = 160;

    /** The weight of a coarse bin is narrower than that of a category: it corrects the line. Part of the stored format. */
    private static final double BIN_SHARE = 0.5;

    /** Kinds of features beside {@link Encoded}'s: the numberings of fine and coarse features are two. */
    private static final int MAIN = 0;

    private static final int COARSE = 1;

    private final Features known;
    private final boolean bins;
    private final boolean lines;
    private final double prior;
    private final double intercept;
    private final double drift;

    /** Per numbering and feature: its row, or -1. */
    private final int[][] row = {{}, {}};

    /** Per numbering and feature without a row: mean and variance. */
    private final double[][] farMean = {{}, {}};

    private final double[][] farVariance = {{}, {}};
    private int rows;
    private double[] mean = {};
    private double[] priors = {};

    private final Covariance covariance = new Covariance();

    /** Of the answer being learned, per row: its value, and its covariance with the score. */
    private double[] value = {};

    private double[] reach = {};

    /** Of the answer being learned: the features without a row. */
    private int far;

    private int[] farKind = {};
    private int[] farFeature = {};
    private double[] farValue = {};

    JointBelief(EngineSettings.Expert expert, double intercept, Features known) {
        this.known = known;
        bins = expert.encoding() != EngineSettings.Encoding.LINEAR;
        lines = expert.encoding() != EngineSettings.Encoding.BINNED;
        prior = expert.joint();
        drift = expert.drift();
        this.intercept = intercept;
    }

    double score(Encoded x) {
        double sum = 0;
        for (int i = 0; i < x.size; i++) {
            if (reads(x, i)) {
                sum += mean(MAIN, x.feature[i]) * x.value[i];
            }
        }
        for (int i = 0; bins && i < x.coarseSize; i++) {
            sum += mean(COARSE, x.coarse[i]);
        }
        return sum;
    }

    /** What the i-th feature adds. */
    double part(Encoded x, int i) {
        return reads(x, i) ? mean(MAIN, x.feature[i]) * x.value[i] : 0;
    }

    /** What the i-th coarse bin adds. */
    double coarsePart(Encoded x, int i) {
        return bins ? mean(COARSE, x.coarse[i]) : 0;
    }

    /** Variance of {@link #score}. */
    double variance(Encoded x) {
        double far = gather(x);
        return covariance.variance(x) + far;
    }

    /** Notes the features that have rows, and returns the variance that comes from the others. */
    private double gather(Encoded x) {
        x.rows = 0;
        double far = 0;
        for (int i = 0; i < x.size; i++) {
            if (reads(x, i)) {
                far += gather(x, MAIN, x.feature[i], x.value[i]);
            }
        }
        for (int i = 0; bins && i < x.coarseSize; i++) {
            far += gather(x, COARSE, x.coarse[i], 1);
        }
        return far;
    }

    private double gather(Encoded x, int kind, int feature, double value) {
        int at = row(kind, feature);
        if (at < 0) {
            return farVariance(kind, feature) * value * value;
        }
        x.row[x.rows] = at;
        x.rowValue[x.rows++] = value;
        return 0;
    }

    /**
     * Begins a lesson: how the weights and the answer's score vary together.
     *
     * @return the variance of the score
     */
    double prepare(Encoded x) {
        far = 0;
        x.rows = 0;
        double variance = 0;
        for (int i = 0; i < x.size; i++) {
            if (reads(x, i)) {
                variance += prepare(x, MAIN, x.feature[i], x.value[i]);
            }
        }
        for (int i = 0; bins && i < x.coarseSize; i++) {
            variance += prepare(x, COARSE, x.coarse[i], 1);
        }
        Arrays.fill(value, 0, rows, 0);
        for (int i = 0; i < x.rows; i++) {
            value[x.row[i]] += x.rowValue[i];
        }
        return covariance.reach(x, reach) + variance;
    }

    /** Notes a feature of the answer; returns its part of the variance when it has no row. */
    private double prepare(Encoded x, int kind, int feature, double value) {
        open(kind, feature);
        double part = gather(x, kind, feature, value);
        if (row[kind][feature] < 0) {
            if (far == farFeature.length) {
                farKind = Arrays.copyOf(farKind, 2 * far + 8);
                farFeature = Arrays.copyOf(farFeature, 2 * far + 8);
                farValue = Arrays.copyOf(farValue, 2 * far + 8);
            }
            farKind[far] = kind;
            farFeature[far] = feature;
            farValue[far++] = value;
        }
        return part;
    }

    /** One step toward the answer that was prepared, with this expert's gain and shrink. */
    void learn(double gain, double shrink) {
        Covariance.add(mean, reach, rows, gain);
        covariance.narrow(reach, shrink);
        for (int k = 0; drift > 0 && k < rows; k++) {
            if (value[k] != 0 && covariance.variance(k) < priors[k]) {
                covariance.loosen(k, drift * priors[k]); // what was believed is a little less sure today
            }
        }
        covariance.rest();
        for (int i = 0; i < far; i++) {
            learnFar(farKind[i], farFeature[i], farValue[i], gain, shrink);
        }
    }

    private void learnFar(int kind, int feature, double value, double gain, double shrink) {
        double by = farVariance[kind][feature] * value;
        farMean[kind][feature] += by * gain;
        double narrowed = farVariance[kind][feature] - by * by * shrink;
        farVariance[kind][feature] = narrowed + drift * (prior(kind, feature) - narrowed);
    }

    /** A main bin was cut: not read here. A coarse one: the halves are believed to lie on both sides of the whole. */
    void splitCoarse(int old, int fresh) {
        if (!bins || !known(COARSE, old)) {
            return;
        }
        int from = row[COARSE][old];
        open(COARSE, fresh);
        int to = row[COARSE][fresh];
        if (to < 0) {
            farMean[COARSE][fresh] = from < 0 ? farMean[COARSE][old] : mean[from];
        } else if (from >= 0) {
            mean[to] = mean[from];
            covariance.split(from, to, prior * BIN_SHARE);
        } else {
            mean[to] = farMean[COARSE][old];
        }
    }

    private boolean reads(Encoded x, int i) {
        byte kind = known.kind(x.feature[i]);
        return kind == Encoded.ALL || kind == Encoded.LINE && lines;
    }

    private boolean known(int kind, int feature) {
        return feature < row[kind].length && (row[kind][feature] >= 0 || farVariance[kind][feature] > 0);
    }

    private int row(int kind, int feature) {
        return feature < row[kind].length ? row[kind][feature] : -1;
    }

    private double mean(int kind, int feature) {
        if (feature >= row[kind].length) {
            return 0;
        }
        int at = row[kind][feature];
        return at >= 0 ? mean[at] : farMean[kind][feature];
    }

    private double farVariance(int kind, int feature) {
        return known(kind, feature) ? farVariance[kind][feature] : prior(kind, feature);
    }

    private double prior(int kind, int feature) {
        if (kind == COARSE) {
            return prior * BIN_SHARE;
        }
        return feature == FeatureSpace.INTERCEPT ? intercept : prior;
    }

    /** Gives a feature that is met for the first time its row, or a belief of its own when all rows are taken. */
    private void open(int kind, int feature) {
        if (known(kind, feature)) {
            return;
        }
        if (feature >= row[kind].length) {
            int before = row[kind].length;
            int room = Math.max(feature + 1, 2 * before);
            row[kind] = Arrays.copyOf(row[kind], room);
            Arrays.fill(row[kind], before, room, -1);
            farMean[kind] = Arrays.copyOf(farMean[kind], room);
            farVariance[kind] = Arrays.copyOf(farVariance[kind], room);
        }
        if (rows < MAX_ROWS) {
            if (rows == mean.length) {
                grow(Math.min(MAX_ROWS, Math.max(16, 2 * rows)));
            }
            priors[rows] = prior(kind, feature);
            covariance.open(priors[rows]);
            row[kind][feature] = rows++;
        } else {
            farVariance[kind][feature] = prior(kind, feature);
        }
    }

    private void grow(int room) {
        mean = Arrays.copyOf(mean, room);
        priors = Arrays.copyOf(priors, room);
        value = new double[room];
        reach = new double[room];
        covariance.room(room);
    }

    void write(DataOutput out) throws IOException {
        out.writeInt(rows);
        for (int k = 0; k < rows; k++) {
            out.writeDouble(mean[k]);
            out.writeDouble(priors[k]);
        }
        covariance.write(out);
        for (int kind = MAIN; kind <= COARSE; kind++) {
            out.writeInt(row[kind].length);
            for (int feature = 0; feature < row[kind].length; feature++) {
                out.writeInt(row[kind][feature]);
                if (row[kind][feature] < 0) {
                    out.writeDouble(farMean[kind][feature]);
                    out.writeDouble(farVariance[kind][feature]);
                }
            }
        }
    }

    void readFrom(DataInput in) throws IOException {
        rows = in.readInt();
        grow(rows);
        for (int k = 0; k < rows; k++) {
            mean[k] = in.readDouble();
            priors[k] = in.readDouble();
        }
        covariance.readFrom(in, rows);
        for (int kind = MAIN; kind <= COARSE; kind++) {
            int length = in.readInt();
            row[kind] = new int[length];
            farMean[kind] = new double[length];
            farVariance[kind] = new double[length];
            for (int feature = 0; feature < length; feature++) {
                row[kind][feature] = in.readInt();
                if (row[kind][feature] < 0) {
                    farMean[kind][feature] = in.readDouble();
                    farVariance[kind][feature] = in.readDouble();
                }
            }
        }
    }
}
