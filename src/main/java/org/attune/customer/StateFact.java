package org.attune.customer;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A state with its time.
 *
 * @param since when it began
 * @param until when it ended (exclusive), null while it lasts
 * @param source who says so: a user, an import, {@code derived}
 */
public record StateFact(
        CustomerState state,
        Instant since,
        @Nullable Instant until,
        String source,
        @Nullable String note) {
    /** Whether the customer is in this state at that instant. */
    public boolean activeAt(Instant at) {
        return !since.isAfter(at) && (until == null || until.isAfter(at));
    }
}
