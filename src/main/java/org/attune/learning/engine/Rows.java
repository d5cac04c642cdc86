package org.attune.learning.engine;

import java.util.Arrays;

/**
 * A table of weights with a row for each feature, so that summing a situation's features for a thousand columns runs along
 * memory and the compiler can do several columns at once.
 */
final class Rows {

    private double[][] row = new double[64][];
    private int known;
    private int width;

    Rows(int width) {
        this.width = width;
    }

    /** Rows there are. */
    int known() {
        return known;
    }

    /** Adds a row of zeros. */
    void add() {
        if (known == row.length) {
            row = Arrays.copyOf(row, 2 * known);
        }
        row[known++] = new double[width];
    }

    /** Makes a row a copy of another. */
    void copy(int from, int to) {
        System.arraycopy(row[from], 0, row[to], 0, width);
    }

    /** Makes room for so many columns. */
    void widen(int columns) {
        width = columns;
        for (int feature = 0; feature < known; feature++) {
            row[feature] = Arrays.copyOf(row[feature], width);
        }
    }

    double get(int feature, int column) {
        return row[feature][column];
    }

    void set(int feature, int column, double value) {
        row[feature][column] = value;
    }

    /** All columns of a feature. */
    double[] row(int feature) {
        return row[feature];
    }

    /** Sum over a situation's features for one column: the same additions, in the same order, as for all. */
    double sum(Encoded x, int column) {
        double sum = 0;
        for (int i = 0; i < x.size; i++) {
            sum = Math.fma(row[x.feature[i]][column], x.value[i], sum);
        }
        return sum;
    }

    /** The same with the values squared: variances add up so. */
    double sumSquared(Encoded x, int column) {
        double sum = 0;
        for (int i = 0; i < x.size; i++) {
            sum = Math.fma(row[x.feature[i]][column], x.square[i], sum);
        }
        return sum;
    }

    /** Sums over a situation's features for the first columns. */
    void sum(Encoded x, double[] sums, int columns) {
        sum(x, x.value, sums, columns);
    }

    /** The same with the values squared. */
    void sumSquared(Encoded x, double[] sums, int columns) {
        sum(x, x.square, sums, columns);
    }

    private void sum(Encoded x, double[] value, double[] sums, int columns) {
        Arrays.fill(sums, 0, columns, 0);
        int[] f = x.feature;
        int i = 0;
        for (; i + 3 < x.size; i += 4) {
            add(
                    sums,
                    columns,
                    row[f[i]],
                    value[i],
                    row[f[i + 1]],
                    value[i + 1],
                    row[f[i + 2]],
                    value[i + 2],
                    row[f[i + 3]],
                    value[i + 3]);
        }
        for (; i < x.size; i++) {
            add(sums, columns, row[f[i]], value[i]);
        }
    }

    /** Four rows, one after the other: the sums are those of single rows, with a quarter of the stores. */
    private static void add(
            double[] sums,
            int columns,
            double[] a,
            double ofA,
            double[] b,
            double ofB,
            double[] c,
            double ofC,
            double[] d,
            double ofD) {
        for (int column = 0; column < columns; column++) {
            sums[column] = Math.fma(
                    d[column],
                    ofD,
                    Math.fma(c[column], ofC, Math.fma(b[column], ofB, Math.fma(a[column], ofA, sums[column]))));
        }
    }

    private static void add(double[] sums, int columns, double[] a, double ofA) {
        for (int column = 0; column < columns; column++) {
            sums[column] = Math.fma(a[column], ofA, sums[column]);
        }
    }
}
