package org.attune.decision.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.attune.arbitration.ArbitrationSettings;
import org.attune.arbitration.ContextFit;
import org.attune.arbitration.Factors;
import org.attune.arbitration.engine.Draws;
import org.attune.arbitration.engine.Exploration;
import org.attune.arbitration.engine.Priority;
import org.attune.arbitration.engine.Ranking;
import org.attune.arbitration.engine.SelectionProbability;
import org.attune.catalog.ActionClass;
import org.attune.customer.CustomerContext;
import org.attune.kernel.Keyed;
import org.attune.strategy.Strategy;

/** Gives the candidates that passed every policy their priority and their place. */
final class Arbiter {
    private final Moment moment;
    private final Strategy strategy;
    private final ArbitrationSettings settings;
    private final Exploration exploration;
    private final boolean control;
    private final int[] matching;
    private final int[] percents;
    private final double[] thresholds;

    Arbiter(Moment moment, Gate gate) {
        this.moment = moment;
        strategy = moment.strategy();
        settings = strategy.document().arbitration();
        control = moment.control();
        boolean explores = !moment.guarded() && !control && gate.protection().explores();
        exploration = explores ? settings.explorer() : Exploration.NONE;
        ContextFit fit = fit(moment, gate);
        int actions = strategy.actions().size();
        matching = strategy.contextWeights().matching(fit);
        percents = new int[actions];
        strategy.contextWeights().sum(matching, percents);
        thresholds = new double[actions];
        strategy.thresholds().fill(fit, thresholds);
    }

    private static ContextFit fit(Moment moment, Gate gate) {
        CustomerContext customer = moment.customer();
        Set<String> states = customer.activeStates().stream().map(Keyed::key).collect(Collectors.toSet());
        return new ContextFit(
                moment.request().reason(),
                customer.signalDays().keySet(),
                states,
                gate.journeys(),
                ContextFit.volume(moment.request().context()));
    }

    /** Ranks the candidates that still stand; those under their threshold drop out (not in the control arm). */
    List<Candidate> rank(List<Candidate> candidates) {
        List<Candidate> standing = new ArrayList<>();
        for (int index : strategy.tieOrder()) {
            Candidate each = candidates.get(index);
            if (!each.stands()) {
                continue;
            }
            factors(each);
            boolean silent = !control
                    && each.compiled.action().actionClass() == ActionClass.DEFAULT
                    && each.propensity < each.threshold;
            if (silent) {
                each.stop = Stop.THRESHOLD;
            } else {
                standing.add(each);
            }
        }
        if (!exploration.equals(Exploration.NONE)) {
            for (Candidate each : standing) {
                each.sampled = sample(each, standing.size());
                factors(each);
            }
        }
        return ordered(standing);
    }

    private List<Candidate> ordered(List<Candidate> standing) {
        int count = standing.size();
        int[] order = new int[count];
        boolean[] mandatory = new boolean[count];
        double[] priority = new double[count];
        for (int i = 0; i < count; i++) {
            Candidate each = standing.get(i);
            order[i] = i;
            mandatory[i] = each.compiled.action().actionClass() == ActionClass.MANDATORY;
            priority[i] = each.priority;
        }
        if (control) {
            chances(standing, mandatory);
            Ranking.shuffle(order, count, mandatory, moment.seed());
        } else {
            explore(standing, mandatory, priority);
            Ranking.order(order, count, mandatory, priority);
        }
        List<Candidate> ordered = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            Candidate each = standing.get(order[i]);
            each.rank = i + 1;
            ordered.add(each);
        }
        return ordered;
    }

    /** The control arm: everybody is as likely. */
    private static void chances(List<Candidate> standing, boolean[] mandatory) {
        double[] chance = new double[standing.size()];
        SelectionProbability.uniform(chance.length, mandatory, chance);
        for (int i = 0; i < chance.length; i++) {
            standing.get(i).selectionProbability = chance[i];
        }
    }

    /** Works out how probable it is that each comes first, and lets chance have its say. */
    private void explore(List<Candidate> standing, boolean[] mandatory, double[] priority) {
        int count = standing.size();
        boolean propensity = settings.factors().propensity();
        double[] logit = new double[count];
        double[] deviation = new double[count];
        double[] weight = new double[count];
        long[] evidence = new long[count];
        double[] sampled = new double[count];
        for (int i = 0; i < count; i++) {
            Candidate each = standing.get(i);
            logit[i] = propensity ? each.logit : Double.POSITIVE_INFINITY;
            deviation[i] = Math.sqrt(each.variance);
            weight[i] = each.context * each.value * each.lever;
            evidence[i] = each.settled;
            sampled[i] = each.sampled;
        }
        Exploration.Field field = new Exploration.Field(count, mandatory, logit, deviation, weight, evidence);
        double[] chance = new double[count];
        // Where propensity does not count, there is nothing to learn from another order.
        Exploration rule = propensity ? exploration : Exploration.NONE;
        rule.chances(field, Workspace.mine().chances(), chance);
        rule.settle(field, chance, moment.seed(), sampled);
        for (int i = 0; i < count; i++) {
            Candidate each = standing.get(i);
            each.selectionProbability = chance[i];
            if (sampled[i] != each.sampled) {
                each.sampled = sampled[i];
                factors(each);
                priority[i] = each.priority;
            }
        }
    }

    /** Fills the factors of priority, and the threshold. */
    void factors(Candidate each) {
        Factors on = settings.factors();
        if (on.context()) {
            each.context = Priority.context(percents[each.index]);
        }
        if (on.value()) {
            each.value = Priority.value(
                    each.compiled.issue().mix(),
                    each.compiled.action().companyValue(),
                    each.compiled.action().customerValue());
        }
        if (on.lever()) {
            each.lever = Priority.lever(
                    each.compiled.issue().lever().on(moment.today()),
                    each.compiled.group().lever().on(moment.today()),
                    each.compiled.action().lever().on(moment.today()));
        }
        each.threshold = thresholds[each.index];
        each.priority = Priority.of(on.propensity() ? each.sampled : 1, each.context, each.value, each.lever);
    }

    /** Remembers which context weights held for a candidate: for words, not for sums. */
    void weigh(Candidate each) {
        if (settings.factors().context()) {
            each.weights = strategy.contextWeights().of(each.index, matching);
        }
    }

    private double sample(Candidate each, int candidates) {
        return exploration.propensity(
                each.logit,
                Math.sqrt(each.variance),
                each.settled,
                candidates,
                Draws.seed(moment.seed(), Draws.hash(each.action())));
    }
}
