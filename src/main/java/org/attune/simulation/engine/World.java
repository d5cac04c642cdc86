package org.attune.simulation.engine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.attune.arbitration.engine.Draws;
import org.attune.learning.engine.ModelPath;

/**
 * The truth: the log-odds that a customer accepts an action are the sum of what all actions have in common (fitted to a real
 * campaign, or invented), of coefficients of its group and its own, and of effects of pairs of traits.
 *
 * <p>The truth knows no noise but the answer itself; it is never shown to a learner. Safe for use by many threads.
 */
public final class World {

    private static final long COMMON = 1;
    private static final long GROUP = 2;
    private static final long ACTION = 3;
    private static final long PAIRS = 4;
    private static final long CHANGED = 5;

    private final Population population;
    private final WorldSettings settings;
    private final Drift drift;
    private final long seed;
    private final List<ModelPath> paths = new ArrayList<>();
    private final double[] common;
    private final Side[] before;
    private final Side[] after;
    private final boolean[] changes;

    /** One action's part of the truth. */
    private record Side(double[] weight, int[] left, int[] right, double[] effect) {

        double of(double[] traits) {
            double sum = weight[0];
            for (int j = 0; j < traits.length; j++) {
                sum += weight[j + 1] * traits[j];
            }
            for (int k = 0; k < left.length; k++) {
                sum += effect[k] * traits[left[k]] * traits[right[k]];
            }
            return sum;
        }
    }

    /** The same arguments make the same world. */
    public World(Population population, WorldSettings settings, Drift drift, long seed) {
        this.population = population;
        this.settings = settings;
        this.drift = drift;
        this.seed = seed;
        boolean[] accepted = population.accepted();
        common = accepted == null ? invented() : CampaignFit.of(population, accepted);
        int n = settings.actions();
        before = new Side[n];
        after = new Side[n];
        changes = changing();
        for (int a = 0; a < n; a++) {
            int group = a % settings.groups();
            paths.add(new ModelPath("issue-" + group % settings.issues(), "group-" + group, "action-" + a));
            before[a] = side(a, group, 0);
            after[a] = changes[a] ? side(a, group, 1) : before[a];
        }
    }

    /** The customers. */
    public Population population() {
        return population;
    }

    /** The actions' places in the catalog, by number. */
    public List<ModelPath> paths() {
        return List.copyOf(paths);
    }

    /** How many actions there are. */
    public int actions() {
        return before.length;
    }

    /** Whether an action is among those that change. */
    public boolean changes(int action) {
        return changes[action];
    }

    /** The probability, 0 to 1, that the customer accepts the action if it is proposed in that decision. */
    public double acceptance(int action, int customer, long decision) {
        double[] traits = population.traits(customer);
        return sigmoid(common(traits) + own(action, traits, decision));
    }

    /** The same for all actions. */
    public void acceptances(int customer, long decision, double[] out) {
        double[] traits = population.traits(customer);
        double shared = common(traits);
        for (int a = 0; a < before.length; a++) {
            out[a] = sigmoid(shared + own(a, traits, decision));
        }
    }

    private double own(int action, double[] traits, long decision) {
        double progress = changes[action] ? drift.progress(decision) : 0;
        double old = progress < 1 ? before[action].of(traits) : 0;
        double fresh = progress > 0 ? after[action].of(traits) : 0;
        return (1 - progress) * old + progress * fresh;
    }

    private double common(double[] traits) {
        double sum = common[0];
        for (int j = 0; j < traits.length; j++) {
            sum += common[j + 1] * traits[j];
        }
        return sum;
    }

    private double[] invented() {
        double[] weight = normal(population.traits() + 1, settings.campaign(), seed, COMMON);
        weight[0] = settings.base();
        return weight;
    }

    private boolean[] changing() {
        boolean[] changing = new boolean[settings.actions()];
        int[] order = new int[changing.length];
        Arrays.setAll(order, i -> i);
        Draws draws = new Draws(Draws.seed(seed, CHANGED));
        long count = Math.round(drift.share() * order.length);
        for (int i = 0; i < count; i++) {
            int j = i + draws.below(order.length - i);
            changing[order[j]] = true;
            order[j] = order[i];
        }
        return changing;
    }

    private Side side(int action, int group, int age) {
        int traits = population.traits();
        double[] ofGroup = normal(traits + 1, settings.group(), seed, GROUP, group);
        ofGroup[0] *= settings.groupStart() / settings.group();
        double[] own = normal(traits + 1, settings.action(), seed, ACTION, action, age);
        own[0] *= settings.actionStart() / settings.action();
        for (int j = 0; j <= traits; j++) {
            own[j] += ofGroup[j];
        }
        Draws draws = new Draws(Draws.seed(seed, PAIRS, action, age));
        int[] left = new int[settings.pairs()];
        int[] right = new int[settings.pairs()];
        double[] effect = new double[settings.pairs()];
        for (int k = 0; k < effect.length; k++) {
            // Traits of a customer who exists, so that a pair is not one that nobody has.
            double[] somebody = population.traits(draws.below(population.size()));
            do {
                left[k] = present(somebody, draws);
                right[k] = present(somebody, draws);
            } while (population.related(left[k], right[k]));
            effect[k] = settings.pair() * draws.gaussian();
        }
        return new Side(own, left, right, effect);
    }

    private static int present(double[] traits, Draws draws) {
        int j;
        do {
            j = draws.below(traits.length);
        } while (traits[j] == 0);
        return j;
    }

    private static double[] normal(int size, double deviation, long... seed) {
        Draws draws = new Draws(Draws.seed(seed));
        double[] all = new double[size];
        Arrays.setAll(all, i -> deviation * draws.gaussian());
        return all;
    }

    static double sigmoid(double logit) {
        return 1 / (1 + StrictMath.exp(-logit));
    }
}
