package org.attune.interaction;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * That a customer has proved who they are.
 *
 * @param by {@value #TELEPHONE}, or the user name of the agent who asked
 */
public record Verified(String by, Instant at) {
    /** The telephone system asked, for instance for a code. */
    public static final String TELEPHONE = "*telephone";

    static final String STEP = "verified";
    /** Somebody has said that it is not proved: what the telephone tells again later does not count. */
    static final String NOT = "-";

    String kept() {
        return at.toEpochMilli() + " " + by;
    }

    static @Nullable Verified of(@Nullable String kept) {
        if (kept == null || kept.equals(NOT)) {
            return null;
        }
        String[] parts = kept.split(" ", 2);
        return new Verified(parts[1], Instant.ofEpochMilli(Long.parseLong(parts[0])));
    }
}
