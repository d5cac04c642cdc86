package org.attune.policy.engine;

import java.util.Collection;
import java.util.List;
import java.util.Map;

/** The kinds of {@link Quantity}. */
public final class Quantities {
    private Quantities() {}

    /** A number as written in the rule. */
    public static Quantity constant(double number) {
        return new Constant(number);
    }

    /** The number in a slot. */
    public static Quantity variable(int slot) {
        return new Variable(slot);
    }

    /** An entry of a map of numbers; absent entries are not known. */
    public static Quantity entry(int slot, Word key) {
        return new Entry(slot, key);
    }

    /** How many elements or entries the list or map in a slot has. */
    public static Quantity size(int slot) {
        return new Size(slot);
    }

    /** How many characters (Unicode code points) a word has. */
    public static Quantity length(Word word) {
        return new Length(word);
    }

    /** An open value that has to be a number. */
    public static Quantity open(OpenValue value) {
        return new Open(value);
    }

    /** One of two numbers. */
    public static Quantity choice(Condition condition, Quantity yes, Quantity no) {
        return new Choice(condition, yes, no);
    }

    /** How many ages, in days, of a map from name to ages are at most so many days; 0 when the name is absent. */
    public static Quantity countWithin(int slot, Word key, Quantity days) {
        return new CountWithin(slot, key, days);
    }

    static final class Constant extends Quantity {
        final double number;

        Constant(double number) {
            this.number = number;
        }

        @Override
        double number(Slots slots) {
            return number;
        }

        @Override
        void read(Slots slots, Reading reading) {}
    }

    static final class Variable extends Quantity {
        final int slot;

        Variable(int slot) {
            this.slot = slot;
        }

        @Override
        double number(Slots slots) {
            return slots.numbers[slot];
        }

        @Override
        void read(Slots slots, Reading reading) {
            reading.variable(slot, slots);
        }
    }

    static final class Entry extends Quantity {
        final int slot;
        final Word key;

        Entry(int slot, Word key) {
            this.slot = slot;
            this.key = key;
        }

        @Override
        double number(Slots slots) {
            Map<?, ?> map = slots.byName(slot);
            String name = key.word(slots);
            return map != null && name != null && map.get(name) instanceof Number number
                    ? number.doubleValue()
                    : Double.NaN;
        }

        @Override
        void read(Slots slots, Reading reading) {
            key.read(slots, reading);
            reading.entry(slot, key.word(slots), slots);
        }
    }

    static final class Size extends Quantity {
        final int slot;

        Size(int slot) {
            this.slot = slot;
        }

        @Override
        double number(Slots slots) {
            Object thing = slots.things[slot];
            return switch (thing) {
                case Collection<?> words -> words.size();
                case Map<?, ?> byName -> byName.size();
                case null, default -> Double.NaN;
            };
        }

        @Override
        void read(Slots slots, Reading reading) {
            reading.variable(slot, slots);
        }
    }

    private static final class Length extends Quantity {
        private final Word word;

        Length(Word word) {
            this.word = word;
        }

        @Override
        double number(Slots slots) {
            String text = word.word(slots);
            return text == null ? Double.NaN : text.codePointCount(0, text.length());
        }

        @Override
        void read(Slots slots, Reading reading) {
            word.read(slots, reading);
        }
    }

    private static final class Open extends Quantity {
        private final OpenValue value;

        Open(OpenValue value) {
            this.value = value;
        }

        @Override
        double number(Slots slots) {
            return value.value(slots) instanceof Number number ? number.doubleValue() : Double.NaN;
        }

        @Override
        void read(Slots slots, Reading reading) {
            value.read(slots, reading);
        }
    }

    private static final class Choice extends Quantity {
        private final Condition condition;
        private final Quantity yes;
        private final Quantity no;

        Choice(Condition condition, Quantity yes, Quantity no) {
            this.condition = condition;
            this.yes = yes;
            this.no = no;
        }

        @Override
        double number(Slots slots) {
            int chosen = condition.truth(slots);
            return chosen == Truth.TRUE ? yes.number(slots) : chosen == Truth.FALSE ? no.number(slots) : Double.NaN;
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

    private static final class CountWithin extends Quantity {
        private final int slot;
        private final Word key;
        private final Quantity days;

        CountWithin(int slot, Word key, Quantity days) {
            this.slot = slot;
            this.key = key;
            this.days = days;
        }

        @Override
        double number(Slots slots) {
            Map<?, ?> map = slots.byName(slot);
            String name = key.word(slots);
            double limit = days.number(slots);
            if (map == null || name == null || limit != limit) {
                return Double.NaN;
            }
            if (!(map.get(name) instanceof List<?> ages)) {
                return 0;
            }
            int count = 0;
            for (int i = 0; i < ages.size(); i++) {
                if (ages.get(i) instanceof Number age && age.doubleValue() <= limit) {
                    count++;
                }
            }
            return count;
        }

        @Override
        void read(Slots slots, Reading reading) {
            key.read(slots, reading);
            days.read(slots, reading);
            double count = number(slots);
            if (count == count) {
                long limit = (long) days.number(slots);
                reading.derived("count_within('" + key.word(slots) + "', " + limit + ")", count);
            } else if (slots.byName(slot) == null) {
                reading.variable(slot, slots);
            }
        }
    }
}
