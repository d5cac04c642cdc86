package org.attune.decision.internal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.attune.arbitration.ArbitrationSettings;
import org.attune.arbitration.ContextFit;
import org.attune.arbitration.ContextWeight;
import org.attune.arbitration.Factors;
import org.attune.arbitration.engine.Draws;
import org.attune.arbitration.engine.Priority;
import org.attune.arbitration.engine.Ranking;
import org.attune.catalog.ActionClass;

/** Gives the candidates that passed every policy their priority and their place. */
final class Arbiter {
    /** Draws for the probability of rank 1; its standard error is at most 0.0625. */
    private static final int SELECTION_DRAWS = 64;

    private final ArbitrationSettings settings;
    private final ContextFit fit;
    private final LocalDate today;
    private final long seed;
    private final boolean explore;
    private final boolean control;

    Arbiter(
            ArbitrationSettings settings,
            ContextFit fit,
            LocalDate today,
            long seed,
            boolean explore,
            boolean control) {
        this.today = today;
        this.settings = settings;
        this.fit = fit;
        this.seed = seed;
        this.explore = explore;
        this.control = control;
    }

    /** Ranks the candidates that still stand; those under their issue's threshold drop out (not in the control arm). */
    List<Candidate> rank(List<Candidate> candidates) {
        List<Candidate> standing = new ArrayList<>();
        for (Candidate each : candidates) {
            if (!each.stands()) {
                continue;
            }
            each.sampled =
                    explore ? sample(each, new Draws(Draws.seed(seed, Draws.hash(each.action())))) : each.propensity;
            factors(each);
            double threshold = each.compiled.issue().noneThreshold();
            if (!control
                    && each.compiled.action().actionClass() == ActionClass.DEFAULT
                    && each.propensity < threshold) {
                each.stop = Stop.THRESHOLD;
            } else {
                standing.add(each);
            }
        }
        List<Candidate> ordered = ordered(standing);
        selectionProbabilities(standing);
        for (int i = 0; i < ordered.size(); i++) {
            ordered.get(i).rank = i + 1;
        }
        return ordered;
    }

    private List<Candidate> ordered(List<Candidate> standing) {
        Map<String, Candidate> byAction = new HashMap<>();
        List<Ranking.Entry> entries = new ArrayList<>();
        for (Candidate each : standing) {
            byAction.put(each.action(), each);
            entries.add(entry(each, each.priority));
        }
        List<Ranking.Entry> order = control ? Ranking.shuffled(entries, seed) : Ranking.order(entries);
        List<Candidate> result = new ArrayList<>();
        for (Ranking.Entry entry : order) {
            Candidate candidate = byAction.get(entry.action());
            if (candidate != null) {
                result.add(candidate);
            }
        }
        return result;
    }

    private static Ranking.Entry entry(Candidate each, double priority) {
        boolean mandatory = each.compiled.action().actionClass() == ActionClass.MANDATORY;
        return new Ranking.Entry(each.issue(), each.group(), each.action(), mandatory, priority);
    }

    void factors(Candidate each) {
        Factors on = settings.factors();
        if (on.context()) {
            int percent = 0;
            for (ContextWeight weight : settings.contextWeights()) {
                if (fit.matches(weight, each.issue(), each.group(), each.action())) {
                    percent += weight.percent();
                    each.weight(weight);
                }
            }
            each.context = Priority.context(percent);
        }
        if (on.value()) {
            each.value = Priority.value(
                    each.compiled.issue().mix(),
                    each.compiled.action().companyValue(),
                    each.compiled.action().customerValue());
        }
        if (on.lever()) {
            each.lever = Priority.lever(
                    each.compiled.issue().lever().on(today),
                    each.compiled.group().lever().on(today),
                    each.compiled.action().lever().on(today));
        }
        each.priority = Priority.of(on.propensity() ? each.sampled : 1, each.context, each.value, each.lever);
    }

    private double sample(Candidate each, Draws draws) {
        double drawn = each.logit + settings.exploration() * Math.sqrt(each.variance) * draws.gaussian();
        return 1 / (1 + StrictMath.exp(-drawn));
    }

    private void selectionProbabilities(List<Candidate> standing) {
        if (standing.isEmpty()) {
            return;
        }
        if (control) {
            standing.forEach(each -> each.selectionProbability = 1.0 / standing.size());
            return;
        }
        int rounds = explore ? SELECTION_DRAWS : 1;
        int[] wins = new int[standing.size()];
        for (int round = 0; round < rounds; round++) {
            int best = 0;
            Ranking.Entry winner = null;
            for (int i = 0; i < standing.size(); i++) {
                Candidate each = standing.get(i);
                double p = explore
                        ? sample(each, new Draws(Draws.seed(seed, Draws.hash(each.action()), round + 1L)))
                        : each.propensity;
                double priority =
                        Priority.of(settings.factors().propensity() ? p : 1, each.context, each.value, each.lever);
                Ranking.Entry entry = entry(each, priority);
                if (winner == null || Ranking.compare(entry, winner) < 0) {
                    winner = entry;
                    best = i;
                }
            }
            wins[best]++;
        }
        for (int i = 0; i < wins.length; i++) {
            standing.get(i).selectionProbability = (double) wins[i] / rounds;
        }
    }
}
