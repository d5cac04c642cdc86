package org.attune.policy.engine;

import java.util.List;

/** Conditions made of other conditions. */
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
}
