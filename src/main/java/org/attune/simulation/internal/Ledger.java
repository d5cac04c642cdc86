package org.attune.simulation.internal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.attune.arbitration.engine.Priority;
import org.attune.decision.FirstPlace;
import org.attune.decision.FirstPlaces;
import org.attune.history.FirstOffer;
import org.attune.kernel.CustomerId;
import org.attune.simulation.engine.Choice;
import org.attune.simulation.engine.OffPolicy;
import org.attune.strategy.CompiledAction;
import org.attune.strategy.Strategy;
import org.jspecify.annotations.Nullable;

/**
 * Turns recorded decisions into choices that two strategies can be judged by. The choice is what stands first; whether the agent says
 * it belongs to what comes of it. Its reward: accepted or not, and the value of that by one scale for both strategies, the live one's.
 */
public final class Ledger {
    /** Decisions that the share of what is said is taken to be known from, before any was counted. */
    private static final double SOME = 20;

    private final Map<CustomerId, Integer> customers = new HashMap<>();
    private final Map<String, Double> worths;
    private final List<Choice> accepted = new ArrayList<>();
    private final List<Choice> worth = new ArrayList<>();
    private final double said;
    private int control;

    /**
     * @param worths value of an acceptance by action, 0 to 100
     * @param said share of first proposals that are said
     */
    Ledger(Map<String, Double> worths, double said) {
        this.worths = worths;
        this.said = said;
    }

    /** @param log everything that will be added */
    public static Ledger of(Strategy live, Strategy draft, List<FirstOffer> log) {
        Map<String, Double> worths = new HashMap<>();
        worths(draft, worths);
        worths(live, worths);
        long proposed = log.stream().filter(each -> each.action() != null).count();
        long spoken = log.stream().filter(FirstOffer::presented).count();
        return new Ledger(worths, (spoken + SOME / 2) / (proposed + SOME));
    }

    private static void worths(Strategy strategy, Map<String, Double> worths) {
        for (CompiledAction each : strategy.actions()) {
            worths.put(
                    each.action().key(),
                    Priority.value(
                            each.issue().mix(),
                            each.action().companyValue(),
                            each.action().customerValue()));
        }
    }

    /** Adds a decision; places are those of the live strategy and of the draft, in this order. */
    public void add(FirstOffer offer, FirstPlaces places) {
        String action = offer.action();
        boolean chance = offer.arm().equals("control");
        double logged = logged(offer, places);
        int customer = customers.computeIfAbsent(offer.customer(), id -> customers.size());
        control += chance ? 1 : 0;
        double value = action == null ? 0 : worths.getOrDefault(action, 0.0);
        double propensity = propensity(places.recorded(), action);
        double reward = offer.accepted() ? 1 : 0;
        FirstPlace live = places.others().get(0);
        FirstPlace draft = places.others().get(1);
        accepted.add(new Choice(
                customer,
                logged,
                reward,
                said * propensity,
                target(draft, places, action, false),
                target(live, places, action, false)));
        worth.add(new Choice(
                customer,
                logged,
                reward * value,
                said * propensity * value,
                target(draft, places, action, true),
                target(live, places, action, true)));
    }

    /** Over both arms. The chance in the arm that decided is the logged one; the other arm's is worked out. */
    private static double logged(FirstOffer offer, FirstPlaces places) {
        String action = offer.action();
        FirstPlace.Chance found = action == null ? null : places.recorded().of(action);
        double main = action == null ? places.recorded().silent() : found == null ? 0 : found.first();
        double byChance =
                action == null ? places.recorded().chances().isEmpty() ? 1 : 0 : found == null ? 0 : found.byChance();
        if (offer.arm().equals("control")) {
            byChance = offer.selectionProbability();
        } else {
            main = offer.selectionProbability();
        }
        return Math.max(OffPolicy.SEEN, mixed(places, main, byChance));
    }

    private static double mixed(FirstPlaces places, double main, double byChance) {
        return (1 - places.controlShare()) * main + places.controlShare() * byChance;
    }

    private Choice.Target target(FirstPlace place, FirstPlaces places, @Nullable String logged, boolean valued) {
        double chance = 0;
        double expected = 0;
        double outside = 0;
        for (FirstPlace.Chance each : place.chances()) {
            if (each.first() > 0) {
                expected += each.first()
                        * said
                        * each.propensity()
                        * (valued ? worths.getOrDefault(each.action(), 0.0) : 1);
                if (each.action().equals(logged)) {
                    chance = each.first();
                }
                FirstPlace.Chance there = places.recorded().of(each.action());
                boolean seen = there != null && mixed(places, there.first(), there.byChance()) >= OffPolicy.SEEN;
                outside += seen ? 0 : each.first();
            }
        }
        return new Choice.Target(chance, place.silent(), expected, outside);
    }

    private static double propensity(FirstPlace place, @Nullable String action) {
        FirstPlace.Chance found = action == null ? null : place.of(action);
        return found == null ? 0 : found.propensity();
    }

    /** By acceptance. */
    public List<Choice> accepted() {
        return accepted;
    }

    /** By value. */
    public List<Choice> worth() {
        return worth;
    }

    /** How many were of the control group. */
    public int control() {
        return control;
    }
}
