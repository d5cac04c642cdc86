package org.attune.policy.engine;

import java.util.Collection;
import java.util.List;
import java.util.Map;

/** Conditions made of other conditions, and what looks into lists and maps. */
public final class Conditions {
    private Conditions() {}

    /** Always the same. */
    public static Condition constant(boolean value) {
        return new Constant(Truth.of(value));
    }

    /** The yes or no in a slot. */
    public static Condition variable(int slot) {
        return new Variable(slot);
    }

    /** An entry of a map of yes and no; absent entries are not known. */
    public static Condition entry(int slot, Word key) {
        return new Entry(slot, key);
    }

    /** False when one part is false, whatever is not known about the others. */
    public static Condition all(List<Condition> parts) {
        return new All(parts.toArray(Condition[]::new));
    }

    /** True when one part is true, whatever is not known about the others. */
    public static Condition any(List<Condition> parts) {
        return new Any(parts.toArray(Condition[]::new));
    }

    /** The opposite. */
    public static Condition not(Condition condition) {
        return new Not(condition);
    }

    /** One of two. */
    public static Condition choice(Condition condition, Condition yes, Condition no) {
        return new Choice(condition, yes, no);
    }

    /** Whether the list in a slot holds a word. */
    public static Condition element(int slot, Word word) {
        return new Element(slot, word);
    }

    /** Whether the map in a slot has an entry. */
    public static Condition present(int slot, Word key) {
        return new Present(slot, key);
    }

    /** Whether the map in a slot has an entry of at most so many days; false when there is none. */
    public static Condition within(int slot, Word key, Quantity days) {
        return new Within(slot, key, days);
    }

    /** A yes or no that is the same for all rules that ask for this name. */
    private static int asked(
            Linker linker, char kind, int slot, Word key, Condition condition, boolean positive, int yes, int no) {
        if (key instanceof Words.Constant name) {
            int cell = linker.truthCell(kind, slot, name.word, condition);
            return linker.test(cell, Relation.EQUAL.mask, positive ? Truth.TRUE : Truth.FALSE, true, yes, no);
        }
        return linker.tree(condition, positive, yes, no);
    }

    private static final class Constant extends Condition {
        private final int truth;

        Constant(int truth) {
            this.truth = truth;
        }

        @Override
        public int truth(Slots slots) {
            return truth;
        }

        @Override
        public void read(Slots slots, Reading reading) {}

        @Override
        int link(Linker linker, boolean positive, int yes, int no) {
            return (truth == Truth.TRUE) == positive ? yes : no;
        }
    }

    private static final class Variable extends Condition {
        private final int slot;

        Variable(int slot) {
            this.slot = slot;
        }

        @Override
        public int truth(Slots slots) {
            return slots.truths[slot];
        }

        @Override
        public void read(Slots slots, Reading reading) {
            reading.variable(slot, slots);
        }

        @Override
        int link(Linker linker, boolean positive, int yes, int no) {
            return linker.test(slot, Relation.EQUAL.mask, positive ? Truth.TRUE : Truth.FALSE, true, yes, no);
        }
    }

    private static final class Entry extends Condition {
        private final int slot;
        private final Word key;

        Entry(int slot, Word key) {
            this.slot = slot;
            this.key = key;
        }

        @Override
        public int truth(Slots slots) {
            Map<?, ?> map = slots.byName(slot);
            String name = key.word(slots);
            return map != null && name != null && map.get(name) instanceof Boolean yes ? Truth.of(yes) : Truth.UNKNOWN;
        }

        @Override
        public void read(Slots slots, Reading reading) {
            key.read(slots, reading);
            reading.entry(slot, key.word(slots), slots);
        }

        @Override
        int link(Linker linker, boolean positive, int yes, int no) {
            return asked(linker, 'b', slot, key, this, positive, yes, no);
        }
    }

    private static final class All extends Condition {
        private final Condition[] parts;

        All(Condition[] parts) {
            this.parts = parts;
        }

        @Override
        public int truth(Slots slots) {
            int seen = Truth.TRUE;
            for (Condition part : parts) {
                int truth = part.truth(slots);
                if (truth == Truth.FALSE) {
                    return Truth.FALSE;
                }
                seen |= truth;
            }
            return seen == Truth.TRUE ? Truth.TRUE : Truth.UNKNOWN;
        }

        @Override
        public void read(Slots slots, Reading reading) {
            for (Condition part : parts) {
                part.read(slots, reading);
                if (part.truth(slots) == Truth.FALSE) {
                    return;
                }
            }
        }

        @Override
        int link(Linker linker, boolean positive, int yes, int no) {
            return linker.chain(parts, positive, positive, yes, no);
        }
    }

    private static final class Any extends Condition {
        private final Condition[] parts;

        Any(Condition[] parts) {
            this.parts = parts;
        }

