package org.attune.interaction;

import java.time.Instant;
import org.attune.interaction.Interaction.Line;
import org.attune.interaction.Interaction.State;
import org.attune.kernel.CustomerId;
import org.jspecify.annotations.Nullable;

/**
 * One agent's part of a telephone call as the telephone system sees it.
 *
 * @param customer who is calling, null when the number does not tell
 * @param reason reason of call, empty when the telephone system does not know it
 * @param source {@code telephony} or {@code demo}
 * @param caller number of the customer, null when withheld
 * @param goesOn whether the call goes on, with this agent or another
 * @param verified whether the caller has proved to the telephone system who they are
 * @param openedAt when it began to ring, or was answered
 */
public record CallPart(
        String agent,
        State state,
        @Nullable CustomerId customer,
        String reason,
        String source,
        @Nullable String caller,
        Instant openedAt,
        @Nullable Instant answeredAt,
        boolean goesOn,
        Line line,
        boolean verified) {}
