package org.attune.learning.engine;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;

/**
 * The features whose weights a level below that of all actions believes jointly, see {@link LevelCovariance}: the first that
 * answers met and that are no bins, numbered in that order. All levels and experts share the numbering.
 */
final class FirstFeatures {

    /** How many there are at most: memory and the work of an answer grow with the square. Part of the stored format. */
    private static final int MOST = 64;

    private static final int NONE = -1;

    /** None at all. */
    static final FirstFeatures NOBODY = new FirstFeatures();

    private final int[] feature = new int[MOST];
    private int[] row = {};
    private int size;

    /** How many there are by now. */
    int size() {
        return size;
    }

    /** The feature in a row. */
    int feature(int of) {
        return feature[of];
    }

    /** The row of a feature, below 0 when it has none. */
    int row(int of) {
        return of < row.length ? row[of] : NONE;
    }

    /** Gives the features of an answer their rows, as long as there are any left. */
    void meet(Encoded x, Features known) {
        for (int i = 0; i < x.size && size < MOST; i++) {
            if (row(x.feature[i]) < 0 && known.kind(x.feature[i]) != Encoded.BIN) {
                open(x.feature[i]);
            }
        }
    }

    private void open(int fresh) {
        if (fresh >= row.length) {
            int before = row.length;
            row = Arrays.copyOf(row, Math.max(fresh + 1, 2 * before));
            Arrays.fill(row, before, row.length, NONE);
        }
        feature[size] = fresh;
        row[fresh] = size++;
    }

    void write(DataOutput out) throws IOException {
        out.writeInt(size);
        for (int i = 0; i < size; i++) {
            out.writeInt(feature[i]);
        }
    }

    void readFrom(DataInput in) throws IOException {
        int count = in.readInt();
        for (int i = 0; i < count; i++) {
            open(in.readInt());
        }
    }
}
