package org.attune.policy.engine;

/** A number worked out from two others; not known when one of them is not, or when there is no result. */
public final class Arithmetic extends Quantity {
    /** Beyond this whole numbers are no longer exact. */
    private static final double EXACT = 0x1p53;

    /** What to do. */
    public enum Operator {
        ADD,
        SUBTRACT,
        MULTIPLY,
        DIVIDE,
        REMAINDER
    }

    private final Operator operator;
    private final Quantity left;
    private final Quantity right;
    private final boolean whole;

    /**
     * @param whole whether both sides are whole numbers: then the result is one, too (5 / 2 is 2), and dividing by zero has
     *     none
     */
    public Arithmetic(Operator operator, Quantity left, Quantity right, boolean whole) {
        this.operator = operator;
        this.left = left;
        this.right = right;
        this.whole = whole;
    }

    @Override
    double number(Slots slots) {
        double a = left.number(slots);
        double b = right.number(slots);
        double result = switch (operator) {
            case ADD -> a + b;
            case SUBTRACT -> a - b;
            case MULTIPLY -> a * b;
            case DIVIDE -> whole ? truncated(a, b) : a / b;
            case REMAINDER -> a % b;
        };
        return whole && Math.abs(result) > EXACT ? Double.NaN : result;
    }

    private static double truncated(double a, double b) {
        if (b == 0) {
            return Double.NaN;
        }
        double result = a / b;
        return result < 0 ? Math.ceil(result) : Math.floor(result);
    }

    @Override
    void read(Slots slots, Reading reading) {
        left.read(slots, reading);
        right.read(slots, reading);
    }
}
