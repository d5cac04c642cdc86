package org.attune.learning.engine;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.function.ObjIntConsumer;

/**
 * What a copy for reading has still to take over: features of levels or actions whose beliefs moved. Many answers learned in a
 * row move the same weights again and again; each is taken over once, when somebody may read again.
 *
 * @param <T> whose beliefs
 */
final class Stale<T> {

    private record Owner<T>(T it, BitSet features) {}

    /** By number; those without anything to take over have an empty set. */
    private final List<Owner<T>> owners = new ArrayList<>();

    private final List<Owner<T>> moved = new ArrayList<>();

    /** Owners are numbered in the order of their coming. */
    void add(T owner) {
        owners.add(new Owner<>(owner, new BitSet()));
    }

    /** All features of an owner. */
    void all(int number, int features) {
        of(number).set(0, features);
    }

    /** The features of a situation, and those whose weights a level believes jointly. */
    void learned(int number, FirstFeatures first, Encoded x) {
        BitSet features = of(number);
        for (int row = 0; row < first.size(); row++) {
            features.set(first.feature(row));
        }
        for (int i = 0; i < x.size; i++) {
            features.set(x.feature[i]);
        }
    }

    private BitSet of(int number) {
        Owner<T> owner = owners.get(number);
        if (owner.features.isEmpty()) {
            moved.add(owner);
        }
        return owner.features;
    }

    /** Hands everything out, once. */
    void settle(ObjIntConsumer<T> takeOver) {
        for (Owner<T> owner : moved) {
            BitSet features = owner.features;
            for (int f = features.nextSetBit(0); f >= 0; f = features.nextSetBit(f + 1)) {
                takeOver.accept(owner.it, f);
            }
            features.clear();
        }
        moved.clear();
    }
}
