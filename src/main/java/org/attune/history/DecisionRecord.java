package org.attune.history;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.attune.kernel.Channel;
import org.attune.kernel.CustomerId;
import org.attune.kernel.DecisionId;
import org.attune.kernel.InteractionId;
import org.jspecify.annotations.Nullable;

/**
 * One decision as it is written down.
 *
 * @param reason reason of call, empty when unknown
 * @param revision the strategy revision that decided
 * @param modelVersion log position up to which the model had learned
 * @param arm {@code main}, {@code control} or {@code import}, which no model decided
 * @param guarded whether the customer was protected at that moment
 * @param situation the predictors as the model saw them, frozen
 */
public record DecisionRecord(
        DecisionId id,
        CustomerId customer,
        Instant at,
        Channel channel,
        String reason,
        @Nullable InteractionId interaction,
        long revision,
        long modelVersion,
        String arm,
        long seed,
        long tookMicros,
        boolean guarded,
        Map<String, Object> situation,
        List<Offer> offers) {}
