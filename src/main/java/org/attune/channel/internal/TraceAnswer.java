package org.attune.channel.internal;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.attune.decision.DecisionTrace;
import org.attune.decision.Recommendation.Reason;
import org.attune.history.Answer;
import org.attune.history.Offer;
import org.attune.history.TimelineEntry;
import org.attune.kernel.Channel;
import org.attune.kernel.LocalText;
import org.attune.kernel.Outcome;
import org.jspecify.annotations.Nullable;

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

        @Schema(description = "What rules could read, by variable")
        Map<String, Object> facts,

        @Schema(description = "What the shield said about the customer; empty when it said nothing")
        List<Text> protections,

        @Schema(description = "Why nothing was proposed; absent when something was")
        @JsonInclude(JsonInclude.Include.NON_NULL)
        @Nullable
        Text none,

        @Schema(description = "Every action of the catalog and how far it came; empty for imported answers")
        List<CandidateAnswer> candidates) {

    /** A text in both languages. */
    @Schema(name = "Text")
    record Text(String en, String fr) {
        static Text of(LocalText text) {
            return new Text(text.en(), text.fr());
        }
    }

    /** One action and how far it came. */
    @Schema(name = "Candidate")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record CandidateAnswer(
            String action,
            String issue,
            String group,

            @Schema(description = "Where it was stopped; ranked when nothing stopped it", example = "suitability")
            String stage,

            @Schema(description = "The rule that stopped it, as written or by its name; empty when nothing did")
            String rule,

            @Schema(description = "The values the rule read")
            Map<String, Object> values,

            @Schema(description = "The reason in plain words; absent when nothing stopped it") @Nullable
            Text words,

            @Schema(description = "1 is first; 0 when it was not ranked")
            int rank,

            @Schema(description = "The factors of its priority; absent when it was stopped before") @Nullable
            ScoreAnswer score,

            @Schema(description = "What was said for and against it; empty unless it was recommended")
            List<ReasonAnswer> reasons) {
        static CandidateAnswer of(DecisionTrace.Candidate each) {
            LocalText words = each.words();
            DecisionTrace.Score score = each.score();
            return new CandidateAnswer(
                    each.action(),
                    each.issue(),
                    each.group(),
                    each.stage(),
                    each.rule(),
                    each.values(),
                    words == null ? null : Text.of(words),
                    each.rank(),
                    score == null ? null : ScoreAnswer.of(score),
                    each.reasons().stream().map(ReasonAnswer::of).toList());
        }
    }

    /** The factors of priority. */
    @Schema(name = "Score")
    record ScoreAnswer(
            @Schema(description = "Probability that the customer accepts if it is proposed, posterior mean")
            double propensity,

            @Schema(description = "The propensity drawn for the ranking; the mean when nothing was drawn")
            double sampled,

            @Schema(description = "Answers the action's own model had seen")
            long evidence,

            double context,
            double value,
            double lever,
            double priority,

            @Schema(description = "Probability that the randomised ranking put this action first")
            double selectionProbability) {
        static ScoreAnswer of(DecisionTrace.Score score) {
            return new ScoreAnswer(
                    score.propensity(),
                    score.sampled(),
                    score.evidence(),
                    score.context(),
                    score.value(),
                    score.lever(),
                    score.priority(),
                    score.selectionProbability());
        }
    }

    /** Something that speaks for or against an action. */
    @Schema(name = "Reason")
    record ReasonAnswer(Text text, boolean speaksFor) {
        static ReasonAnswer of(Reason reason) {
            return new ReasonAnswer(Text.of(reason.text()), reason.speaksFor());
        }
    }

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
            List<OutcomeAnswerLine> outcomes,

            @Schema(description = "What was read out word for word before it was accepted; absent when nothing was")
            @JsonInclude(JsonInclude.Include.NON_EMPTY)
            List<ReadOutLine> readOut) {}

    /** A sentence that was read out. */
    @Schema(name = "ReadOut")
    record ReadOutLine(Instant at, String sentence, String text) {}

    /** One answer. */
    @Schema(name = "OutcomeLine")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record OutcomeAnswerLine(
            Instant at, Outcome outcome, @Nullable String reason, String who) {}

    static TraceAnswer of(
            DecisionTrace d,
            List<Offer> offers,
            String ref,
            Map<String, Outcome> states,
            List<TimelineEntry> timeline,
            Map<String, List<Answer.ReadOut>> readOut) {
        LocalText none = d.none();
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
                offers.stream()
                        .map(offer -> offer(
                                offer,
                                states.get(offer.action()),
                                timeline,
                                readOut.getOrDefault(offer.action(), List.of())))
                        .toList(),
                d.facts(),
                d.protections().stream().map(Text::of).toList(),
                none == null ? null : Text.of(none),
                d.candidates().stream().map(CandidateAnswer::of).toList());
    }

    private static OfferAnswer offer(
            Offer offer, @Nullable Outcome state, List<TimelineEntry> timeline, List<Answer.ReadOut> readOut) {
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
                        .toList(),
                readOut.stream()
                        .map(each -> new ReadOutLine(each.at(), each.sentence(), each.words()))
                        .toList());
    }
}
