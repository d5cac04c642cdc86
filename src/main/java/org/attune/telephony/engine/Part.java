package org.attune.telephony.engine;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One agent's part of a call.
 *
 * @param number how often the call has come to this agent, from 1
 * @param began when it rang there, or was answered
 * @param heldSince since when the customer is on hold, null when not
 * @param ended when it was over for this agent
 * @param cameFrom who passed the call on
 * @param wentTo to whom it was passed on, or who answered instead
 */
public record Part(
        String agent,
        int number,
        Place place,
        Instant began,
        @Nullable Instant answered,
        @Nullable Instant heldSince,
        @Nullable Instant ended,
        @Nullable String cameFrom,
        @Nullable String wentTo) {
    /** Where a part is. */
    public enum Place {
        RINGING,
        TALKING,
        WRAP_UP,
        CLOSED
    }
}
