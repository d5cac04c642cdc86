package org.attune.branch;

import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.attune.kernel.CustomerId;
import org.attune.kernel.InteractionId;
import org.attune.kernel.Keyed;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who comes to a branch.
 *
 * @param place the branch: the team of its agents, empty for those in none
 * @param name as it may be called out in a room: first name and initial
 * @param reason key of the reason of call, empty when unknown
 * @param at time of the appointment, or when a walk-in came
 * @param arrivedAt when the customer was there, null while expected
 * @param agent who serves, null while nobody does
 */
public record Visit(
        UUID id,
        String place,
        Kind kind,
        CustomerId customer,
        String name,
        String reason,
        Instant at,
        @Nullable Instant arrivedAt,
        State state,
        @Nullable String agent,
        @Nullable InteractionId conversation) {
    /** Whether the visit was agreed on. */
    public enum Kind implements Keyed {
        APPOINTMENT,
        WALK_IN;

        @Override
        public String key() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** Where a visit is; it only moves on. */
    public enum State implements Keyed {
        /** An appointment whose customer is not there yet. */
        EXPECTED,
        WAITING,
        SERVED,
        DONE,
        /** Went without being served, or never came. */
        LEFT;

        @Override
        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
