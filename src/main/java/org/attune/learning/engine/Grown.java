package org.attune.learning.engine;

import java.util.Arrays;

/** How features grew with one answer, to be told later to those who have beliefs about them. */
final class Grown implements Growth {

    private static final int OPENED = 0;
    private static final int SPLIT = 1;
    private static final int SPLIT_COARSE = 2;

    private int[] what = new int[48];
    private int size;

    @Override
    public void opened(byte kind) {
        add(OPENED, kind, 0);
    }

    @Override
    public void split(int oldFeature, int newFeature) {
        add(SPLIT, oldFeature, newFeature);
    }

    @Override
    public void splitCoarse(int oldFeature, int newFeature) {
        add(SPLIT_COARSE, oldFeature, newFeature);
    }

    private void add(int kind, int one, int other) {
        if (size == what.length) {
            what = Arrays.copyOf(what, 2 * size);
        }
        what[size++] = kind;
        what[size++] = one;
        what[size++] = other;
    }

    /** Tells it, once. */
    void tell(Growth listener) {
        for (int i = 0; i < size; i += 3) {
            switch (what[i]) {
                case OPENED -> listener.opened((byte) what[i + 1]);
                case SPLIT -> listener.split(what[i + 1], what[i + 2]);
                default -> listener.splitCoarse(what[i + 1], what[i + 2]);
            }
        }
        size = 0;
    }
}
