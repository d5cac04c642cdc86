package org.attune.insight.internal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.attune.customer.AttributeDictionary;
import org.attune.history.DecisionRecord;
import org.attune.kernel.LocalText;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * A decision's trace, arranged for reading: what was proposed, what was not and where it stopped, and what was known.
 *
 * @param traced false for imported decisions, of which only the offer is known
 * @param proposed what was offered, by rank, without NONE
 * @param contenders all that were ranked, whether proposed or below, by rank
 * @param steps the funnel from the catalog to the proposal; what drops adds up to the catalog less what was proposed
 * @param facts what was known, protected values kept out, attributes first
 * @param none why nothing was proposed, null when something was
 * @param protections what the shield said about the customer
 */
public record Explained(
        boolean traced,
        int catalogSize,
        List<Scored> proposed,
        List<Scored> contenders,
        List<Step> steps,
        List<Fact> facts,
        @Nullable LocalText none,
        List<LocalText> protections) {

    /** The stages in their order, {@code below} being ranked but not among the first. */
    public static final List<String> STAGES = List.of(
            "availability", "eligibility", "applicability", "suitability", "shield", "contact", "threshold", "below");

    /** A ranked action and the factors of its priority; factors are 1 where they were switched off or are not known. */
    public record Scored(
            String action,
            String issue,
            int rank,
            double propensity,
            double sampled,
            double context,
            double value,
            double lever,
            double priority,
            double selectionProbability,
            long evidence,
            List<Reason> reasons) {}

    /** Why the agent was told to propose it, or what spoke against it. */
    public record Reason(LocalText text, boolean speaksFor) {}

    /** What a stage stopped. */
    public record Step(String stage, int before, int after, List<Stopped> stopped) {}

    /**
     * An action that was not proposed.
     *
     * @param values what the rule read, protected values kept out
     */
    public record Stopped(String action, String issue, String rule, String values, LocalText words) {}

    /**
     * Something known at that instant.
     *
     * @param label null for what is no attribute
     */
    public record Fact(String key, @Nullable LocalText label, String value, boolean isProtected) {}

    /** A factor without which another action would have been first. */
    public record Turn(String factor, String action) {}

    /**
     * Which factors decided who is first: {@code likelihood}, {@code context}, {@code value}, {@code lever}. Empty where the first
     * place did not follow from priority, as in the control arm or for mandatory actions.
     */
    public List<Turn> turns() {
        if (contenders.size() < 2
                || contenders.stream()
                        .anyMatch(
                                each -> each.priority() > contenders.getFirst().priority())) {
            return List.of();
        }
        Map<String, ToDoubleFunction<Scored>> factors = new LinkedHashMap<>();
        factors.put("likelihood", Scored::sampled);
        factors.put("context", Scored::context);
        factors.put("value", Scored::value);
        factors.put("lever", Scored::lever);
        List<Turn> turns = new ArrayList<>();
        factors.forEach((factor, value) -> {
            Scored first = contenders.getFirst();
            for (Scored each : contenders) {
                if (without(each, value) > without(first, value) * (1 + 1e-9)) {
                    first = each;
                }
            }
            if (first != contenders.getFirst()) {
                turns.add(new Turn(factor, first.action()));
            }
        });
        return turns;
    }

    private static double without(Scored scored, ToDoubleFunction<Scored> factor) {
        double value = factor.applyAsDouble(scored);
        return value == 0 ? 0 : scored.priority() / value;
    }

    /** Arranges a decision. */
    public static Explained of(DecisionRecord decision, AttributeDictionary dictionary, JsonMapper json) {
        return new TraceReader(dictionary).read(decision, json);
    }
}
