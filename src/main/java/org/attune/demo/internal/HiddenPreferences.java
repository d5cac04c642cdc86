package org.attune.demo.internal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.attune.customer.CustomerContext;
import org.attune.demo.SimulatedAnswer;
import org.attune.kernel.Outcome;
import org.attune.kernel.Tone;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What the demo's invented customers would answer, and why they call. The engine never sees this; it has to find out from
 * answers. Immutable and free of side effects.
 */
public final class HiddenPreferences {
    private static final String DEFAULT = "default";

    /** A line that counts when it holds. */
    private record Line(@Nullable Condition when, double weight, String reason) {}

    private final double strength;
    private final Map<String, Double> bases = new HashMap<>();
    private final Map<String, List<Line>> effects = new HashMap<>();
    private final List<Line> calls = new ArrayList<>();
    private final Map<String, Map<Outcome, Double>> others = new HashMap<>();
    private final Map<Outcome, Map<String, Map<String, Double>>> reasons = new HashMap<>();

    HiddenPreferences(JsonNode file) {
        strength = file.path("strength").asDouble(1);
        for (JsonNode each : file.path("acceptance")) {
            String action = each.path("action").asString();
            bases.put(action, each.path("base").asDouble());
            List<Line> lines = new ArrayList<>();
            each.path("effects")
                    .forEach(effect -> lines.add(
                            new Line(Condition.of(effect), effect.path("logit").asDouble(), "")));
            effects.put(action, lines);
        }
        for (JsonNode each : file.path("reasonsOfCall")) {
            calls.add(new Line(
                    each.has("when") ? Condition.of(each.path("when")) : null,
                    each.path("weight").asDouble(),
                    each.path("reason").asString()));
        }
        file.path("otherAnswers").forEachEntry((issue, shares) -> {
            Map<Outcome, Double> weights = new LinkedHashMap<>();
            shares.forEachEntry((outcome, share) -> weights.put(Outcome.of(outcome), share.asDouble()));
            others.put(issue, weights);
        });
        reasons.put(Outcome.DECLINED, lists(file.path("declined")));
        reasons.put(Outcome.NOT_NOW, lists(file.path("notNow")));
        reasons.put(Outcome.NOT_OFFERED, lists(file.path("notOffered")));
    }

    /** Those of {@code db/seed/preferences-hidden.yaml}, read when they are first asked for. */
    public static HiddenPreferences load() {
        return Once.LOADED;
    }

    private static final class Once {
        static final HiddenPreferences LOADED = new HiddenPreferences(SeedFiles.read("preferences-hidden.yaml"));
    }

    /** Whether anything is known about an action; others are accepted by nobody. */
    public boolean knows(String action) {
        return bases.containsKey(action);
    }

    /**
     * Probability that the customer accepts, 0..1.
     *
     * @param tone of the wording that is said, null when unknown
     */
    public double acceptance(CustomerContext customer, String reason, String action, @Nullable Tone tone) {
        Double base = bases.get(action);
        if (base == null) {
            return 0;
        }
        double logit = base;
        for (Line line : effects.getOrDefault(action, List.of())) {
            if (line.when == null || line.when.holds(customer, reason, tone)) {
                logit += strength * line.weight;
            }
        }
        return 1 / (1 + Math.exp(-logit));
    }

    /** What the customer says to a proposal this time. */
    SimulatedAnswer answer(
            CustomerContext customer, String reason, String action, String issue, @Nullable Tone tone, Chance chance) {
        if (chance.of(acceptance(customer, reason, action, tone))) {
            return new SimulatedAnswer(Outcome.ACCEPTED, null);
        }
        Outcome outcome = chance.weighted(named(others, issue));
        Map<String, Map<String, Double>> lists = reasons.getOrDefault(outcome, Map.of());
        return new SimulatedAnswer(outcome, lists.isEmpty() ? null : chance.weighted(named(lists, issue)));
    }

    /** The same with dice of its own: one seed, one answer. */
    public SimulatedAnswer answer(
            CustomerContext customer, String reason, String action, String issue, @Nullable Tone tone, long seed) {
        return answer(customer, reason, action, issue, tone, new Chance(new SplittableRandom(seed)));
    }

    /** Why the customer calls this time. */
    String reasonOfCall(CustomerContext customer, Chance chance) {
        Map<String, Double> weights = new LinkedHashMap<>();
        for (Line line : calls) {
            if (line.when == null || line.when.holds(customer, "", null)) {
                weights.merge(line.reason, line.weight, Double::sum);
            }
        }
        return chance.weighted(weights);
    }

    private static <T> Map<T, Double> named(Map<String, Map<T, Double>> lists, String issue) {
        Map<T, Double> own = lists.get(issue);
        return own == null ? lists.getOrDefault(DEFAULT, Map.of()) : own;
    }

    private static Map<String, Map<String, Double>> lists(JsonNode node) {
        Map<String, Map<String, Double>> lists = new HashMap<>();
        node.forEachEntry((issue, list) -> {
            Map<String, Double> weights = new LinkedHashMap<>();
            list.forEach(each -> weights.put(
                    each.path("reason").asString(), each.path("weight").asDouble()));
            lists.put(issue, weights);
        });
        return lists;
    }
}
