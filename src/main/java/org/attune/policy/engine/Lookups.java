package org.attune.policy.engine;

import java.util.Collection;
import java.util.Map;

/** Conditions that look into lists and maps. */
public final class Lookups {
    private Lookups() {}

    /** An entry of a map of yes and no; absent entries are not known. */
    public static Condition entry(int slot, Word key) {
        return new Entry(slot, key);
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
