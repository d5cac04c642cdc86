package org.attune.policy.engine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Turns conditions into one {@link Program}. What several conditions ask of a map, a list or a word is worked out once. */
public final class Linker {
    private static final int EQUAL = Relation.EQUAL.mask;
    /** Any position: the value is known. */
    static final int KNOWN = 7;
    /** The condition of a nested choice is written twice at each level. */
    private static final int MOST_NESTED_CHOICES = 3;

    private final int variables;
    private long[] tests = new long[256];
    private double[] limits = new double[256];
    private int size;
    private int choices;
    private final Map<CellKey, Integer> cellOf = new HashMap<>();
    private final List<Program.Cell> cells = new ArrayList<>();
    private final List<Condition> trees = new ArrayList<>();
    private final Map<String, Integer> codes = new HashMap<>();

    private record CellKey(char kind, int slot, @Nullable String name) {}

    private Linker(int variables) {
        this.variables = variables;
    }

    /** Links conditions over so many variables; a condition keeps its place in the list as its number. */
    public static Program link(List<Condition> conditions, int variables) {
        Linker linker = new Linker(variables);
        int[] entries = new int[conditions.size()];
        for (int i = 0; i < entries.length; i++) {
            entries[i] = conditions.get(i).link(linker, true, Program.TRUE, Program.NOT_TRUE);
        }
        if (linker.size > Program.MOST || variables + linker.cells.size() + linker.trees.size() > Program.MOST) {
            throw new IllegalStateException("more rules than fit: " + linker.size + " tests");
        }
        return new Program(
                entries,
                Arrays.copyOf(linker.tests, linker.size),
                Arrays.copyOf(linker.limits, linker.size),
                linker.cells,
                linker.trees,
                variables);
    }

    /**
     * A test of a cell.
     *
     * @param positive whether it asks for the relation or for its opposite
     * @param yes where to go on when it is so
     * @param no where to go on when it is not so, or not known
     * @return where the test stands
     */
    int test(int cell, int positions, double limit, boolean positive, int yes, int no) {
        if (size == tests.length) {
            tests = Arrays.copyOf(tests, 2 * size);
            limits = Arrays.copyOf(limits, 2 * size);
        }
        tests[size] = Program.test(cell, positive ? positions : KNOWN & ~positions, yes, no);
        limits[size] = limit;
        return size++;
    }

    /** A test of what is evaluated as the tree it is. */
    int tree(Condition condition, boolean positive, int yes, int no) {
        trees.add(condition);
        int cell = Program.treeCell(trees.size() - 1);
        return test(cell, EQUAL, positive ? Truth.TRUE : Truth.FALSE, true, yes, no);
    }

    /** The parts one after the other: all must be so, or one suffices. */
    int chain(Condition[] parts, boolean positive, boolean all, int yes, int no) {
        int next = all ? yes : no;
        for (int i = parts.length - 1; i >= 0; i--) {
            next = parts[i].link(this, positive, all ? next : yes, all ? no : next);
        }
        return next;
    }

    /** One of two, or the choice as a tree when too many are nested. */
    int choice(
            Condition whole,
            Condition condition,
            Condition yesPart,
            Condition noPart,
            boolean positive,
            int yes,
            int no) {
        if (choices == MOST_NESTED_CHOICES) {
            return tree(whole, positive, yes, no);
        }
        choices++;
        int otherwise = condition.link(this, false, noPart.link(this, positive, yes, no), no);
        int entry = condition.link(this, true, yesPart.link(this, positive, yes, no), otherwise);
        choices--;
        return entry;
    }

    /** Whether a cell holds one of some numbers. */
    int oneOf(int cell, double[] numbers, boolean positive, int yes, int no) {
        if (numbers.length == 0) {
            return positive ? no : test(cell, KNOWN, 0, true, yes, no);
        }
        int next = positive ? no : yes;
        for (double each : numbers) {
            next = test(cell, EQUAL, each, positive, positive ? yes : next, positive ? next : no);
        }
        return next;
    }

    /** The cell of something that is asked of a slot, made when it is new. */
    int cell(char kind, int slot, @Nullable String name, Program.Cell cell) {
        return cellOf.computeIfAbsent(new CellKey(kind, slot, name), key -> {
            cells.add(cell);
            return variables + cells.size() - 1;
        });
    }

    /** The cell with the number of a word; words that no rule names share one. -1 when the word has no cell of its own. */
    int wordCell(Word word) {
        return switch (word) {
            case Words.Variable variable -> cell('w', variable.slot, null, slots -> code(word.word(slots)));
            case Words.Entry entry
            when entry.key instanceof Words.Constant name ->
                cell('e', entry.slot, name.word, slots -> code(word.word(slots)));
            default -> -1;
        };
    }

    private double code(@Nullable String word) {
        return word == null ? Double.NaN : codes.getOrDefault(word, -1);
    }

    /** The number that stands for a word of a rule. */
    double constant(String word) {
        return codes.computeIfAbsent(word, key -> codes.size());
    }

    /** The cell of a number; -1 when it has none of its own. */
    int numberCell(Quantity quantity) {
        return switch (quantity) {
            case Quantities.Variable variable -> variable.slot;
            case Quantities.Size of -> cell('s', of.slot, null, quantity::number);
            case Quantities.Entry entry
            when entry.key instanceof Words.Constant name -> cell('n', entry.slot, name.word, quantity::number);
            default -> -1;
        };
    }

    /** The cell of yes and no. */
    int truthCell(char kind, int slot, String name, Condition condition) {
        return cell(kind, slot, name, slots -> {
            int truth = condition.truth(slots);
            return truth == Truth.UNKNOWN ? Double.NaN : truth;
        });
    }
}
