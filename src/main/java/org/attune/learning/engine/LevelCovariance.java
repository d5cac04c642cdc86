package org.attune.learning.engine;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;

/**
 * How one level below that of all actions (an issue, a group, an action) believes the weights of its first features to vary
 * together, for one expert. With independent weights a refusal makes every fact of that customer a little suspect and a little
 * better known, although only their sum was seen; with covariances the difference between two facts stays open until it is
 * seen (the online Laplace step of {@link JointBelief}, which does this about all actions together). The means stand in the
 * level's {@link Node}, where scores read them.
 */
final class LevelCovariance {

    private int rows;
    private double[] mean = {};

    /** The lower triangle, row after row. */
    private double[] covariance = {};

    /** Of the answer being learned, per row: its value, and its covariance with the score. */
    private double[] value = {};

    private double[] reach = {};

    /** Makes room for the features that have rows by now; a new one is independent of all others. */
    void know(FirstFeatures first, Node node, int expert) {
        int known = first.size();
        if (rows == known) {
            return;
        }
        mean = Arrays.copyOf(mean, known);
        value = new double[known];
        reach = new double[known];
        covariance = Arrays.copyOf(covariance, start(known));
        for (int k = rows; k < known; k++) {
            mean[k] = node.mean(first.feature(k), expert);
            covariance[start(k) + k] = node.prior(first.feature(k))[expert];
        }
        rows = known;
    }

    private static int start(int row) {
        return row * (row + 1) / 2;
    }

    /**
     * Begins a lesson: how the weights and the answer's score vary together.
     *
     * @return the variance of this level's score, as far as it comes from features with rows
     */
    double prepare(Encoded x, FirstFeatures first) {
        Arrays.fill(value, 0);
        Arrays.fill(reach, 0);
        for (int i = 0; i < x.size; i++) {
            int row = first.row(x.feature[i]);
            if (row >= 0) {
                value[row] += x.value[i];
            }
        }
        double variance = 0;
        for (int k = 0; k < rows; k++) {
            int at = start(k);
            double of = value[k];
            double across = 0;
            if (of == 0) {
                for (int j = 0; j < k; j++) {
                    across = Math.fma(covariance[at + j], value[j], across);
                }
                reach[k] = across;
            } else {
                for (int j = 0; j < k; j++) {
                    across = Math.fma(covariance[at + j], value[j], across);
                    reach[j] = Math.fma(covariance[at + j], of, reach[j]);
                }
                reach[k] = across + covariance[at + k] * of;
            }
        }
        for (int k = 0; k < rows; k++) {
            variance += reach[k] * value[k];
        }
        return Math.max(0, variance);
    }

    /** One step toward the answer that was prepared. */
    void learn(double gain, double shrink) {
        for (int k = 0; k < rows; k++) {
            mean[k] += reach[k] * gain;
            int at = start(k);
            double times = -reach[k] * shrink;
            for (int j = 0; j <= k; j++) {
                covariance[at + j] = Math.fma(reach[j], times, covariance[at + j]);
            }
        }
    }

    /** As before the first answer. */
    void forget() {
        rows = 0;
        mean = new double[0];
        covariance = new double[0];
        value = new double[0];
        reach = new double[0];
    }

    /** The mean of the weight of the feature in a row. */
    double mean(int row) {
        return mean[row];
    }

    int rows() {
        return rows;
    }

    void write(DataOutput out) throws IOException {
        out.writeInt(rows);
        for (int i = 0; i < start(rows); i++) {
            out.writeDouble(covariance[i]);
        }
    }

    /** @param node whose means are read already */
    void readFrom(DataInput in, FirstFeatures first, Node node, int expert) throws IOException {
        rows = in.readInt();
        mean = new double[rows];
        value = new double[rows];
        reach = new double[rows];
        covariance = new double[start(rows)];
        for (int i = 0; i < covariance.length; i++) {
            covariance[i] = in.readDouble();
        }
        for (int k = 0; k < rows; k++) {
            mean[k] = node.mean(first.feature(k), expert);
        }
    }
}
