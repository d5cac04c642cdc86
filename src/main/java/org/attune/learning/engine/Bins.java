package org.attune.learning.engine;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;
import java.util.function.IntSupplier;

/**
 * The stretches of a number's range that a model tells apart. They come into being by splitting: a bin that holds enough
 * answers is cut at its own mean, and both halves go on with what was believed about the whole, so nothing jumps.
 */
final class Bins {

    /** Told when a bin is cut: the new feature starts as a copy of the old one. */
    interface SplitListener {
        void split(int oldFeature, int newFeature);
    }

    private int bins;
    private int[] feature = {};
    private double[] upper = {};
    private long[] held = {};
    private double[] sum = {};
    private double[] low = {};
    private double[] high = {};

    int size() {
        return bins;
    }

    /** The feature of a bin by its place in the range. */
    int feature(int place) {
        return feature[place];
    }

    /** The feature of the bin that holds a value. */
    int of(double value) {
        return feature[place(value)];
    }

    /** Opens the one bin that everything begins with. */
    void open(int first) {
        insert(0, first, Double.POSITIVE_INFINITY);
    }

    /** Counts a value, and cuts its bin when that holds enough; the feature of the bin that holds it then. */
    int observe(double value, int maxBins, int splitAfter, IntSupplier newFeature, SplitListener listener) {
        int at = place(value);
        held[at]++;
        sum[at] += value;
        low[at] = Math.min(low[at], value);
        high[at] = Math.max(high[at], value);
        if (bins < maxBins && held[at] >= splitAfter && low[at] < high[at]) {
            split(at, newFeature.getAsInt(), listener);
            return of(value);
        }
        return feature[at];
    }

    private void split(int at, int fresh, SplitListener listener) {
        double cut = sum[at] / held[at];
        if (!(cut >= low[at] && cut < high[at])) {
            cut = low[at];
        }
        double end = upper[at];
        upper[at] = cut;
        clear(at);
        insert(at + 1, fresh, end);
        listener.split(feature[at], fresh);
    }

    /** Halves what is left without a branch on the value: the processor could not guess it. */
    private int place(double value) {
        int from = 0;
        for (int left = bins; left > 1; ) {
            int half = left >>> 1;
            from += upper[from + half - 1] < value ? half : 0;
            left -= half;
        }
        return from;
    }

    private void insert(int at, int fresh, double end) {
        grow(bins + 1);
        int moved = bins - at;
        System.arraycopy(feature, at, feature, at + 1, moved);
        System.arraycopy(upper, at, upper, at + 1, moved);
        System.arraycopy(held, at, held, at + 1, moved);
        System.arraycopy(sum, at, sum, at + 1, moved);
        System.arraycopy(low, at, low, at + 1, moved);
        System.arraycopy(high, at, high, at + 1, moved);
        bins++;
        feature[at] = fresh;
        upper[at] = end;
        clear(at);
    }

    private void clear(int at) {
        held[at] = 0;
        sum[at] = 0;
        low[at] = Double.POSITIVE_INFINITY;
        high[at] = Double.NEGATIVE_INFINITY;
    }

    private void grow(int size) {
        feature = Arrays.copyOf(feature, size);
        upper = Arrays.copyOf(upper, size);
        held = Arrays.copyOf(held, size);
        sum = Arrays.copyOf(sum, size);
        low = Arrays.copyOf(low, size);
        high = Arrays.copyOf(high, size);
    }

    void write(DataOutput out) throws IOException {
        out.writeInt(bins);
        for (int i = 0; i < bins; i++) {
            out.writeInt(feature[i]);
            out.writeDouble(upper[i]);
            out.writeLong(held[i]);
            out.writeDouble(sum[i]);
            out.writeDouble(low[i]);
            out.writeDouble(high[i]);
        }
    }

    Bins readFrom(DataInput in) throws IOException {
        bins = in.readInt();
        grow(bins);
        for (int i = 0; i < bins; i++) {
            feature[i] = in.readInt();
            upper[i] = in.readDouble();
            held[i] = in.readLong();
            sum[i] = in.readDouble();
            low[i] = in.readDouble();
            high[i] = in.readDouble();
        }
        return this;
    }
}
