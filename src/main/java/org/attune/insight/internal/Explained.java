package org.attune.insight.internal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.attune.customer.AttributeDefinition;
import org.attune.customer.AttributeDictionary;
import org.attune.decision.DecisionTrace;
import org.attune.decision.DecisionTrace.Candidate;
import org.attune.decision.DecisionTrace.Score;
import org.attune.decision.Recommendation.Reason;
import org.attune.history.Offer;
import org.attune.kernel.LocalText;
import org.jspecify.annotations.Nullable;

/**
 * A decision's trace, arranged for reading: each action with the stage it reached, the funnel, and what was known.
 *
 * @param traced false for imported decisions, of which only the offer is known
 * @param catalogSize how many actions there were to choose from
 * @param lines each action, those with a rank first, then by how far they came
 * @param steps the funnel from the catalog to the proposal; what drops adds up to the catalog less what was proposed
 * @param facts what rules could read, protected attributes left out, attributes first
 * @param hidden how many protected attributes were left out
 */
public record Explained(
        DecisionTrace trace,
        boolean traced,
        int catalogSize,
        List<Line> lines,
        List<Step> steps,
        List<Fact> facts,
        int hidden) {

    /** The stage of what was offered. */
    public static final String PROPOSED = "proposed";
    /** The stage of what was ranked but not among the first. */
    public static final String BELOW = "below";
    /** The stages in which an action can be left behind, in their order. */
    public static final List<String> STAGES = List.of(
            "availability",
            "eligibility",
            "applicability",
            "suitability",
            "shield",
            "contact",
            "limit",
            "constraint",
            "threshold",
            BELOW);

    private static final String RANKED = "ranked";

    /**
     * One action of the catalog.
     *
     * @param stage {@link #PROPOSED}, {@link #BELOW} or the stage that stopped it
     * @param read what the rule read, protected values kept out
     * @param score null when it was stopped before it was scored
     */
    public record Line(
            String action,
            LocalText title,
            String issue,
            String group,
            String stage,
            String rule,
            List<Read> read,
            @Nullable LocalText words,
            @Nullable Score score,
            int rank,
            List<Reason> reasons) {}

    /** What a stage stopped. */
    public record Step(String stage, int before, int after) {
        /** How many. */
        public int stopped() {
            return before - after;
        }
    }

    /**
     * A value that was read.
     *
     * @param value as text, {@link Values#HIDDEN} when the attribute is protected
     */
    public record Read(String key, String value) {}

    /**
     * Something known at that instant.
     *
     * @param label null for what is no attribute
     */
    public record Fact(String key, @Nullable LocalText label, String value) {}

    /** What was offered, by rank. */
    public List<Line> proposed() {
        return lines.stream().filter(line -> line.stage().equals(PROPOSED)).toList();
    }

    /** All that were ranked, whether proposed or below, by rank. */
    public List<Line> contenders() {
        return lines.stream().filter(line -> line.rank() > 0).toList();
    }

    /**
     * Arranges a decision.
     *
     * @param offers what was offered, NONE included
     */
    public static Explained of(DecisionTrace trace, List<Offer> offers, AttributeDictionary dictionary) {
        Values values = new Values(dictionary);
        Set<String> offered = new HashSet<>();
        offers.forEach(offer -> offered.add(offer.action()));
        offered.remove(Names.NONE);
        List<Line> lines = new ArrayList<>();
        for (Candidate each : trace.candidates()) {
            lines.add(line(each, offered, values));
        }
        boolean traced = !lines.isEmpty();
        if (!traced) {
            offers.stream()
                    .filter(offer -> !offer.action().equals(Names.NONE))
                    .forEach(offer -> lines.add(line(offer)));
        }
        lines.sort(Comparator.comparing((Line line) -> line.rank() == 0)
                .thenComparingInt(Line::rank)
                .thenComparingInt(line -> -STAGES.indexOf(line.stage()))
                .thenComparing(Line::action));
        List<Fact> facts = new ArrayList<>();
        int hidden = 0;
        for (Map.Entry<String, Object> each : trace.facts().entrySet()) {
            if (values.hides(each.getKey())) {
                hidden++;
                continue;
            }
            if (each.getKey().equals("signal_ages")) {
                continue; // what counting reads; the latest of each stands among the signals
            }
            AttributeDefinition definition = dictionary.find(each.getKey());
            String text = values.text(each.getKey(), each.getValue());
            if (!text.isEmpty()) {
                facts.add(new Fact(each.getKey(), definition == null ? null : definition.label(), text));
            }
        }
        facts.sort(Comparator.comparing(fact -> fact.label() == null));
        return new Explained(trace, traced, lines.size(), lines, traced ? steps(lines) : List.of(), facts, hidden);
    }

    private static Line line(Candidate each, Set<String> offered, Values values) {
        String stage = !each.stage().equals(RANKED) ? each.stage() : offered.contains(each.action()) ? PROPOSED : BELOW;
        List<Read> read = new ArrayList<>();
        each.values().forEach((key, value) -> read.add(new Read(key, values.text(key, value))));
        return new Line(
                each.action(),
                each.title(),
                each.issue(),
                each.group(),
                stage,
                each.rule(),
                read,
                each.words(),
                each.score(),
                each.rank(),
                each.reasons());
    }

    private static Line line(Offer offer) {
        Score score = new Score(
                offer.propensity(), offer.sampled(), 0, 1, 1, 1, offer.priority(), offer.selectionProbability());
        return new Line(
                offer.action(),
                LocalText.same(offer.action()),
                offer.issue(),
                offer.group(),
                PROPOSED,
                "",
                List.of(),
                null,
                score,
                offer.rank(),
                List.of());
    }

    private static List<Step> steps(List<Line> lines) {
        Map<String, Integer> stopped = new LinkedHashMap<>();
        STAGES.forEach(stage -> stopped.put(stage, 0));
        for (Line line : lines) {
            if (!line.stage().equals(PROPOSED)) {
                stopped.merge(line.stage(), 1, Integer::sum);
            }
        }
        List<Step> steps = new ArrayList<>();
        int left = lines.size();
        for (Map.Entry<String, Integer> each : stopped.entrySet()) {
            steps.add(new Step(each.getKey(), left, left - each.getValue()));
            left -= each.getValue();
        }
        return steps;
    }
}
