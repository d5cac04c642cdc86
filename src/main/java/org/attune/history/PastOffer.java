package org.attune.history;

import java.time.Instant;
import java.time.LocalDate;
import org.attune.kernel.Channel;
import org.attune.kernel.Outcome;
import org.jspecify.annotations.Nullable;

/**
 * One earlier offer to a customer and what became of it; contact policies count these.
 *
 * @param at when it was offered, the time of its decision
 * @param again the day from which it may be proposed again, null unless the customer named one
 */
public record PastOffer(
        String action,
        String issue,
        String group,
        Channel channel,
        Outcome state,
        Instant at,
        @Nullable LocalDate again) {}
