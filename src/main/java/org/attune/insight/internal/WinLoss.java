package org.attune.insight.internal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.attune.decision.DecisionTrace.Score;
import org.jspecify.annotations.Nullable;

/**
 * Why the first beats the second. Priority is a product, so the ratio of two priorities is the product of the ratios of their
 * factors. They fall into two halves: what fits the customer (likelihood and context) and what the company has set (value and
 * lever). Where one half is against the first and the other turned it round, the other decided.
 *
 * @param kind how the first place came about
 * @param decided the factors that decided, the strongest first; empty unless the kind is by priority
 * @param ratios how much larger each factor of the first is
 * @param turns the factors without which another would be first
 */
public record WinLoss(
        Kind kind,
        Explained.Line first,
        Explained.Line second,
        List<Factor> decided,
        Map<Factor, Double> ratios,
        List<Turn> turns) {

    /** How the first place came about. */
    public enum Kind {
        /** Value or lever turned round what likelihood and context say. */
        SET,
        /** Likelihood or context turned round what value and lever say. */
        FIT,
        /** Both halves, or the only one that differs, speak for the first. */
        AHEAD,
        /** Equal priorities: the order of the keys. */
        TIE,
        /** The first does not compete: it is mandatory. */
        BAND,
        /** The control arm's chance. */
        CHANCE
    }

    /** A factor of priority. */
    public enum Factor {
        LIKELIHOOD,
        CONTEXT,
        VALUE,
        LEVER
    }

    /** A factor without which another action would have been first. */
    public record Turn(Factor factor, Explained.Line line) {}

    private static final double EQUAL = 1e-9;

    /** Compares the first with the second; null when there are not two that were ranked. */
    public static @Nullable WinLoss of(Explained explained) {
        List<Explained.Line> contenders = explained.contenders();
        if (contenders.size() < 2) {
            return null;
        }
        Explained.Line first = contenders.get(0);
        Explained.Line second = contenders.get(1);
        Score one = first.score();
        Score two = second.score();
        if (one == null || two == null) {
            return null;
        }
        Map<Factor, Double> ratios = new EnumMap<>(Factor.class);
        for (Factor factor : Factor.values()) {
            ratios.put(factor, ratio(of(one, factor), of(two, factor)));
        }
        if (explained.trace().arm().equals("control")) {
            return new WinLoss(Kind.CHANCE, first, second, List.of(), ratios, List.of());
        }
        if (one.priority() < two.priority() * (1 - EQUAL)) {
            return new WinLoss(Kind.BAND, first, second, List.of(), ratios, List.of());
        }
        if (one.priority() <= two.priority() * (1 + EQUAL)) {
            return new WinLoss(Kind.TIE, first, second, List.of(), ratios, List.of());
        }
        double fit = product(ratios, Factor.LIKELIHOOD, Factor.CONTEXT);
        double set = product(ratios, Factor.VALUE, Factor.LEVER);
        Kind kind = fit < 1 - EQUAL ? Kind.SET : set < 1 - EQUAL ? Kind.FIT : Kind.AHEAD;
        List<Factor> decided = new ArrayList<>();
        for (Factor factor : Factor.values()) {
            boolean isSet = factor == Factor.VALUE || factor == Factor.LEVER;
            boolean counts = kind == Kind.AHEAD || isSet == (kind == Kind.SET);
            if (counts && value(ratios, factor) > 1 + EQUAL) {
                decided.add(factor);
            }
        }
        decided.sort(Comparator.comparingDouble((Factor factor) -> value(ratios, factor))
                .reversed());
        return new WinLoss(kind, first, second, decided, ratios, turns(contenders));
    }

    /** The factors in which the second leads. */
    public List<Factor> against() {
        return ratios.keySet().stream()
                .filter(factor -> value(ratios, factor) < 1 - EQUAL)
                .toList();
    }

    private static List<Turn> turns(List<Explained.Line> contenders) {
        List<Turn> turns = new ArrayList<>();
        for (Factor factor : Factor.values()) {
            Explained.Line best = contenders.getFirst();
            for (Explained.Line each : contenders) {
                if (without(each, factor) > without(best, factor) * (1 + EQUAL)) {
                    best = each;
                }
            }
            if (best != contenders.getFirst()) {
                turns.add(new Turn(factor, best));
            }
        }
        return turns;
    }

    private static double without(Explained.Line line, Factor factor) {
        Score score = line.score();
        double value = score == null ? 0 : of(score, factor);
        return score == null || value == 0 ? 0 : score.priority() / value;
    }

    private static double of(Score score, Factor factor) {
        return switch (factor) {
            case LIKELIHOOD -> counts(score) ? score.sampled() : 1;
            case CONTEXT -> score.context();
            case VALUE -> score.value();
            case LEVER -> score.lever();
        };
    }

    /** Whether likelihood is part of priority; it can be switched off. */
    private static boolean counts(Score score) {
        double without = score.context() * score.value() * score.lever();
        double withIt = score.sampled() * without;
        return Math.abs(score.priority() - withIt) <= Math.abs(score.priority() - without);
    }

    private static double ratio(double one, double two) {
        return two == 0 ? (one == 0 ? 1 : Double.POSITIVE_INFINITY) : one / two;
    }

    private static double product(Map<Factor, Double> ratios, Factor a, Factor b) {
        return value(ratios, a) * value(ratios, b);
    }

    private static double value(Map<Factor, Double> ratios, Factor factor) {
        return ratios.getOrDefault(factor, 1.0);
    }
}
