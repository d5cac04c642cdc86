package org.attune.learning.engine;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What is known about one predictor: its running mean and spread, its bins, its categories, and the feature that stands
 * for each.
 *
 * <p>Bins come into being by splitting: a bin that holds enough answers is cut at its own mean, and both halves go on
 * with the weights of the whole, so the model's curve never jumps.
 */
final class Predictor {

    private static final double MAX_Z = 4;

    /** Told when a bin is cut: the new feature starts as a copy of the old one. */
    interface SplitListener {
        void split(int oldFeature, int newFeature);
    }

    final int number;
    final String name;
    final int missing;
    final int other;
    private final Map<String, Integer> categories = new LinkedHashMap<>();
    private int line = -1;
    private long numbers;
    private double mean;
    private double squares;
    private int bins;
    private int[] bin = {};
    private double[] upper = {};
    private long[] held = {};
    private double[] sum = {};
    private double[] low = {};
    private double[] high = {};

    /** @param number its place among the predictors, in the order of their coming */
    Predictor(int number, String name, int missing, int other) {
        this.number = number;
        this.name = name;
        this.missing = missing;
        this.other = other;
    }

    boolean isNumeric() {
        return line >= 0;
    }

    int line() {
        return line;
    }

    /** Distance from the running mean in standard deviations, held within four. */
    double zScore(double value) {
        double variance = numbers > 1 ? squares / (numbers - 1) : 0;
        return variance > 0 ? Numbers.clamp((value - mean) / Math.sqrt(variance), -MAX_Z, MAX_Z) : 0;
    }

    int binOf(double value) {
        return bin[place(value)];
    }

    int categoryOf(String value) {
        Integer feature = categories.get(value);
        return feature == null ? other : feature;
    }

    void observe(String value, EngineSettings settings, FeatureSpace space) {
        if (!categories.containsKey(value) && categories.size() < settings.maxCategories()) {
            categories.put(value, space.newFeature(Encoded.ALL));
        }
    }

    void observe(double value, EngineSettings settings, FeatureSpace space, SplitListener listener) {
        if (line < 0) {
            line = space.newFeature(Encoded.LINE);
            insert(0, space.newFeature(Encoded.BIN), Double.POSITIVE_INFINITY);
        }
        numbers++;
        double off = value - mean;
        mean += off / numbers;
        squares += off * (value - mean);
        int at = place(value);
        held[at]++;
        sum[at] += value;
        low[at] = Math.min(low[at], value);
        high[at] = Math.max(high[at], value);
        if (bins < settings.maxBins() && held[at] >= settings.splitAfter() && low[at] < high[at]) {
            split(at, space, listener);
        }
    }

    private void split(int at, FeatureSpace space, SplitListener listener) {
        double cut = sum[at] / held[at];
        if (!(cut >= low[at] && cut < high[at])) {
            cut = low[at];
        }
        int fresh = space.newFeature(Encoded.BIN);
        double end = upper[at];
        upper[at] = cut;
        clear(at);
        insert(at + 1, fresh, end);
        listener.split(bin[at], fresh);
    }

    private int place(double value) {
        int from = 0;
        int to = bins - 1;
        while (from < to) {
            int middle = (from + to) >>> 1;
            if (value <= upper[middle]) {
                to = middle;
            } else {
                from = middle + 1;
            }
        }
        return from;
    }

    private void insert(int at, int feature, double end) {
        grow(bins + 1);
        int moved = bins - at;
        System.arraycopy(bin, at, bin, at + 1, moved);
        System.arraycopy(upper, at, upper, at + 1, moved);
        System.arraycopy(held, at, held, at + 1, moved);
        System.arraycopy(sum, at, sum, at + 1, moved);
        System.arraycopy(low, at, low, at + 1, moved);
        System.arraycopy(high, at, high, at + 1, moved);
        bins++;
        bin[at] = feature;
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
        bin = Arrays.copyOf(bin, size);
        upper = Arrays.copyOf(upper, size);
        held = Arrays.copyOf(held, size);
        sum = Arrays.copyOf(sum, size);
        low = Arrays.copyOf(low, size);
        high = Arrays.copyOf(high, size);
    }

    /** Says which features are read as a line and which as bins. */
    void tellKinds(FeatureSpace space) {
        if (line >= 0) {
            space.setKind(line, Encoded.LINE);
        }
        for (int i = 0; i < bins; i++) {
            space.setKind(bin[i], Encoded.BIN);
        }
    }

    void write(DataOutput out) throws IOException {
        out.writeUTF(name);
        out.writeInt(missing);
        out.writeInt(other);
        out.writeInt(categories.size());
        for (Map.Entry<String, Integer> category : categories.entrySet()) {
            out.writeUTF(category.getKey());
            out.writeInt(category.getValue());
        }
        out.writeInt(line);
        out.writeLong(numbers);
        out.writeDouble(mean);
        out.writeDouble(squares);
        out.writeInt(bins);
        for (int i = 0; i < bins; i++) {
            out.writeInt(bin[i]);
            out.writeDouble(upper[i]);
            out.writeLong(held[i]);
            out.writeDouble(sum[i]);
            out.writeDouble(low[i]);
            out.writeDouble(high[i]);
        }
    }

    static Predictor read(int number, DataInput in) throws IOException {
        Predictor it = new Predictor(number, in.readUTF(), in.readInt(), in.readInt());
        int categories = in.readInt();
        for (int i = 0; i < categories; i++) {
            String category = in.readUTF();
            it.categories.put(category, in.readInt());
        }
        it.line = in.readInt();
        it.numbers = in.readLong();
        it.mean = in.readDouble();
        it.squares = in.readDouble();
        it.bins = in.readInt();
        it.grow(it.bins);
        for (int i = 0; i < it.bins; i++) {
            it.bin[i] = in.readInt();
            it.upper[i] = in.readDouble();
            it.held[i] = in.readLong();
            it.sum[i] = in.readDouble();
            it.low[i] = in.readDouble();
            it.high[i] = in.readDouble();
        }
        return it;
    }
}
