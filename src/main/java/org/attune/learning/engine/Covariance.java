package org.attune.learning.engine;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;

/**
 * How many weights vary together, as a matrix that answers make narrower. Both triangles are kept, so that everything runs
 * along memory, and several answers are taken off in one pass: until then each is a vector beside the matrix. Products are
 * added without rounding in between ({@link Math#fma}): one instruction, and the same bits everywhere.
 */
final class Covariance {

    /** So many answers are taken off at once. Part of the stored format. */
    private static final int PENDING = 4;

    private double[][] matrix = {};

    /** Answers that have not been taken off yet: covariances of the weights with the score, times the root of the shrink. */
    private final double[][] narrowing = new double[PENDING][0];

    private int pending;
    private int rows;

    /** Makes room for so many rows. */
    void room(int room) {
        int before = matrix.length;
        matrix = Arrays.copyOf(matrix, room);
        for (int k = 0; k < room; k++) {
            matrix[k] = k < before ? Arrays.copyOf(matrix[k], room) : new double[room];
        }
        for (int b = 0; b < PENDING; b++) {
            narrowing[b] = Arrays.copyOf(narrowing[b], room);
        }
    }

    /** A weight that is independent of all others. */
    void open(double variance) {
        matrix[rows][rows] = variance;
        rows++;
    }

    /** Variance of one weight. */
    double variance(int row) {
        double own = matrix[row][row];
        for (int b = 0; b < pending; b++) {
            own -= narrowing[b][row] * narrowing[b][row];
        }
        return own;
    }

    /** Makes one weight less sure. */
    void loosen(int row, double by) {
        matrix[row][row] += by;
    }

    /** Variance of the sum of the weights that a situation has noted, times their values. */
    double variance(Encoded x) {
        double sum = 0;
        for (int i = 0; i < x.rows; i++) {
            double[] own = matrix[x.row[i]];
            double across = 0;
            for (int j = 0; j < i; j++) {
                across += own[x.row[j]] * x.rowValue[j];
            }
            sum += (own[x.row[i]] * x.rowValue[i] + 2 * across) * x.rowValue[i];
        }
        for (int b = 0; b < pending; b++) {
            double along = along(narrowing[b], x);
            sum -= along * along;
        }
        return Math.max(0, sum);
    }

    /**
     * Covariance of each weight with that sum.
     *
     * @return the variance of the sum
     */
    double reach(Encoded x, double[] to) {
        Arrays.fill(to, 0, rows, 0);
        int i = 0;
        for (; i + 3 < x.rows; i += 4) {
            add(to, rows, x, i);
        }
        for (; i < x.rows; i++) {
            add(to, matrix[x.row[i]], rows, x.rowValue[i]);
        }
        for (int b = 0; b < pending; b++) {
            add(to, narrowing[b], rows, -along(narrowing[b], x));
        }
        return Math.max(0, along(to, x));
    }

    private static double along(double[] weights, Encoded x) {
        double sum = 0;
        for (int i = 0; i < x.rows; i++) {
            sum += weights[x.row[i]] * x.rowValue[i];
        }
        return sum;
    }

    /** Takes off what an answer has told. */
    void narrow(double[] reach, double shrink) {
        double[] narrower = narrowing[pending++];
        Arrays.fill(narrower, 0);
        add(narrower, reach, rows, Math.sqrt(shrink));
    }

    /** Ends a lesson. */
    void rest() {
        if (pending == PENDING) {
            settle();
        }
    }

    /** A weight becomes two that lie on both sides of it. */
    void split(int from, int to, double apart) {
        settle();
        for (int k = 0; k < rows; k++) {
            if (k != to) {
                matrix[to][k] = matrix[from][k];
                matrix[k][to] = matrix[from][k];
            }
        }
        matrix[to][to] = matrix[from][from] + apart;
        matrix[to][from] = matrix[from][from] - apart;
        matrix[from][to] = matrix[to][from];
        matrix[from][from] += apart;
    }

    private void settle() {
        for (int b = pending; b < PENDING; b++) {
            Arrays.fill(narrowing[b], 0);
        }
        for (int k = 0; k < rows && pending > 0; k++) {
            settle(matrix[k], k, rows, narrowing[0], narrowing[1], narrowing[2], narrowing[3]);
        }
        pending = 0;
    }

    private static void settle(double[] row, int k, int length, double[] a, double[] b, double[] c, double[] d) {
        double ofA = -a[k];
        double ofB = -b[k];
        double ofC = -c[k];
        double ofD = -d[k];
        for (int j = 0; j < length; j++) {
            row[j] = Math.fma(d[j], ofD, Math.fma(c[j], ofC, Math.fma(b[j], ofB, Math.fma(a[j], ofA, row[j]))));
        }
    }

    /** Four rows at once, by the values of the situation from a place on. */
    private void add(double[] to, int length, Encoded x, int i) {
        double[] a = matrix[x.row[i]];
        double[] b = matrix[x.row[i + 1]];
        double[] c = matrix[x.row[i + 2]];
        double[] d = matrix[x.row[i + 3]];
        double ofA = x.rowValue[i];
        double ofB = x.rowValue[i + 1];
        double ofC = x.rowValue[i + 2];
        double ofD = x.rowValue[i + 3];
        for (int j = 0; j < length; j++) {
            to[j] = Math.fma(d[j], ofD, Math.fma(c[j], ofC, Math.fma(b[j], ofB, Math.fma(a[j], ofA, to[j]))));
        }
    }

    /** Adds one vector to another, times a factor. */
    static void add(double[] to, double[] what, int length, double times) {
        for (int j = 0; j < length; j++) {
            to[j] = Math.fma(what[j], times, to[j]);
        }
    }

    void write(DataOutput out) throws IOException {
        for (int k = 0; k < rows; k++) {
            for (int j = 0; j <= k; j++) {
                out.writeDouble(matrix[k][j]);
            }
        }
        out.writeInt(pending);
        for (int b = 0; b < pending; b++) {
            for (int k = 0; k < rows; k++) {
                out.writeDouble(narrowing[b][k]);
            }
        }
    }

    /** @param known rows that were written; there is room for them */
    void readFrom(DataInput in, int known) throws IOException {
        rows = known;
        for (int k = 0; k < rows; k++) {
            for (int j = 0; j <= k; j++) {
                matrix[k][j] = in.readDouble();
                matrix[j][k] = matrix[k][j];
            }
        }
        pending = in.readInt();
        for (int b = 0; b < pending; b++) {
            for (int k = 0; k < rows; k++) {
                narrowing[b][k] = in.readDouble();
            }
        }
    }
}
