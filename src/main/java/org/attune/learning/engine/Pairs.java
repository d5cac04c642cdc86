package org.attune.learning.engine;

/**
 * Pairs of predictors as features of their own, so that a model can say "this matters for those": value with value (numbers
 * by their bin), number times number, and number within value. Their places in the tables are computed by hashing
 * (Weinberger et al. 2009); two pairs that meet in one place share a weight.
 * A text beyond those that have a feature of their own stands here too, by itself.
 */
final class Pairs {

    /** Places there are, a power of two; part of the stored format, as are the next and the hash. */
    static final int PLACES = 1 << 16;

    /** The first so many predictors are paired: the work of an answer grows with its square. */
    private static final int MAX_PREDICTORS = 24;

    private static final int OF_NUMBERS = 1 << 30;
    private static final int PRODUCT = 1 << 29;
    private static final int RARE = 1 << 31;

    /** A rare text by itself counts this much: its weight may be wider by the square of it than a pair's. */
    private static final double RARE_VALUE = 24;

    private Pairs() {}

    /** How many pairs a situation with so many predictors has at most. */
    static int most(int predictors) {
        int n = Math.min(predictors, MAX_PREDICTORS);
        return n * (n - 1) + predictors;
    }

    /** A category or a missing value. */
    static int textCode(int feature) {
        return feature;
    }

    /** A number in its bin for pairs. */
    static int numberCode(int bin) {
        return OF_NUMBERS | bin;
    }

    /** One of the many texts of a predictor that have no feature of their own. */
    static int rareCode(int predictor, String text) {
        return RARE | place(predictor, text.hashCode()) << 8 | text.hashCode() & 0xFF;
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
        for (int i = 0; i < x.predictors; i++) {
            if ((x.code[i] & RARE) != 0) {
                x.addPair(place(x.code[i], RARE), RARE_VALUE, i, i);
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
