package org.attune.desk;

import java.util.Set;
import org.attune.decision.Decision;
import org.jspecify.annotations.Nullable;

/**
 * What stands on the list: a decision or, in trouble, what may be said without one.
 *
 * @param decided actions that a recorded decision proposed; null for all
 */
record Listing(Decision decision, @Nullable Set<String> decided, Trouble trouble) {
    /** Why nothing could be decided. */
    enum Trouble {
        NONE,
        /** The database is away: everything comes back by itself. */
        DATABASE,
        /** Deciding failed, although the database is there. */
        ENGINE
    }

    static Listing of(Decision decision) {
        return new Listing(decision, null, Trouble.NONE);
    }

    /** Whether a recorded decision proposed an action; otherwise it comes from memory. */
    boolean decided(String action) {
        return decided == null || decided.contains(action);
    }
}
