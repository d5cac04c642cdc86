package org.attune.policy.engine;

/** The three answers of a condition, as ints so that nothing is boxed. */
public final class Truth {
    public static final int FALSE = 0;
    public static final int TRUE = 1;
    /** A value that was needed is not known, or an operation has no result. */
    public static final int UNKNOWN = 2;

    private Truth() {}

    static int of(boolean value) {
        return value ? TRUE : FALSE;
    }
}
