package org.attune.policy.engine;

import java.util.List;

/**
 * Many conditions as one sequence of tests with jumps, so that asking them is one small loop over flat arrays. Each test compares
 * the number in one cell with a constant. It only tells whether a condition is true: negation stands at the tests, and with
 * {@code and} and {@code or} alone "not known" then weighs the same as "false". Made by {@link Linker}; immutable.
 */
public final class Program {
    /** A test is packed into a long: cell, allowed positions, where to go on when it passes, where when not. */
    private static final int BITS = 20;

    private static final int MASK = (1 << BITS) - 1;
    private static final int POSITIONS_AT = BITS;
    private static final int YES_AT = BITS + 3;
    private static final int NO_AT = YES_AT + BITS;

    static final int TRUE = MASK;
    static final int NOT_TRUE = MASK - 1;
    /** So many tests, and so many cells and trees together, fit. */
    static final int MOST = MASK - 2;

    private final int[] entries;
    private final long[] tests;
    private final double[] limits;
    private final Cell[] cells;
    private final Condition[] trees;
    private final int variables;
    private final int firstTree;

    Program(int[] entries, long[] tests, double[] limits, List<Cell> cells, List<Condition> trees, int variables) {
        this.entries = entries;
        this.tests = tests;
        this.limits = limits;
        this.cells = cells.toArray(Cell[]::new);
        this.trees = trees.toArray(Condition[]::new);
        this.variables = variables;
        firstTree = variables + cells.size();
    }

    /** What a cell beyond those of the variables holds, worked out once for each evaluation; NaN when it is not known. */
    interface Cell {
        double value(Slots slots);
    }

    /** The numbers that tests compare: those of the variables, then the cells. */
    public double[] cells(Slots slots) {
        double[] numbers = new double[firstTree];
        System.arraycopy(slots.numbers, 0, numbers, 0, variables);
        for (int i = 0; i < cells.length; i++) {
            numbers[variables + i] = cells[i].value(slots);
        }
        return numbers;
    }

    /** Whether a condition is true. Allocates nothing. */
    public boolean holds(int condition, double[] numbers, Slots slots) {
        int at = entries[condition];
        while (at < NOT_TRUE) {
            long test = tests[at];
            double limit = limits[at];
            int cell = (int) test & MASK;
            double number = cell < firstTree ? numbers[cell] : trees[MASK - cell].truth(slots);
            int position = (number < limit ? 1 : 0) | (number == limit ? 2 : 0) | (number > limit ? 4 : 0);
            at = (int) ((position & (int) (test >>> POSITIONS_AT)) != 0 ? test >>> YES_AT : test >>> NO_AT) & MASK;
        }
        return at == TRUE;
    }

    static int treeCell(int tree) {
        return MASK - tree;
    }

    static long test(int cell, int positions, int yes, int no) {
        return cell | (long) positions << POSITIONS_AT | (long) yes << YES_AT | (long) no << NO_AT;
    }
}
