package org.attune.policy.engine;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Conditions that compare values. */
public final class Comparisons {
    private Comparisons() {}

    /** Compares numbers. */
    public static Condition numbers(Quantity left, Relation relation, Quantity right) {
        if (left instanceof Quantities.Variable variable && right instanceof Quantities.Constant constant) {
            return new Threshold(variable.slot, relation.mask, constant.number);
        }
        if (right instanceof Quantities.Variable variable && left instanceof Quantities.Constant constant) {
            return new Threshold(variable.slot, relation.turned().mask, constant.number);
        }
        return left instanceof Quantities.Constant
                ? new Numbers(right, relation.turned().mask, left)
                : new Numbers(left, relation.mask, right);
    }

    /** Compares words, in the order of their characters. */
    public static Condition words(Word left, Relation relation, Word right) {
        return left instanceof Words.Constant
                ? new OfWords(right, relation.turned().mask, left)
                : new OfWords(left, relation.mask, right);
    }

    /** Compares yes and no: false comes before true. */
    public static Condition truths(Condition left, Relation relation, Condition right) {
        return new Truths(left, relation.mask, right);
    }

    /** Whether a word is one of those written in the rule. */
    public static Condition oneOf(Word word, List<String> words) {
        return new OneWord(word, words);
    }

    /** Whether a number is one of those written in the rule. */
    public static Condition oneOf(Quantity number, double... numbers) {
        return new OneNumber(number, numbers);
    }

    /** What a text has to have. */
    public enum Part {
        START,
        END,
        ANYWHERE
    }

    /** Whether a word contains another. */
    public static Condition contains(Word whole, Part where, Word part) {
        return new Containing(whole, where, part);
    }

    private static final class Threshold extends Condition {
        private final int slot;
        private final int mask;
        private final double limit;

        Threshold(int slot, int mask, double limit) {
            this.slot = slot;
            this.mask = mask;
            this.limit = limit;
        }

        @Override
        public int truth(Slots slots) {
            return Relation.numbers(slots.numbers[slot], limit, mask);
        }

        @Override
        public void read(Slots slots, Reading reading) {
            reading.variable(slot, slots);
        }

        @Override
        int link(Linker linker, boolean positive, int yes, int no) {
            return linker.test(slot, mask, limit, positive, yes, no);
        }
    }

    private static final class Numbers extends Condition {
        private final Quantity left;
        private final int mask;
        private final Quantity right;

        Numbers(Quantity left, int mask, Quantity right) {
            this.left = left;
            this.mask = mask;
            this.right = right;
        }

        @Override
        public int truth(Slots slots) {
            return Relation.numbers(left.number(slots), right.number(slots), mask);
        }

        @Override
        public void read(Slots slots, Reading reading) {
            left.read(slots, reading);
            right.read(slots, reading);
        }

        @Override
        int link(Linker linker, boolean positive, int yes, int no) {
            if (right instanceof Quantities.Constant limit) {
                int cell = linker.numberCell(left);
                if (cell >= 0) {
                    return linker.test(cell, mask, limit.number, positive, yes, no);
                }
            }
            return linker.tree(this, positive, yes, no);
        }
    }

    private static final class OfWords extends Condition {
        private final Word left;
        private final int mask;
        private final Word right;

        OfWords(Word left, int mask, Word right) {
            this.left = left;
            this.mask = mask;
            this.right = right;
        }

        @Override
        public int truth(Slots slots) {
            String a = left.word(slots);
            String b = right.word(slots);
            return a == null || b == null ? Truth.UNKNOWN : Relation.words(a, b, mask);
        }

        @Override
        public void read(Slots slots, Reading reading) {
            left.read(slots, reading);
            right.read(slots, reading);
        }

        @Override
        int link(Linker linker, boolean positive, int yes, int no) {
            int cell = right instanceof Words.Constant && equality() ? linker.wordCell(left) : -1;
            return cell >= 0 && right instanceof Words.Constant constant
                    ? linker.test(cell, mask, linker.constant(constant.word), positive, yes, no)
                    : linker.tree(this, positive, yes, no);
        }

        private boolean equality() {
            return mask == Relation.EQUAL.mask || mask == Relation.DIFFERENT.mask;
        }
    }

    private static final class Truths extends Condition {
        private final Condition left;
        private final int mask;
        private final Condition right;

        Truths(Condition left, int mask, Condition right) {
            this.left = left;
            this.mask = mask;
            this.right = right;
        }

        @Override
        public int truth(Slots slots) {
            int a = left.truth(slots);
            int b = right.truth(slots);
            return a == Truth.UNKNOWN || b == Truth.UNKNOWN ? Truth.UNKNOWN : Relation.numbers(a, b, mask);
        }

        @Override
        public void read(Slots slots, Reading reading) {
            left.read(slots, reading);
            right.read(slots, reading);
        }
    }

    private static final class OneWord extends Condition {
        private static final int MANY = 8;

        private final Word word;
        private final String[] few;
        private final @Nullable Set<String> many;

        OneWord(Word word, List<String> words) {
            this.word = word;
            few = words.toArray(String[]::new);
            many = few.length > MANY ? Set.copyOf(words) : null;
        }

        @Override
        public int truth(Slots slots) {
            String text = word.word(slots);
            if (text == null) {
                return Truth.UNKNOWN;
            }
            if (many != null) {
                return Truth.of(many.contains(text));
            }
            for (String each : few) {
                if (each.equals(text)) {
                    return Truth.TRUE;
                }
            }
            return Truth.FALSE;
        }

        @Override
        public void read(Slots slots, Reading reading) {
            word.read(slots, reading);
        }

        @Override
        int link(Linker linker, boolean positive, int yes, int no) {
            int cell = many == null ? linker.wordCell(word) : -1;
            return cell >= 0
                    ? linker.oneOf(
                            cell,
                            Arrays.stream(few).mapToDouble(linker::constant).toArray(),
                            positive,
                            yes,
                            no)
                    : linker.tree(this, positive, yes, no);
        }
    }

    private static final class OneNumber extends Condition {
        private final Quantity quantity;
        private final double[] numbers;

        OneNumber(Quantity quantity, double[] numbers) {
            this.quantity = quantity;
            this.numbers = numbers;
        }

        @Override
        public int truth(Slots slots) {
            double number = quantity.number(slots);
            if (number != number) {
                return Truth.UNKNOWN;
            }
            for (double each : numbers) {
                if (each == number) {
                    return Truth.TRUE;
                }
            }
            return Truth.FALSE;
        }

        @Override
        public void read(Slots slots, Reading reading) {
            quantity.read(slots, reading);
        }

        @Override
        int link(Linker linker, boolean positive, int yes, int no) {
            int cell = linker.numberCell(quantity);
            return cell >= 0 ? linker.oneOf(cell, numbers, positive, yes, no) : linker.tree(this, positive, yes, no);
        }
    }

    private static final class Containing extends Condition {
        private final Word whole;
        private final Part where;
        private final Word part;

        Containing(Word whole, Part where, Word part) {
            this.whole = whole;
            this.where = where;
            this.part = part;
        }

        @Override
        public int truth(Slots slots) {
            String text = whole.word(slots);
            String sought = part.word(slots);
            if (text == null || sought == null) {
                return Truth.UNKNOWN;
            }
            return Truth.of(
                    switch (where) {
                        case START -> text.startsWith(sought);
                        case END -> text.endsWith(sought);
                        case ANYWHERE -> text.contains(sought);
                    });
        }

        @Override
        public void read(Slots slots, Reading reading) {
            whole.read(slots, reading);
            part.read(slots, reading);
        }
    }
}
