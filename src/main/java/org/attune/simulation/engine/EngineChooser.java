package org.attune.simulation.engine;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.attune.arbitration.engine.Draws;
import org.attune.arbitration.engine.Exploration;
import org.attune.arbitration.engine.PosteriorSampling;
import org.attune.arbitration.engine.Ranking;
import org.attune.arbitration.engine.SelectionProbability;
import org.attune.learning.engine.EngineSettings;
import org.attune.learning.engine.LearningEngine;
import org.attune.learning.engine.ModelPath;
import org.attune.learning.engine.Roster;
import org.attune.learning.engine.Scores;

/** The product's own models and the product's own exploration, deciding by propensity alone. For one thread. */
public final class EngineChooser implements Chooser, Policy {

    private final LearningEngine engine;
    private final Exploration exploration;
    private final List<ModelPath> paths;
    private final double starting;
    private final int places;
    private final long seed;
    private final Roster roster;
    private final Scores scores = new Scores();
    private final SelectionProbability room = new SelectionProbability();
    private final long[] key;
    private final double[] logit;
    private final double[] deviation;
    private final double[] drawn;
    private final double[] chance;
    private final double[] weight;
    private final long[] evidence;
    private final boolean[] mandatory;
    private final int[] everything;
    private boolean exact;

    /**
     * @param starting propensity of an action that nobody has answered about, 0 to 1
     * @param places how many actions a list has
     * @param seed of the draws, together with the decision's number
     */
    public EngineChooser(
            EngineSettings settings,
            Exploration exploration,
            List<ModelPath> paths,
            double starting,
            int places,
            long seed) {
        engine = new LearningEngine(settings);
        this.exploration = exploration;
        this.paths = List.copyOf(paths);
        this.starting = starting;
        this.places = places;
        this.seed = seed;
        int n = paths.size();
        double[] all = new double[n];
        Arrays.fill(all, starting);
        roster = new Roster(paths, all);
        key = paths.stream().mapToLong(p -> Draws.hash(p.action())).toArray();
        logit = new double[n];
        deviation = new double[n];
        drawn = new double[n];
        chance = new double[n];
        weight = new double[n];
        Arrays.fill(weight, 1);
        evidence = new long[n];
        mandatory = new boolean[n];
        everything = new int[n];
        Arrays.setAll(everything, i -> i);
    }

    /** Has the probability of each choice worked out, which costs more than the choice where it is an integral. */
    public EngineChooser exact() {
        exact = true;
        return this;
    }

    /** The models. */
    public LearningEngine engine() {
        return engine;
    }

    @Override
    public Choice choose(long decision, Map<String, Object> customer, int[] available, int count) {
        long ofDecision = believe(decision, customer, available, count);
        Exploration.Field field = new Exploration.Field(count, mandatory, logit, deviation, weight, evidence);
        boolean known = exact || !(exploration instanceof PosteriorSampling);
        if (known) {
            exploration.chances(field, room, chance);
        }
        exploration.settle(field, chance, ofDecision, drawn);
        int[] best = top(count);
        double probability = known ? chance[best[0]] : Double.NaN;
        int[] ranked = new int[best.length];
        Arrays.setAll(ranked, place -> available[best[place]]);
        return new Choice(ranked, probability);
    }

    /** Asks the models and draws; the seed of the decision. */
    private long believe(long decision, Map<String, Object> customer, int[] available, int count) {
        engine.score(roster, customer, available, count, scores);
        long ofDecision = Draws.seed(seed, decision);
        for (int k = 0; k < count; k++) {
            int a = available[k];
            logit[k] = scores.logit(a);
            deviation[k] = Math.sqrt(scores.variance(a));
            evidence[k] = scores.settled(a);
            drawn[k] =
                    exploration.propensity(logit[k], deviation[k], evidence[k], count, Draws.seed(ofDecision, key[a]));
        }
        return ofDecision;
    }

    @Override
    public void learn(long decision, Map<String, Object> customer, Choice choice, int action, boolean accepted) {
        engine.learn(paths.get(action), starting, customer, accepted, 1);
    }

    @Override
    public double[] probabilities(long row, Map<String, Object> context) {
        int n = paths.size();
        believe(row, context, everything, n);
        double[] out = new double[n];
        exploration.chances(new Exploration.Field(n, mandatory, logit, deviation, weight, evidence), room, out);
        return out;
    }

    /** The models' own expectations, by action. */
    public double[] expected(long row, Map<String, Object> context) {
        engine.score(roster, context, everything, everything.length, scores);
        double[] out = new double[everything.length];
        Arrays.setAll(out, scores::propensity);
        return out;
    }

    @Override
    public void learn(long row, Map<String, Object> context, int action, double propensity, double reward) {
        if (reward > 0) {
            engine.learn(paths.get(action), starting, context, true, reward);
        }
        if (reward < 1) {
            engine.learn(paths.get(action), starting, context, false, 1 - reward);
        }
    }

    private int[] top(int count) {
        int[] candidates = new int[count];
        Arrays.setAll(candidates, k -> k);
        int[] best = new int[Math.min(places, count)];
        Ranking.top(candidates, count, mandatory, drawn, best);
        return best;
    }
}
