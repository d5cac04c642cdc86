package org.attune.channel.internal;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Map;
import org.attune.decision.DecisionRequest;
import org.attune.kernel.Channel;
import org.attune.kernel.CustomerId;
import org.attune.kernel.Language;
import org.jspecify.annotations.Nullable;

/** Asks for the next best actions of a customer. */
@Schema(
        name = "DecisionRequest",
        requiredProperties = {"customer", "channel"})
record DecisionBody(
        @Schema(description = "The customer's reference") @Nullable
        String customer,

        @Schema(description = "Where the conversation takes place") @Nullable
        Channel channel,

        @Schema(
                description =
                        "Reason of call: billing, payment, technical, leaving, upgrade, moving, travel, complaint,"
                                + " information or another")
        @Nullable
        String reason,

        @Schema(description = "Language of the texts; the customer's own when absent") @Nullable
        Language language,

        @Schema(description = "At most so many recommendations", minimum = "1", maximum = "10") @Nullable
        Integer max,

        @Schema(description = "More live context, readable in rules as context['key']") @Nullable
        Map<String, Object> context,

        @Schema(description = "Whether to list the actions that were dropped, and why") @Nullable
        Boolean explain,

        @JsonAnySetter @Schema(hidden = true) @Nullable Map<String, Object> unknown)
        implements Strict {

    void check() {
        new Checks()
                .present(customer, "customer")
                .present(channel, "channel")
                .require(max == null || (max >= 1 && max <= 10), "max", "Must be from 1 to 10.")
                .atMost(60, reason, "reason")
                .require(context == null || context.size() <= 50, "context", "May have up to 50 entries.")
                .done();
    }

    DecisionRequest request(CustomerId id) {
        return new DecisionRequest(
                id,
                Checks.given(channel),
                reason == null ? "" : reason.strip(),
                language,
                null,
                max,
                context == null ? Map.of() : context,
                null);
    }
}
