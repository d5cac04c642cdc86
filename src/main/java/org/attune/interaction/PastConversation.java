package org.attune.interaction;

import java.time.Instant;
import org.attune.kernel.Channel;
import org.attune.kernel.CustomerId;
import org.attune.kernel.InteractionId;
import org.attune.kernel.LocalText;
import org.jspecify.annotations.Nullable;

/**
 * A conversation that is over.
 *
 * @param customer null when it was left open who called
 * @param queue empty when unknown
 * @param code what became of it, null when nobody said
 * @param timedOut whether the code was set by the system
 * @param summary null when there is none
 * @param version of the summary, 0 when there is none
 * @param author who wrote the summary last
 */
public record PastConversation(
        InteractionId id,
        @Nullable CustomerId customer,
        String agent,
        Channel channel,
        String reason,
        String queue,
        Instant openedAt,
        Instant closedAt,
        @Nullable LocalText code,
        boolean timedOut,
        @Nullable SummaryText summary,
        int version,
        @Nullable String author) {}
