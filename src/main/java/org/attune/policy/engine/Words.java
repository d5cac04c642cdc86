package org.attune.policy.engine;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The kinds of {@link Word}. */
public final class Words {
    private Words() {}

    /** A word as written in the rule. */
    public static Word constant(String word) {
        return new Constant(word);
    }

    /** The word in a slot. */
    public static Word variable(int slot) {
        return new Variable(slot);
    }

    /** An entry of a map of words; absent entries are not known. */
    public static Word entry(int slot, Word key) {
        return new Entry(slot, key);
    }

    /** An open value that has to be a word. */
    public static Word open(OpenValue value) {
        return new Open(value);
    }

    /** One of two words. */
    public static Word choice(Condition condition, Word yes, Word no) {
        return new Choice(condition, yes, no);
    }

    static final class Constant extends Word {
        final String word;

        Constant(String word) {
            this.word = word;
        }

        @Override
        String word(Slots slots) {
            return word;
        }

        @Override
        void read(Slots slots, Reading reading) {}
    }

    static final class Variable extends Word {
        final int slot;

        Variable(int slot) {
            this.slot = slot;
        }

        @Override
        @Nullable
        String word(Slots slots) {
            return slots.word(slot);
        }

        @Override
        void read(Slots slots, Reading reading) {
            reading.variable(slot, slots);
        }
    }

    static final class Entry extends Word {
        final int slot;
        final Word key;

        Entry(int slot, Word key) {
            this.slot = slot;
            this.key = key;
        }

        @Override
        @Nullable
        String word(Slots slots) {
            Map<?, ?> map = slots.byName(slot);
            String name = key.word(slots);
            return map != null && name != null && map.get(name) instanceof String word ? word : null;
        }

        @Override
        void read(Slots slots, Reading reading) {
            key.read(slots, reading);
            reading.entry(slot, key.word(slots), slots);
        }
    }

    private static final class Open extends Word {
        private final OpenValue value;

        Open(OpenValue value) {
            this.value = value;
        }

        @Override
        @Nullable
        String word(Slots slots) {
            return value.value(slots) instanceof String word ? word : null;
        }

        @Override
        void read(Slots slots, Reading reading) {
            value.read(slots, reading);
        }
    }

    private static final class Choice extends Word {
        private final Condition condition;
        private final Word yes;
        private final Word no;

        Choice(Condition condition, Word yes, Word no) {
            this.condition = condition;
            this.yes = yes;
            this.no = no;
        }

        @Override
        @Nullable
        String word(Slots slots) {
            int chosen = condition.truth(slots);
            return chosen == Truth.TRUE ? yes.word(slots) : chosen == Truth.FALSE ? no.word(slots) : null;
        }

        @Override
        void read(Slots slots, Reading reading) {
            condition.read(slots, reading);
            int chosen = condition.truth(slots);
            if (chosen != Truth.UNKNOWN) {
                (chosen == Truth.TRUE ? yes : no).read(slots, reading);
            }
        }
    }
}
