package org.attune.policy.engine;

import java.util.List;

/** Conditions on entries whose type nobody declared. Values of different types are never equal, as in CEL. */
public final class OpenConditions {
    private OpenConditions() {}

    /** An open value that has to be yes or no. */
    public static Condition truth(OpenValue value) {
        return new OfOpen(value) {
            @Override
            int judge(Object found, Slots slots) {
                return found instanceof Boolean yes ? Truth.of(yes) : Truth.UNKNOWN;
            }
        };
    }

    /** Whether an open value is this number. */
    public static Condition equal(OpenValue value, Quantity quantity) {
        return new OfOpen(value) {
            @Override
            int judge(Object found, Slots slots) {
                double number = quantity.number(slots);
                return number != number
                        ? Truth.UNKNOWN
                        : Truth.of(found instanceof Number other && other.doubleValue() == number);
            }

            @Override
            void readOther(Slots slots, Reading reading) {
                quantity.read(slots, reading);
            }
        };
    }

    /** Whether an open value is this word. */
    public static Condition equal(OpenValue value, Word word) {
        return new OfOpen(value) {
            @Override
            int judge(Object found, Slots slots) {
                String text = word.word(slots);
                return text == null ? Truth.UNKNOWN : Truth.of(text.equals(found));
            }

            @Override
            void readOther(Slots slots, Reading reading) {
                word.read(slots, reading);
            }
        };
    }

    /** Whether an open value is this yes or no. */
    public static Condition equal(OpenValue value, Condition condition) {
        return new OfOpen(value) {
            @Override
            int judge(Object found, Slots slots) {
                int truth = condition.truth(slots);
                return truth == Truth.UNKNOWN
                        ? truth
                        : Truth.of(found instanceof Boolean yes && yes == (truth == Truth.TRUE));
            }

            @Override
            void readOther(Slots slots, Reading reading) {
                condition.read(slots, reading);
            }
        };
    }

    /** Whether an open value is one of these words or numbers. */
    public static Condition oneOf(OpenValue value, List<String> words, double... numbers) {
        return new OfOpen(value) {
            @Override
            int judge(Object found, Slots slots) {
                if (found instanceof String word) {
                    return Truth.of(words.contains(word));
                }
                if (found instanceof Number number) {
                    for (double each : numbers) {
                        if (each == number.doubleValue()) {
                            return Truth.TRUE;
                        }
                    }
                }
                return Truth.FALSE;
            }
        };
    }

    private abstract static class OfOpen extends Condition {
        private final OpenValue value;

        OfOpen(OpenValue value) {
            this.value = value;
        }

        abstract int judge(Object found, Slots slots);

        void readOther(Slots slots, Reading reading) {}

        @Override
        public int truth(Slots slots) {
            Object found = value.value(slots);
            return found == null ? Truth.UNKNOWN : judge(found, slots);
        }

        @Override
        public void read(Slots slots, Reading reading) {
            value.read(slots, reading);
            readOther(slots, reading);
        }
    }
}
