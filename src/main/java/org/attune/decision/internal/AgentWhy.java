package org.attune.decision.internal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.attune.catalog.Vocabulary;
import org.attune.customer.AttributeDictionary;
import org.attune.decision.DecisionTrace;
import org.attune.decision.DecisionTrace.Candidate;
import org.attune.decision.DecisionTrace.Score;
import org.attune.decision.Decisions;
import org.attune.decision.Explanation;
import org.attune.decision.Explanation.Almost;
import org.attune.decision.Explanation.Gap;
import org.attune.decision.Explanation.Kind;
import org.attune.decision.Explanation.Rival;
import org.attune.decision.Explanation.Waiting;
import org.attune.decision.Recommendation.Reason;
import org.attune.kernel.LocalText;
import org.jspecify.annotations.Nullable;

/**
 * Explains one action of a decision to the agent. Says only what helps in the conversation: nothing about what the shield stops, and
 * to a customer in difficulty no word about sales and collections.
 */
public final class AgentWhy {
    private static final int FOR = 3;
    private static final int AGAINST = 1;
    private static final int WAITING = 4;
    private static final List<String> RULES = List.of("eligibility", "applicability", "suitability");
    private static final List<String> WAITS = List.of("contact", "limit", "constraint");

    private final DecisionTrace trace;
    private final Unspoken unspoken;
    private final NearMiss nearMiss;
    private final List<Candidate> ranked;

    public AgentWhy(DecisionTrace trace, AttributeDictionary dictionary, Vocabulary words) {
        this.trace = trace;
        this.unspoken = new Unspoken(dictionary, words);
        this.nearMiss = new NearMiss(trace.facts(), dictionary, words, unspoken);
        this.ranked = trace.candidates().stream()
                .filter(each -> each.rank() > 0)
                .sorted(Comparator.comparingInt(Candidate::rank))
                .toList();
    }

    /** The explanation of an action or of listening; null when there is no such action. */
    public @Nullable Explanation explain(String action) {
        if (action.equals(Decisions.NONE)) {
            return new Explanation(action, 0, List.of(), trace.none(), wouldBeFirst(), almost(), waiting());
        }
        Candidate found = trace.candidates().stream()
                .filter(each -> each.action().equals(action))
                .findFirst()
                .orElse(null);
        if (found == null) {
            return null;
        }
        Rival rival = found.rank() > 1 ? rival(found) : wouldBeFirst();
        return new Explanation(
                action, found.rank(), reasons(found.reasons()), trace.none(), rival, almost(), waiting());
    }

    private List<Reason> reasons(List<Reason> given) {
        List<Reason> kept = new ArrayList<>();
        for (boolean speaksFor : new boolean[] {true, false}) {
            given.stream()
                    .filter(reason -> reason.speaksFor() == speaksFor && !unspoken.hides(reason.text()))
                    .limit(speaksFor ? FOR : AGAINST)
                    .forEach(kept::add);
        }
        return kept;
    }

    /** The second among those that are ranked; where nothing is, the best of those that are too unlikely. */
    private @Nullable Rival wouldBeFirst() {
        if (ranked.size() > 1) {
            return rival(ranked.get(1));
        }
        if (!ranked.isEmpty()) {
            return null;
        }
        return trace.candidates().stream()
                .filter(each -> each.stage().equals("threshold") && each.score() != null && fits(each))
                .max(Comparator.comparingDouble(AgentWhy::priority))
                .map(each -> new Rival(each.action(), each.title(), null, Kind.TOO_UNLIKELY, List.of()))
                .orElse(null);
    }

    private @Nullable Rival rival(Candidate other) {
        Candidate first = ranked.getFirst();
        Score mine = other.score();
        Score ahead = first.score();
        if (mine == null || ahead == null) {
            return null;
        }
        if (trace.arm().equals("control")) {
            return rival(other, first, Kind.CHANCE, List.of());
        }
        if (ahead.priority() < mine.priority()) {
            return rival(other, first, Kind.MANDATORY, List.of());
        }
        if (byMean(mine) > byMean(ahead)) {
            return rival(other, first, Kind.TRIED_OUT, List.of());
        }
        List<Gap> gaps = gaps(mine, ahead);
        return gaps.isEmpty() ? null : rival(other, first, Kind.FACTORS, gaps);
    }

    private static Rival rival(Candidate other, Candidate first, Kind kind, List<Gap> gaps) {
        return new Rival(other.action(), other.title(), first.title(), kind, gaps);
    }

    /** The smallest gap that is enough by itself, else as many of the largest as it takes. */
    private static List<Gap> gaps(Score mine, Score ahead) {
        double needed = ahead.priority() / mine.priority();
        Map<Gap, Double> ratios = new EnumMap<>(Gap.class);
        for (Gap gap : Gap.values()) {
            double ratio = of(ahead, gap) / of(mine, gap);
            if (ratio > 1 && Double.isFinite(ratio)) {
                ratios.put(gap, ratio);
            }
        }
        List<Map.Entry<Gap, Double>> bySize = new ArrayList<>(ratios.entrySet());
        bySize.sort(Map.Entry.comparingByValue());
        for (Map.Entry<Gap, Double> each : bySize) {
            if (each.getValue() >= needed * (1 - 1e-9)) {
                return List.of(each.getKey());
            }
        }
        List<Gap> together = new ArrayList<>();
        double closed = 1;
        for (Map.Entry<Gap, Double> each : bySize.reversed()) {
            if (closed < needed * (1 - 1e-9)) {
                together.add(each.getKey());
                closed *= each.getValue();
            }
        }
        return together;
    }

    private static double of(Score score, Gap gap) {
        return switch (gap) {
            case LIKELIHOOD -> score.sampled();
            case CONTEXT -> score.context();
            case VALUE -> score.value();
            case LEVER -> score.lever();
        };
    }

    private static double byMean(Score score) {
        return score.sampled() == 0 ? 0 : score.priority() * score.propensity() / score.sampled();
    }

    private static double priority(Candidate each) {
        Score score = each.score();
        return score == null ? 0 : score.priority();
    }

    private @Nullable Almost almost() {
        Almost best = null;
        double nearest = Double.MAX_VALUE;
        for (Candidate each : trace.candidates()) {
            int tier = RULES.indexOf(each.stage());
            if (tier < 0 || !fits(each) || each.values().keySet().stream().anyMatch(unspoken::hides)) {
                continue;
            }
            NearMiss.Missing missing = nearMiss.of(each.rule());
            if (missing != null && !unspoken.hides(missing.subject())) {
                double distance = missing.distance() + (RULES.size() - 1 - tier);
                if (distance < nearest) {
                    nearest = distance;
                    best = new Almost(each.action(), each.title(), missing.need(), missing.subject());
                }
            }
        }
        return best;
    }

    /** Whether it may be spoken of: to a customer in difficulty, neither sales nor collections. */
    private boolean fits(Candidate each) {
        return !trace.guarded()
                || !each.issue().equals("sales") && !each.issue().equals("collections");
    }

    private List<Waiting> waiting() {
        List<Waiting> waiting = new ArrayList<>();
        for (Candidate each : trace.candidates()) {
            LocalText words = each.words();
            if (words != null && WAITS.contains(each.stage()) && fits(each) && waiting.size() < WAITING) {
                waiting.add(new Waiting(each.action(), each.title(), words));
            }
        }
        return waiting;
    }
}
