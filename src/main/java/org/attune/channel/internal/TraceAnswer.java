package org.attune.channel.internal;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.attune.history.DecisionRecord;
import org.attune.history.Offer;
import org.attune.history.TimelineEntry;
import org.attune.kernel.Channel;
import org.attune.kernel.Outcome;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Everything that is written down about a decision. */
@Schema(name = "DecisionTrace")
record TraceAnswer(
        UUID decisionId,
        @Schema(description = "The customer's reference") String customer,
        Instant at,
        Channel channel,
        String reason,
        long strategyRevision,
        long modelVersion,

        @Schema(allowableValues = {"main", "control", "import"})
        String arm,

        @Schema(description = "Seed of the random draws; a replay draws the same")
        String seed,

        long tookMicros,

        @Schema(description = "Whether the customer was protected at that moment")
        boolean guarded,

        @Schema(description = "The predictors as the model saw them")
        Map<String, Object> situation,

        List<OfferAnswer> offers,

        @Schema(implementation = Object.class, description = "All stages, factors and dropped actions")
        JsonNode trace) {

    /** An action as it was ranked, and what became of it. */
    @Schema(name = "Offer")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record OfferAnswer(
            String action,
            String issue,
            String group,
            @Schema(description = "1 is first; none has 0") int rank,
            @Nullable String treatment,
            double propensity,

            @Schema(description = "The propensity drawn for the ranking; the mean when nothing was drawn")
            double sampled,

            double priority,

            @Schema(description = "Probability that the randomised ranking put this action first")
            double selectionProbability,

            @Schema(description = "What became of it so far; absent when it was not even shown") @Nullable
            Outcome state,

            @Schema(description = "The answers, oldest first")
            List<OutcomeAnswerLine> outcomes) {}

    /** One answer. */
    @Schema(name = "OutcomeLine")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record OutcomeAnswerLine(
            Instant at, Outcome outcome, @Nullable String reason, String who) {}

    static TraceAnswer of(
            DecisionRecord d, String ref, Map<String, Outcome> states, List<TimelineEntry> timeline, JsonNode trace) {
        return new TraceAnswer(
                d.id().value(),
                ref,
                d.at(),
                d.channel(),
                d.reason(),
                d.revision(),
                d.modelVersion(),
                d.arm(),
                Long.toString(d.seed()), // a text: JavaScript rounds numbers beyond 2^53
                d.tookMicros(),
                d.guarded(),
                d.situation(),
                d.offers().stream()
                        .map(offer -> offer(offer, states.get(offer.action()), timeline))
                        .toList(),
                trace);
    }

    private static OfferAnswer offer(Offer offer, @Nullable Outcome state, List<TimelineEntry> timeline) {
        return new OfferAnswer(
                offer.action(),
                offer.issue(),
                offer.group(),
                offer.rank(),
                offer.treatment(),
                offer.propensity(),
                offer.sampled(),
                offer.priority(),
                offer.selectionProbability(),
                state,
                timeline.reversed().stream()
                        .filter(entry -> entry.action().equals(offer.action()))
                        .map(entry -> new OutcomeAnswerLine(entry.at(), entry.outcome(), entry.reason(), entry.who()))
                        .toList());
    }
}
