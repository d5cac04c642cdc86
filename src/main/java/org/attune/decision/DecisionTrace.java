package org.attune.decision;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.attune.decision.Recommendation.Reason;
import org.attune.kernel.Channel;
import org.attune.kernel.CustomerId;
import org.attune.kernel.DecisionId;
import org.attune.kernel.InteractionId;
import org.attune.kernel.LocalText;
import org.jspecify.annotations.Nullable;

/**
 * Everything a decision looked at and what became of each action: inputs as of that instant, arm, seed, revision, model version,
 * and every action of the catalog with the stage it reached and why. Reading one writes nothing.
 *
 * @param interaction the conversation it belongs to, null for other channels
 * @param revision the strategy revision that decided
 * @param modelVersion log position up to which the models had learned
 * @param arm {@code main}, {@code control} or {@code import}
 * @param seed of every draw
 * @param guarded whether the customer was protected at that moment
 * @param facts what rules could read, by variable
 * @param situation what the models could read, by predictor
 * @param candidates every action in the order of the revision
 * @param none why nothing was proposed, null when something was
 * @param protections what the shield said about the customer
 */
public record DecisionTrace(
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
        SortedMap<String, Object> facts,
        SortedMap<String, Object> situation,
        List<Candidate> candidates,
        @Nullable LocalText none,
        List<LocalText> protections) {

    /**
     * One action and how far it came.
     *
     * @param stage where it was stopped: {@code availability}, {@code eligibility}, {@code applicability}, {@code suitability},
     *     {@code shield}, {@code contact}, {@code limit}, {@code constraint}, {@code threshold}; {@code ranked} when nothing
     *     stopped it
     * @param rule the rule that stopped it, as written or by its name; empty when nothing did
     * @param values what that rule read
     * @param words the reason in plain words, null when nothing stopped it
     * @param score null when it was stopped before it was scored
     * @param rank 1 is first; 0 when it was not ranked
     * @param reasons what was said for and against it, of those that were recommended
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Candidate(
            String action,
            String group,
            String issue,
            LocalText title,
            String stage,
            String rule,
            Map<String, Object> values,
            @Nullable LocalText words,
            @Nullable Score score,
            int rank,
            List<Reason> reasons) {}

    /**
     * The factors of priority.
     *
     * @param propensity posterior mean of the probability that the customer accepts if it is proposed
     * @param sampled what counted in the ranking; equal to propensity without exploration
     * @param evidence answers that what is known about the action alone rests on; those before it was last learned anew do not count
     * @param context factor C
     * @param value factor V
     * @param lever factor L
     * @param priority the product
     * @param selectionProbability probability that the randomised ranking puts it at rank 1
     */
    public record Score(
            double propensity,
            double sampled,
            long evidence,
            double context,
            double value,
            double lever,
            double priority,
            double selectionProbability) {}
}
