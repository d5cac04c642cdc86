package org.attune.learning.engine;

/**
 * Pairs of predictors as features of their own, so that a model can say "this matters for those": value with value (numbers
 * by their bin), number times number, and number within value. Their places in the tables are computed by hashing
 * (Weinberger et al. 2009); two pairs that meet in one place share a weight.
 */
final class Pairs {

    /** Places there are, a power of two; part of the stored format, as are the next and the hash. */
    static final int PLACES = 1 << 16;

    /** The first so many predictors are paired: the work of an answer grows with its square. */
    private static final int MAX_PREDICTORS = 24;

    private static final int OF_NUMBERS = 1 << 30;
    private static final int PRODUCT = 1 << 29;

    private Pairs() {}

    /** How many pairs a situation with so many predictors has at most. */
    static int most(int predictors) {
        int n = Math.min(predictors, MAX_PREDICTORS);
        return n * (n - 1);
    }

    /** A category or a missing value. */
    static int textCode(int feature) {
        return feature;
    }

    /** A number in its bin for pairs. */
    static int numberCode(int bin) {
        return OF_NUMBERS | bin;
    }

    /** Fills in the pairs of a situation's predictors. */
    static void encode(Encoded x) {
        int n = Math.min(x.predictors, MAX_PREDICTORS);
        for (int i = 0; i < n; i++) {
            boolean numberI = !Double.isNaN(x.line[i]);
            for (int j = i + 1; j < n; j++) {
                boolean numberJ = !Double.isNaN(x.line[j]);
                x.addPair(place(x.code[i], x.code[j]), 1, i, j);
                if (numberI && numberJ) {
                    x.addPair(place(PRODUCT | i, PRODUCT | j), x.line[i] * x.line[j], i, j);
                } else if (numberI) {
                    x.addPair(place(PRODUCT | i, x.code[j]), x.line[i], i, j);
                } else if (numberJ) {
                    x.addPair(place(x.code[i], PRODUCT | j), x.line[j], i, j);
                }
            }
        }
    }

    /** Two words through the finaliser of MurmurHash3 (Appleby 2011). */
    private static int place(int a, int b) {
        int h = a * 0x9E3779B1 ^ (b * 0x85EBCA77 + 0x165667B1);
        h ^= h >>> 16;
        h *= 0x85EBCA6B;
        h ^= h >>> 13;
        h *= 0xC2B2AE35;
        h ^= h >>> 16;
        return h & (PLACES - 1);
    }
}
