package org.attune.channel.internal;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.attune.history.Answer;
import org.attune.kernel.DecisionId;
import org.attune.kernel.Outcome;
import org.jspecify.annotations.Nullable;

/** What became of an offered action. */
@Schema(
        name = "Outcome",
        requiredProperties = {"action", "outcome"})
record OutcomeBody(
        @Schema(description = "An action of the decision, or none") @Nullable
        String action,

        @Schema(
                allowableValues = {
                    "shown",
                    "presented",
                    "accepted",
                    "declined",
                    "not-now",
                    "not-offered",
                    "fulfilled",
                    "cancelled"
                })
        @Nullable
        Outcome outcome,

        @Schema(description = "Why, for declined, not-now and not-offered") @Nullable
        String reason,

        @Schema(description = "When it happened; now when absent") @Nullable
        Instant occurredAt,

        @Schema(description = "For not-now: the day from which it may be proposed again") @Nullable
        LocalDate again,

        @JsonAnySetter @Schema(hidden = true) @Nullable Map<String, Object> unknown)
        implements Strict {

    Answer answer(DecisionId decision) {
        new Checks()
                .present(action, "action")
                .present(outcome, "outcome")
                .require(outcome != Outcome.EXPIRED, "outcome", "'expired' is Attune's own word for no answer in time.")
                .done();
        return new Answer(decision, Checks.given(action), Checks.given(outcome), reason, again, occurredAt);
    }
}