        @Override
        public int truth(Slots slots) {
            int seen = Truth.FALSE;
            for (Condition part : parts) {
                int truth = part.truth(slots);
                if (truth == Truth.TRUE) {
                    return Truth.TRUE;
                }
                seen |= truth;
            }
            return seen;
        }

        @Override
        public void read(Slots slots, Reading reading) {
            for (Condition part : parts) {
                part.read(slots, reading);
                if (part.truth(slots) == Truth.TRUE) {
                    return;
                }
            }
        }

        @Override
        int link(Linker linker, boolean positive, int yes, int no) {
            return linker.chain(parts, positive, !positive, yes, no);
        }
    }

    private static final class Not extends Condition {
        private final Condition condition;

        Not(Condition condition) {
            this.condition = condition;
        }

        @Override
        public int truth(Slots slots) {
            int truth = condition.truth(slots);
            return truth == Truth.UNKNOWN ? truth : 1 - truth;
        }

        @Override
        public void read(Slots slots, Reading reading) {
            condition.read(slots, reading);
        }

        @Override
        int link(Linker linker, boolean positive, int yes, int no) {
            return condition.link(linker, !positive, yes, no);
        }
    }

    private static final class Choice extends Condition {
        private final Condition condition;
        private final Condition yes;
        private final Condition no;

        Choice(Condition condition, Condition yes, Condition no) {
            this.condition = condition;
            this.yes = yes;
            this.no = no;
        }

        @Override
        public int truth(Slots slots) {
            int chosen = condition.truth(slots);
            return chosen == Truth.TRUE ? yes.truth(slots) : chosen == Truth.FALSE ? no.truth(slots) : Truth.UNKNOWN;
        }

        @Override
        public void read(Slots slots, Reading reading) {
            condition.read(slots, reading);
            int chosen = condition.truth(slots);
            if (chosen != Truth.UNKNOWN) {
                (chosen == Truth.TRUE ? yes : no).read(slots, reading);
            }
        }

        @Override
        int link(Linker linker, boolean positive, int yes, int no) {
            return linker.choice(this, condition, this.yes, this.no, positive, yes, no);
        }
    }

    private static final class Element extends Condition {
        private final int slot;
        private final Word word;

        Element(int slot, Word word) {
            this.slot = slot;
            this.word = word;
        }

        @Override
        public int truth(Slots slots) {
            Collection<?> words = slots.words(slot);
            String name = word.word(slots);
            return words == null || name == null ? Truth.UNKNOWN : Truth.of(words.contains(name));
        }

        @Override
        public void read(Slots slots, Reading reading) {
            word.read(slots, reading);
            reading.variable(slot, slots);
        }

        @Override
        int link(Linker linker, boolean positive, int yes, int no) {
            return asked(linker, 'l', slot, word, this, positive, yes, no);
        }
    }

    private static final class Present extends Condition {
        private final int slot;
        private final Word key;

        Present(int slot, Word key) {
            this.slot = slot;
            this.key = key;
        }

        @Override
        public int truth(Slots slots) {
            Map<?, ?> map = slots.byName(slot);
            String name = key.word(slots);
            return map == null || name == null ? Truth.UNKNOWN : Truth.of(map.get(name) != null);
        }

        @Override
        public void read(Slots slots, Reading reading) {
            key.read(slots, reading);
            reading.optionalEntry(slot, key.word(slots), slots);
        }

        @Override
        int link(Linker linker, boolean positive, int yes, int no) {
            return asked(linker, 'p', slot, key, this, positive, yes, no);
        }
    }

    private static final class Within extends Condition {
        private final int slot;
        private final Word key;
        private final Quantity days;

        Within(int slot, Word key, Quantity days) {
            this.slot = slot;
            this.key = key;
            this.days = days;
        }

        @Override
        public int truth(Slots slots) {
            Map<?, ?> map = slots.byName(slot);
            String name = key.word(slots);
            double limit = days.number(slots);
            if (map == null || name == null || limit != limit) {
                return Truth.UNKNOWN;
            }
            return Truth.of(map.get(name) instanceof Number age && age.doubleValue() <= limit);
        }

        @Override
        public void read(Slots slots, Reading reading) {
            key.read(slots, reading);
            days.read(slots, reading);
            reading.optionalEntry(slot, key.word(slots), slots);
        }

        @Override
        int link(Linker linker, boolean positive, int yes, int no) {
            if (key instanceof Words.Constant name && days instanceof Quantities.Constant limit) {
                int cell = linker.cell('a', slot, name.word, this::age);
                return linker.test(cell, Relation.AT_MOST.mask, limit.number, positive, yes, no);
            }
            return linker.tree(this, positive, yes, no);
        }

        /** Never is infinitely long ago. */
        private double age(Slots slots) {
            Map<?, ?> map = slots.byName(slot);
            String name = key.word(slots);
            if (map == null || name == null) {
                return Double.NaN;
            }
            return map.get(name) instanceof Number age ? age.doubleValue() : Double.POSITIVE_INFINITY;
        }
    }
}
