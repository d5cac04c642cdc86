package org.attune.telephony.engine;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened to a call.
 *
 * @param id orders what happened at the same time
 * @param at when it happened, by the clock of whoever tells
 * @param agent whom it concerns; of a transfer, who gets the call; null when nobody here
 */
public record Step(
        String id, Kind kind, Instant at, @Nullable String agent) {
    /** What can happen, in the order in which it happens when the times are equal. */
    public enum Kind {
        /** It rings at an agent. */
        RINGING,
        /** An agent answers, or takes it off hold. */
        ANSWERED,
        /** The customer is put on hold. */
        HELD,
        /** It no longer rings at an agent, or an agent leaves it; the call goes on. */
        RELEASED,
        /** It is passed on. */
        TRANSFERRED,
        /** The agent has hung up and writes things down. */
        WRAPUP,
        /** It is over. */
        ENDED,
        /** Nothing was heard of it for too long. */
        LOST
    }
}
