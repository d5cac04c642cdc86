package org.attune.learning.engine;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What is known about one predictor: its running mean and spread, its bins (fine ones for independent weights,
 * coarser ones for what is learned jointly, the coarsest for what is learned in pairs), its categories, and the feature that stands for each.
 */
final class Predictor {

    private static final double MAX_Z = 4;

    /** Bins that are learned jointly, and those that are learned in pairs; part of the stored format, as is the next. */
    private static final int COARSE_BINS = 10;

    private static final int PAIR_BINS = 6;

    private static final int COARSE_SPLIT_AFTER = 60;

    final int number;
    final String name;
    final int missing;
    final int other;
    private final Map<String, Integer> categories = new LinkedHashMap<>();
    private int line = -1;
    private long numbers;
    private double mean;
    private double squares;
    private final Bins fine = new Bins();
    private final Bins coarse = new Bins();
    private final Bins paired = new Bins();

    /** What the last value observed was: its category or its bins. Says nothing about the state. */
    private int seen;

    private int seenCoarse;
    private int seenPaired;

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
        return fine.of(value);
    }

    /** In the numbering of the coarse features. */
    int coarseBinOf(double value) {
        return coarse.of(value);
    }

    /** Its bin among those for pairs, numbered together with all other predictors' coarse bins. */
    int pairBinOf(double value) {
        return paired.of(value);
    }

    int categoryOf(String value) {
        Integer feature = categories.get(value);
        return feature == null ? other : feature;
    }

    void observe(String value, EngineSettings settings, FeatureSpace space, Growth listener) {
        Integer known = categories.get(value);
        if (known == null && categories.size() < settings.maxCategories()) {
            known = space.newFeature(Encoded.ALL, listener);
            categories.put(value, known);
        }
        seen = known == null ? other : known;
    }

    void observe(double value, EngineSettings settings, FeatureSpace space, Growth listener) {
        if (line < 0) {
            line = space.newFeature(Encoded.LINE, listener);
            fine.open(space.newFeature(Encoded.BIN, listener));
            coarse.open(space.newCoarse());
            paired.open(space.newCoarse());
        }
        numbers++;
        double off = value - mean;
        mean += off / numbers;
        squares += off * (value - mean);
        seen = fine.observe(
                value,
                settings.maxBins(),
                settings.splitAfter(),
                () -> space.newFeature(Encoded.BIN, listener),
                listener::split);
        seenCoarse = coarse.observe(value, COARSE_BINS, COARSE_SPLIT_AFTER, space::newCoarse, listener::splitCoarse);
        seenPaired = paired.observe(value, PAIR_BINS, COARSE_SPLIT_AFTER, space::newCoarse, (old, fresh) -> {});
    }

    /** The category of the text that was observed last. */
    int seen() {
        return seen;
    }

    /** Adds the number that was observed last. */
    void addSeen(double value, Encoded x) {
        x.addNumber(line, zScore(value), seen, seenCoarse, seenPaired, number);
    }

    /** Says which features are read as a line and which as bins. */
    void tellKinds(byte[] kinds) {
        if (line >= 0) {
            kinds[line] = Encoded.LINE;
        }
        for (int i = 0; i < fine.size(); i++) {
            kinds[fine.feature(i)] = Encoded.BIN;
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
        fine.write(out);
        coarse.write(out);
        paired.write(out);
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
        it.fine.readFrom(in);
        it.coarse.readFrom(in);
        it.paired.readFrom(in);
        return it;
    }
}
