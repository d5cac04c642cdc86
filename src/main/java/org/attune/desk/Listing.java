package org.attune.desk;

import java.util.Set;
import org.attune.decision.Decision;
import org.jspecify.annotations.Nullable;

/**
 * What stands on the list: a decision or, in trouble, what may be said without one.
 *
 * @param answerable actions whose answers count; null for all
 */
record Listing(Decision decision, @Nullable Set<String> answerable, Trouble trouble) {
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

    /** Whether an answer about an action can be taken. */
    boolean answers(String action) {
        return answerable == null || answerable.contains(action);
    }
}
