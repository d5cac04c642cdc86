package org.attune.interaction;

import java.time.Instant;
import org.attune.kernel.Channel;
import org.attune.kernel.CustomerId;
import org.attune.kernel.InteractionId;
import org.jspecify.annotations.Nullable;

/**
 * A conversation.
 *
 * @param agent user name of the agent concerned
 * @param reason reason of call, empty when unknown
 * @param source {@code search}, {@code demo}, {@code telephony}
 * @param caller number of the caller as E.164, null when unknown
 */
public record Interaction(
        InteractionId id,
        CustomerId customer,
        String agent,
        Channel channel,
        String reason,
        State state,
        String source,
        @Nullable String caller,
        Instant openedAt,
        @Nullable Instant answeredAt,
        @Nullable Instant closedAt) {
    /** Where the conversation is. */
    public enum State {
        RINGING,
        TALKING,
        WRAP_UP,
        CLOSED
    }
}
