package org.attune.policy.engine;

import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What rules read about one moment, each variable at its own slot. Filled once, then only read. A slot that was never set is not
 * known.
 */
public final class Slots {
    final double[] numbers;
    final byte[] truths;
    final @Nullable Object[] things;

    /** Empty slots for so many variables. */
    public Slots(int size) {
        numbers = new double[size];
        truths = new byte[size];
        things = new Object[size];
        Arrays.fill(numbers, Double.NaN);
        Arrays.fill(truths, (byte) Truth.UNKNOWN);
    }

    /** Sets a number; what is not a number is not known. */
    public void set(int slot, double number) {
        numbers[slot] = number;
    }

    /** Sets a yes or no. */
    public void set(int slot, boolean truth) {
        truths[slot] = (byte) Truth.of(truth);
        numbers[slot] = truth ? Truth.TRUE : Truth.FALSE;
    }

    /** Sets a word. */
    public void set(int slot, String word) {
        things[slot] = word;
    }

    /** Sets a list of words. */
    public void set(int slot, Collection<?> words) {
        things[slot] = words;
    }

    /** Sets values by name. */
    public void set(int slot, Map<?, ?> byName) {
        things[slot] = byName;
    }

    /** The value of a slot as an object, null when it is not known. */
    @Nullable
    Object value(int slot) {
        if (things[slot] != null) {
            return things[slot];
        }
        if (truths[slot] != Truth.UNKNOWN) {
            return truths[slot] == Truth.TRUE;
        }
        return Double.isNaN(numbers[slot]) ? null : (Object) numbers[slot];
    }

    @Nullable
    String word(int slot) {
        return (String) things[slot];
    }

    @Nullable
    Map<?, ?> byName(int slot) {
        return (Map<?, ?>) things[slot];
    }

    @Nullable
    Collection<?> words(int slot) {
        return (Collection<?>) things[slot];
    }
}
