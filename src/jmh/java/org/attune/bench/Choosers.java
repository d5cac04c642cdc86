package org.attune.bench;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import org.attune.arbitration.ExplorationMethod;
import org.attune.arbitration.engine.Draws;
import org.attune.arbitration.engine.Exploration;
import org.attune.learning.engine.EngineSettings;
import org.attune.learning.engine.ModelPath;
import org.attune.simulation.engine.Chooser;
import org.attune.simulation.engine.EngineChooser;
import org.attune.simulation.engine.World;

/** Who is compared: the product with each of its ways of trying things out, two that must fail, and Vowpal Wabbit's explorers. */
final class Choosers {

    static final String POSTERIOR = "attune posterior";
    static final String INVERSE_GAP = "attune inverse-gap";
    static final String GREEDY = "attune greedy";
    private static final double USUAL_SCALE = 0.5;
    private static final double STARTING = 0.2;

    /**
     * The best setting of each kind of explorer on the seeds 101 and 102, which are used for nothing else; docs/benchmarks.md lists
     * what was tried.
     */
    static final Map<String, String> VOWPAL = vowpal();

    /** Of Vowpal Wabbit's explorers the best one; it learns one model, where its bags learn several. */
    static final String SQUARE = "--squarecb --gamma_scale 100";

    private Choosers() {}

    private static Map<String, String> vowpal() {
        Map<String, String> all = new LinkedHashMap<>();
        all.put("VW SquareCB", SQUARE);
        all.put("VW softmax", "--softmax --lambda 20");
        all.put("VW bag", "--bag 5");
        all.put("VW epsilon", "--epsilon 0.05");
        return all;
    }

    /** All of them by name. */
    static Map<String, BiFunction<World, Long, Chooser>> all() {
        Map<String, BiFunction<World, Long, Chooser>> all = new LinkedHashMap<>();
        all.put(POSTERIOR, (world, seed) -> product(ExplorationMethod.POSTERIOR.rule(USUAL_SCALE), world, seed));
        all.put(INVERSE_GAP, (world, seed) -> product(ExplorationMethod.INVERSE_GAP.rule(USUAL_SCALE), world, seed));
        all.put(GREEDY, (world, seed) -> product(Exploration.NONE, world, seed));
        all.put("context-free", (world, seed) -> new ContextFree(world.actions(), seed));
        VOWPAL.forEach((name, options) ->
                all.put(name, (world, seed) -> new VowpalChooser(world.population(), world.paths(), options, seed)));
        return all;
    }

    private static Chooser product(Exploration exploration, World world, long seed) {
        return product(exploration, world.paths(), seed);
    }

    static EngineChooser product(Exploration exploration, List<ModelPath> paths, long seed) {
        return new EngineChooser(EngineSettings.defaults(), exploration, paths, STARTING, 1, seed);
    }

    /** Thompson sampling from a beta belief about each action's rate, blind to the customer. */
    private static final class ContextFree implements Chooser {
        private final double[] accepted;
        private final double[] answers;
        private final Draws draws;

        ContextFree(int actions, long seed) {
            accepted = new double[actions];
            answers = new double[actions];
            draws = new Draws(Draws.seed(seed, 0x4346));
        }

        @Override
        public Choice choose(long decision, Map<String, Object> customer, int[] available, int count) {
            int best = available[0];
            double most = -1;
            for (int k = 0; k < count; k++) {
                int a = available[k];
                // The normal approximation of the beta distribution, in log-odds.
                double yes = accepted[a] + 1;
                double no = answers[a] - accepted[a] + 4;
                double drawn = Math.log(yes / no) + Math.sqrt(1 / yes + 1 / no) * draws.gaussian();
                if (k == 0 || drawn > most) {
                    best = a;
                    most = drawn;
                }
            }
            return new Choice(new int[] {best}, 1);
        }

        @Override
        public void learn(long decision, Map<String, Object> customer, Choice choice, int action, boolean yes) {
            answers[action]++;
            accepted[action] += yes ? 1 : 0;
        }
    }
}
