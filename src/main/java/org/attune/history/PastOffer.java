package org.attune.history;

import java.time.Instant;
import java.time.LocalDate;
import org.attune.kernel.Channel;
import org.attune.kernel.InteractionId;
import org.attune.kernel.Outcome;
import org.jspecify.annotations.Nullable;

/**
 * One earlier offer to a customer and what became of it; contact policies count these.
 *
 * @param at when it was offered, the time of its decision
 * @param again the day from which it may be proposed again, null unless the customer named one
 * @param conversation in which it was offered, null when the channel has none: then the decision stands alone
 * @param presentedAt when it was said to the customer, null when it was not
 * @param answeredAt when the customer first answered, null when nobody did
 */
public record PastOffer(
        String action,
        String issue,
        String group,
        Channel channel,
        Outcome state,
        Instant at,
        @Nullable LocalDate again,
        @Nullable InteractionId conversation,
        @Nullable Instant presentedAt,
        @Nullable Instant answeredAt) {

    /** An offer that was presented and answered at once, outside a conversation. */
    public PastOffer(
            String action,
            String issue,
            String group,
            Channel channel,
            Outcome state,
            Instant at,
            @Nullable LocalDate again) {
        this(action, issue, group, channel, state, at, again, null, null, null);
    }
}
