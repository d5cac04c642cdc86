package org.attune.channel.internal;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.attune.decision.Decision;
import org.attune.decision.Dropped;
import org.attune.decision.Recommendation;
import org.attune.kernel.Language;
import org.attune.kernel.LocalText;
import org.attune.kernel.Tone;
import org.jspecify.annotations.Nullable;

/**
 * The next best actions, in one language.
 *
 * @param none why nothing is proposed, null when something is
 * @param dropped only when it was asked for
 */
@Schema(name = "Decision")
record DecisionAnswer(
        @Schema(description = "Needed to report outcomes") UUID decisionId,

        @Schema(description = "The strategy revision that decided")
        long strategyRevision,

        @Schema(description = "Place in the outcome log up to which the models had learned")
        long modelVersion,

        @Schema(allowableValues = {"main", "control"}) String arm,

        @Schema(description = "Time the decision took, microseconds")
        long tookMicros,

        List<Item> recommendations,

        @Schema(
                types = {"object", "null"},
                description = "Why nothing is proposed; null when something is")
        @Nullable
        None none,

        @Schema(description = "Only when explain was asked for") @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
        List<DroppedItem> dropped) {

    /** One action, best first. */
    @Schema(name = "Recommendation")
    record Item(
            int rank,
            String action,
            String issue,
            String group,
            String title,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            Wording treatment,

            @Schema(description = "Probability that the customer accepts if it is proposed, 0..1")
            double propensity,

            @Schema(description = "Propensity x context weight x value x lever")
            double priority,

            @Schema(description = "What speaks for it, in plain words")
            List<String> reasons,

            @Schema(description = "What speaks against it; absent when nothing does")
            @JsonInclude(JsonInclude.Include.NON_EMPTY)
            List<String> against,

            @Schema(
                    description =
                            "What must be said or shown word for word before it is accepted, in order; absent when nothing must")
            @JsonInclude(JsonInclude.Include.NON_EMPTY)
            List<LegalText> legal) {}

    /** A sentence that must be said word for word. */
    @Schema(name = "LegalText")
    record LegalText(String key, Language language, String text) {}

    /** What can be said. */
    @Schema(name = "Wording")
    record Wording(String key, Language language, Tone tone, String script) {}

    /** Why nothing is proposed. */
    @Schema(name = "None")
    record None(String reason) {}

    /** An action that did not make it. */
    @Schema(name = "Dropped")
    record DroppedItem(
            String action,

            @Schema(description = "Where it was stopped", example = "suitability")
            String stage,

            @Schema(description = "The rule that stopped it")
            String rule,

            @Schema(description = "The values the rule read")
            Map<String, Object> values,

            @Schema(description = "The reason in plain words")
            String reason) {}

    static DecisionAnswer of(Decision decision, Language language, boolean explain) {
        LocalText none = decision.none();
        return new DecisionAnswer(
                decision.id().value(),
                decision.strategyRevision(),
                decision.modelVersion(),
                decision.arm(),
                decision.tookMicros(),
                decision.recommendations().stream().map(r -> item(r, language)).toList(),
                none == null ? null : new None(none.in(language)),
                explain
                        ? decision.dropped().stream()
                                .map(d -> dropped(d, language))
                                .toList()
                        : null);
    }

    private static Item item(Recommendation r, Language language) {
        Recommendation.Script script = r.treatment();
        return new Item(
                r.rank(),
                r.action(),
                r.issue(),
                r.group(),
                r.title().in(language),
                script == null ? null : new Wording(script.key(), script.language(), script.tone(), script.script()),
                r.propensity(),
                r.priority(),
                reasons(r, language, true),
                reasons(r, language, false),
                r.legal().stream()
                        .map(each -> new LegalText(
                                each.key(), each.said().language(), each.said().text()))
                        .toList());
    }

    private static List<String> reasons(Recommendation r, Language language, boolean speakingFor) {
        return r.reasons().stream()
                .filter(reason -> reason.speaksFor() == speakingFor)
                .map(reason -> reason.text().in(language))
                .toList();
    }

    private static DroppedItem dropped(Dropped d, Language language) {
        return new DroppedItem(
                d.action(), d.stage(), d.rule(), d.values(), d.words().in(language));
    }
}
