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
    private static final int MAX_ROWS = 192;

    /** The weight of a coarse bin is narrower than that of a category: it corrects the line. Part of the stored format. */
    private static final double BIN_SHARE = 0.5;

    /** Kinds of features beside {@link Encoded}'s: the numberings of fine and coarse features are two. */
    private static final int MAIN = 0;

    private static final int COARSE = 1;

    private final FeatureSpace space;
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

    /** The lower triangle: half as much to read and write. */
    private double[][] covariance = {};

    /** Of the answer being learned, per row: its value, and its covariance with the score. */
    private double[] value = {};

    private double[] reach = {};

    JointBelief(EngineSettings.Expert expert, double intercept, FeatureSpace space) {
        this.space = space;
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
        double sum = 0;
        for (int i = 0; i < x.rows; i++) {
            double[] own = covariance[x.row[i]];
            double across = beside(own, x, i);
            sum += (own[x.row[i]] * x.rowValue[i] + 2 * across) * x.rowValue[i];
        }
        return Math.max(0, sum) + far;
    }

    /** Notes the features that have rows, from the first row on, and returns the variance that comes from the others. */
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
        int place = x.rows++;
        while (place > 0 && x.row[place - 1] > at) {
            x.row[place] = x.row[place - 1];
            x.rowValue[place] = x.rowValue[place - 1];
            place--;
        }
        x.row[place] = at;
        x.rowValue[place] = value;
        return 0;
    }

    /**
     * Begins a lesson: how the weights and the answer's score vary together.
     *
     * @return the variance of the score
     */
    double prepare(Encoded x) {
        for (int i = 0; i < x.size; i++) {
            if (reads(x, i)) {
                open(MAIN, x.feature[i]);
            }
        }
        for (int i = 0; bins && i < x.coarseSize; i++) {
            open(COARSE, x.coarse[i]);
        }
        double far = gather(x);
        Arrays.fill(reach, 0, rows, 0);
        Arrays.fill(value, 0, rows, 0);
        for (int i = 0; i < x.rows; i++) {
            int at = x.row[i];
            add(reach, covariance[at], at + 1, x.rowValue[i]);
            value[at] += x.rowValue[i];
        }
        for (int k = 1, before = 0; k < rows; k++) {
            while (before < x.rows && x.row[before] < k) {
                before++;
            }
            reach[k] += beside(covariance[k], x, before);
        }
        double near = 0;
        for (int k = 0; k < rows; k++) {
            near += reach[k] * value[k];
        }
        return Math.max(0, near) + far;
    }

    /** Sum of a row's covariances with the first features noted, times their values. */
    private static double beside(double[] own, Encoded x, int count) {
        int[] row = x.row;
        double[] value = x.rowValue;
        double even = 0;
        double odd = 0;
        int i = 0;
        for (; i + 1 < count; i += 2) {
            even += own[row[i]] * value[i];
            odd += own[row[i + 1]] * value[i + 1];
        }
        return i < count ? even + odd + own[row[i]] * value[i] : even + odd;
    }

    /** One step toward the answer that was prepared, with this expert's gain and shrink. */
    void learn(Encoded x, double gain, double shrink) {
        for (int k = 0; k < rows; k++) {
            mean[k] += reach[k] * gain;
            if (reach[k] != 0) {
                add(covariance[k], reach, k + 1, -reach[k] * shrink);
            }
        }
        for (int k = 0; drift > 0 && k < rows; k++) {
            if (value[k] != 0) {
                loosen(k);
            }
        }
        for (int i = 0; i < x.size; i++) {
            if (reads(x, i)) {
                learnFar(MAIN, x.feature[i], x.value[i], gain, shrink);
            }
        }
        for (int i = 0; bins && i < x.coarseSize; i++) {
            learnFar(COARSE, x.coarse[i], 1, gain, shrink);
        }
    }

    private void learnFar(int kind, int feature, double value, double gain, double shrink) {
        if (row[kind][feature] < 0) {
            double far = farVariance[kind][feature] * value;
            farMean[kind][feature] += far * gain;
            double narrowed = farVariance[kind][feature] - far * far * shrink;
            farVariance[kind][feature] = narrowed + drift * (prior(kind, feature) - narrowed);
        }
    }

    private static void add(double[] to, double[] what, int length, double times) {
        for (int j = 0; j < length; j++) {
            to[j] += what[j] * times;
        }
    }

    /** What was believed is a little less sure today. */
    private void loosen(int at) {
        if (covariance[at][at] < priors[at]) {
            covariance[at][at] += drift * priors[at];
        }
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
            for (int k = 0; k < to; k++) {
                covariance[to][k] = k > from ? covariance[k][from] : covariance[from][k];
            }
            double apart = prior * BIN_SHARE;
            covariance[to][to] = covariance[from][from] + apart;
            covariance[to][from] = covariance[from][from] - apart;
            covariance[from][from] += apart;
        } else {
            mean[to] = farMean[COARSE][old];
        }
    }

    private boolean reads(Encoded x, int i) {
        byte kind = space.kind(x.feature[i]);
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
            covariance[rows][rows] = priors[rows];
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
        int before = covariance.length;
        covariance = Arrays.copyOf(covariance, room);
        for (int k = before; k < room; k++) {
            covariance[k] = new double[k + 1];
        }
    }

    void write(DataOutput out) throws IOException {
        out.writeInt(rows);
        for (int k = 0; k < rows; k++) {
            out.writeDouble(mean[k]);
            out.writeDouble(priors[k]);
            for (int j = 0; j <= k; j++) {
                out.writeDouble(covariance[k][j]);
            }
        }
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
            for (int j = 0; j <= k; j++) {
                covariance[k][j] = in.readDouble();
            }
        }
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
