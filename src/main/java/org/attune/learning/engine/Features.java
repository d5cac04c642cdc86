package org.attune.learning.engine;

import java.util.Arrays;

/**
 * The features as beliefs know them: how many there are by now, how each is read, and which are believed jointly. A
 * {@link FeatureSpace} gives the numbers; here they count from the answer on that brought them, so that situations can be read
 * ahead of what is learned.
 */
final class Features {

    private final FirstFeatures first = new FirstFeatures();
    private byte[] kinds = new byte[64];
    private int count = 1; // the intercept, which every expert reads

    /** The next number. */
    void open(byte kind) {
        if (count == kinds.length) {
            kinds = Arrays.copyOf(kinds, 2 * count);
        }
        kinds[count++] = kind;
    }

    /** How many there are. */
    int count() {
        return count;
    }

    /** How a feature is read: {@link Encoded#ALL}, {@link Encoded#LINE} or {@link Encoded#BIN}. */
    byte kind(int feature) {
        return kinds[feature];
    }

    /** Those that levels below that of all actions believe jointly. */
    FirstFeatures first() {
        return first;
    }
}
