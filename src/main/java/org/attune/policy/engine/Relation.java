package org.attune.policy.engine;

/** How two values must lie to each other. */
public enum Relation {
    LESS(1),
    AT_MOST(3),
    EQUAL(2),
    DIFFERENT(5),
    AT_LEAST(6),
    MORE(4);

    /** Bits of the allowed positions: 1 below, 2 equal, 4 above. */
    final int mask;

    Relation(int mask) {
        this.mask = mask;
    }

    /** The relation seen from the other side. */
    public Relation turned() {
        return switch (this) {
            case LESS -> MORE;
            case AT_MOST -> AT_LEAST;
            case AT_LEAST -> AT_MOST;
            case MORE -> LESS;
            case EQUAL, DIFFERENT -> this;
        };
    }

    static int numbers(double a, double b, int mask) {
        if (a != a || b != b) {
            return Truth.UNKNOWN;
        }
        int position = a < b ? 1 : a > b ? 4 : 2;
        return Truth.of((position & mask) != 0);
    }

    static int words(String a, String b, int mask) {
        if (mask == EQUAL.mask) {
            return Truth.of(a.equals(b));
        }
        if (mask == DIFFERENT.mask) {
            return Truth.of(!a.equals(b));
        }
        int order = a.compareTo(b);
        int position = order < 0 ? 1 : order > 0 ? 4 : 2;
        return Truth.of((position & mask) != 0);
    }
}
