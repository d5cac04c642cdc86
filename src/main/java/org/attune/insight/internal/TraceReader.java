package org.attune.insight.internal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.attune.customer.AttributeDefinition;
import org.attune.customer.AttributeDictionary;
import org.attune.customer.Sensitivity;
import org.attune.history.DecisionRecord;
import org.attune.history.Offer;
import org.attune.insight.internal.Explained.Fact;
import org.attune.insight.internal.Explained.Reason;
import org.attune.insight.internal.Explained.Scored;
import org.attune.insight.internal.Explained.Step;
import org.attune.insight.internal.Explained.Stopped;
import org.attune.kernel.LocalText;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads the trace of a decision as the decision module wrote it. Values of protected attributes stay behind. */
final class TraceReader {
    private static final String RANKED = "ranked";
    private static final String BELOW = "below";

    private final AttributeDictionary dictionary;

    TraceReader(AttributeDictionary dictionary) {
        this.dictionary = dictionary;
    }

    Explained read(DecisionRecord decision, JsonMapper json) {
        JsonNode trace = tree("{}", json);
        JsonNode candidates = trace.path("candidates");
        List<Scored> proposed = new ArrayList<>();
        for (Offer offer : decision.offers()) {
            if (!offer.action().equals(Names.NONE)) {
                proposed.add(scored(offer, candidate(candidates, offer.action())));
            }
        }
        return new Explained(
                !candidates.isEmpty(),
                candidates.size(),
                proposed,
                contenders(candidates),
                steps(candidates, proposed),
                facts(trace.path("facts")),
                text(trace.path("none")),
                texts(trace.path("protections")));
    }

    private static JsonNode tree(String trace, JsonMapper json) {
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

    private List<Step> steps(JsonNode candidates, List<Scored> proposed) {
        Set<String> offered = Set.copyOf(proposed.stream().map(Scored::action).toList());
        Map<String, List<Stopped>> byStage = new LinkedHashMap<>();
        Explained.STAGES.forEach(stage -> byStage.put(stage, new ArrayList<>()));
        for (JsonNode each : candidates) {
            String stage = each.path("stage").asString("");
            if (stage.equals(RANKED)) {
                if (offered.contains(each.path("action").asString(""))) {
                    continue;
                }
                stage = BELOW;
            }
            byStage.computeIfAbsent(stage, unknown -> new ArrayList<>()).add(stopped(each));
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

    private Stopped stopped(JsonNode candidate) {
        List<String> values = new ArrayList<>();
        for (Map.Entry<String, JsonNode> each : candidate.path("values").properties()) {
            values.add(each.getKey() + " = " + value(each.getKey(), each.getValue()));
        }
        if (values.isEmpty() && candidate.has("priority")) {
            values.add("rank = " + candidate.path("rank").asInt());
            values.add(String.format(
                    Locale.ROOT, "priority = %.3f", candidate.path("priority").asDouble()));
        }
        LocalText words = text(candidate.path("words"));
        return new Stopped(
                candidate.path("action").asString(""),
                candidate.path("issue").asString(""),
                candidate.path("rule").asString(""),
                String.join(", ", values),
                words == null ? LocalText.same("") : words);
    }

    private List<Fact> facts(JsonNode facts) {
        List<Fact> list = new ArrayList<>();
        for (Map.Entry<String, JsonNode> each : facts.properties()) {
            AttributeDefinition definition = dictionary.find(each.getKey());
            list.add(new Fact(
                    each.getKey(),
                    definition == null ? null : definition.label(),
                    value(each.getKey(), each.getValue()),
                    hides(each.getKey())));
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

    private boolean hides(String key) {
        AttributeDefinition definition = dictionary.find(key);
        return definition != null && definition.sensitivity() == Sensitivity.PROTECTED;
    }

    private String value(String key, JsonNode value) {
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
            value.properties().forEach(each -> parts.add(each.getKey() + " " + value(each.getKey(), each.getValue())));
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
