package org.attune.policy.engine;

/** Something that is true, false or not known. Immutable; cost is bounded by the size of the tree. */
public abstract class Condition {
    Condition() {}

    /** One of the constants of {@link Truth}. */
    public abstract int truth(Slots slots);

    /** Notes what {@link #truth} reads in these slots: what a decided {@code &&}, {@code ||} or {@code ?:} leaves out is left out. */
    public abstract void read(Slots slots, Reading reading);

    /**
     * Writes this condition, or its opposite, into a program.
     *
     * @param yes where to go on when it is so
     * @param no where to go on when it is not so, or not known
     * @return where it begins
     */
    int link(Linker linker, boolean positive, int yes, int no) {
        return linker.tree(this, positive, yes, no);
    }
}
