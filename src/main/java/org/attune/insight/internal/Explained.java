package org.attune.insight.internal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import org.attune.customer.AttributeDefinition;
import org.attune.customer.AttributeDictionary;
import org.attune.customer.Sensitivity;
import org.attune.history.DecisionRecord;
import org.attune.history.Offer;
import org.attune.kernel.LocalText;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
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

    private static final String RANKED = "ranked";
    private static final String BELOW = "below";

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
        JsonNode trace = read(decision.trace(), json);
        JsonNode candidates = trace.path("candidates");
        List<Scored> proposed = new ArrayList<>();
        for (Offer offer : decision.offers()) {
            if (!offer.action().equals(Names.NONE)) {
                proposed.add(scored(offer, candidate(candidates, offer.action())));
            }
        }
        Secrets secrets = new Secrets(dictionary);
        return new Explained(
                !candidates.isEmpty(),
                candidates.size(),
                proposed,
                contenders(candidates),
                steps(candidates, proposed, secrets),
                facts(trace.path("facts"), dictionary, secrets),
                text(trace.path("none")),
                texts(trace.path("protections")));
    }

    private static JsonNode read(String trace, JsonMapper json) {
        try {
            return trace.isBlank() ? json.createObjectNode() : json.readTree(trace);
        } catch (JacksonException e) {
            return json.createObjectNode();
        }
    }

    private static JsonNode candidate(JsonNode candidates, String action) {
        for (JsonNode each : candidates) {
            if (each.path("action").asString("").equals(action)) {
                return each;
            }
        }
        return candidates.path("");
    }

    private static Scored scored(Offer offer, JsonNode candidate) {
        return new Scored(
                offer.action(),
                offer.issue(),
                offer.rank(),
                offer.propensity(),
                offer.sampled(),
                candidate.path("context").asDouble(1),
                candidate.path("value").asDouble(1),
                candidate.path("lever").asDouble(1),
                offer.priority(),
                offer.selectionProbability(),
                candidate.path("evidence").asLong(0),
                reasons(candidate.path("reasons")));
    }

    private static List<Scored> contenders(JsonNode candidates) {
        List<Scored> contenders = new ArrayList<>();
        for (JsonNode each : candidates) {
            if (each.path("stage").asString("").equals(RANKED)) {
                contenders.add(new Scored(
                        each.path("action").asString(""),
                        each.path("issue").asString(""),
                        each.path("rank").asInt(0),
                        each.path("propensity").asDouble(0),
                        each.path("sampled").asDouble(0),
                        each.path("context").asDouble(1),
                        each.path("value").asDouble(1),
                        each.path("lever").asDouble(1),
                        each.path("priority").asDouble(0),
                        each.path("selectionProbability").asDouble(0),
                        each.path("evidence").asLong(0),
                        List.of()));
            }
        }
        contenders.sort(Comparator.comparingInt(Scored::rank));
        return contenders;
    }

    private static List<Reason> reasons(JsonNode nodes) {
        List<Reason> reasons = new ArrayList<>();
        for (JsonNode each : nodes) {
            LocalText text = text(each.path("text"));
            if (text != null) {
                reasons.add(new Reason(text, each.path("speaksFor").asBoolean(true)));
            }
        }
        return reasons;
    }

    private static List<Step> steps(JsonNode candidates, List<Scored> proposed, Secrets secrets) {
        Set<String> offered = Set.copyOf(proposed.stream().map(Scored::action).toList());
        Map<String, List<Stopped>> byStage = new LinkedHashMap<>();
        STAGES.forEach(stage -> byStage.put(stage, new ArrayList<>()));
        for (JsonNode each : candidates) {
            String stage = each.path("stage").asString("");
            if (stage.equals(RANKED)) {
                if (offered.contains(each.path("action").asString(""))) {
                    continue;
                }
                stage = BELOW;
            }
            byStage.computeIfAbsent(stage, unknown -> new ArrayList<>()).add(stopped(each, secrets));
        }
        List<Step> steps = new ArrayList<>();
        int left = candidates.size();
        for (Map.Entry<String, List<Stopped>> each : byStage.entrySet()) {
            int after = left - each.getValue().size();
            steps.add(new Step(each.getKey(), left, after, each.getValue()));
            left = after;
        }
        return steps;
    }

    private static Stopped stopped(JsonNode candidate, Secrets secrets) {
        List<String> values = new ArrayList<>();
        for (Map.Entry<String, JsonNode> each : candidate.path("values").properties()) {
            values.add(each.getKey() + " = " + secrets.value(each.getKey(), each.getValue()));
        }
        if (values.isEmpty() && candidate.has("priority")) {
            values.add("rank = " + candidate.path("rank").asInt());
            values.add(String.format(
                    java.util.Locale.ROOT,
                    "priority = %.3f",
                    candidate.path("priority").asDouble()));
        }
        LocalText words = text(candidate.path("words"));
        return new Stopped(
                candidate.path("action").asString(""),
                candidate.path("issue").asString(""),
                candidate.path("rule").asString(""),
                String.join(", ", values),
                words == null ? LocalText.same("") : words);
    }

    private static List<Fact> facts(JsonNode facts, AttributeDictionary dictionary, Secrets secrets) {
        List<Fact> list = new ArrayList<>();
        for (Map.Entry<String, JsonNode> each : facts.properties()) {
            AttributeDefinition definition = dictionary.find(each.getKey());
            list.add(new Fact(
                    each.getKey(),
                    definition == null ? null : definition.label(),
                    secrets.value(each.getKey(), each.getValue()),
                    secrets.hides(each.getKey())));
        }
        list.removeIf(fact -> fact.value().isEmpty());
        list.sort(Comparator.comparing(fact -> fact.label() == null));
        return list;
    }

    private static @Nullable LocalText text(JsonNode node) {
        return node.isObject()
                ? new LocalText(node.path("en").asString(""), node.path("fr").asString(""))
                : null;
    }

    private static List<LocalText> texts(JsonNode nodes) {
        List<LocalText> texts = new ArrayList<>();
        for (JsonNode each : nodes) {
            LocalText text = text(each);
            if (text != null) {
                texts.add(text);
            }
        }
        return texts;
    }

    /** Keeps protected values off the page. */
    private record Secrets(AttributeDictionary dictionary) {
        boolean hides(String key) {
            AttributeDefinition definition = dictionary.find(key);
            return definition != null && definition.sensitivity() == Sensitivity.PROTECTED;
        }

        String value(String key, JsonNode value) {
            if (hides(key)) {
                return "•••";
            }
            if (value.isString()) {
                return value.asString("");
            }
            if (value.isDouble() || value.isFloat()) {
                double number = value.asDouble();
                return number == Math.rint(number) && Math.abs(number) < 1e12
                        ? Long.toString((long) number)
                        : Double.toString(Math.round(number * 10_000) / 10_000.0);
            }
            if (value.isObject()) {
                List<String> parts = new ArrayList<>();
                value.properties()
                        .forEach(each -> parts.add(each.getKey() + " " + value(each.getKey(), each.getValue())));
                return String.join(", ", parts);
            }
            if (value.isArray()) {
                List<String> parts = new ArrayList<>();
                value.forEach(each -> parts.add(value("", each)));
                return String.join(", ", parts);
            }
            return value.toString();
        }
    }
}
