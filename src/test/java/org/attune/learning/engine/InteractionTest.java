package org.attune.learning.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.attune.learning.engine.EngineSettings.Encoding;
import org.attune.learning.engine.EngineSettings.Expert;
import org.junit.jupiter.api.Test;

/** What the level of all actions knows beyond one weight per feature, and how the experts are put together. */
class InteractionTest {

    private static final ModelPath OFFER = new ModelPath("sales", "savings", "offer");
    private static final ModelPath SECOND = new ModelPath("sales", "savings", "second");

    @Test
    void learnsWhatMattersOnlyTogether() {
        LearningEngine engine = new LearningEngine(EngineSettings.defaults());
        Random random = new Random(1);
        for (int i = 0; i < 4_000; i++) {
            boolean pet = random.nextBoolean();
            boolean garden = random.nextBoolean();
            engine.learn(OFFER, 0.3, household(pet, garden), random.nextDouble() < (pet == garden ? 0.8 : 0.2), 1);
        }

        for (boolean pet : new boolean[] {false, true}) {
            for (boolean garden : new boolean[] {false, true}) {
                assertThat(propensity(engine, OFFER, household(pet, garden)))
                        .as("pet %s, garden %s", pet, garden)
                        .isCloseTo(pet == garden ? 0.8 : 0.2, within(0.08));
            }
        }
        List<Contribution> why = engine.explain(OFFER, 0.3, household(true, true));
        assertThat(named(why, "pet")).as("a pair's part goes to both in halves").isGreaterThan(0.3);
        assertThat(named(why, "garden")).isCloseTo(named(why, "pet"), within(0.2));
        assertThat(why.stream().mapToDouble(Contribution::logit).sum())
                .isCloseTo(
                        engine.predict(OFFER, 0.3, engine.encode(household(true, true)))
                                .logit(),
                        within(1e-9));
    }

    /** How far from the truth the answers of a world cost that has nothing but pairs, once they have been seen for a while. */
    @Test
    void aWorldOfNothingButPairsIsLearnedInAFewThousandAnswers() {
        Random random = new Random(6);
        double[][][] together = new double[4][4][4]; // of predictors 0 and 1, 1 and 2, and so on, by their values
        for (double[][] pair : together) {
            for (double[] row : pair) {
                Arrays.setAll(row, value -> 1.2 * random.nextGaussian());
            }
        }
        LearningEngine engine = new LearningEngine(EngineSettings.defaults());
        double regret = 0;
        for (int i = 0; i < 6_000; i++) {
            int[] values = random.ints(5, 0, 4).toArray();
            Map<String, Object> situation = new HashMap<>();
            double logit = -0.5;
            for (int k = 0; k < values.length; k++) {
                situation.put("p" + k, "v" + values[k]);
                logit += k > 0 ? together[k - 1][values[k - 1]][values[k]] : 0;
            }
            double truth = Numbers.sigmoid(logit);
            boolean accepted = random.nextDouble() < truth;
            if (i >= 2_000) {
                double believed = propensity(engine, OFFER, situation);
                regret += Math.log(accepted ? truth / believed : (1 - truth) / (1 - believed)) / 4_000;
            }
            engine.learn(OFFER, 0.3, situation, accepted, 1);
        }
        assertThat(regret).as("log loss above that of the truth").isLessThan(0.05);
    }

    @Test
    void theSameFactToldTenTimesCountsOnce() {
        LearningEngine once = new LearningEngine(EngineSettings.defaults());
        LearningEngine often = new LearningEngine(EngineSettings.defaults());
        Random random = new Random(2);
        for (int i = 0; i < 3_000; i++) {
            boolean yes = random.nextBoolean();
            boolean accepted = random.nextDouble() < (yes ? 0.7 : 0.3);
            once.learn(OFFER, 0.3, copies(yes, 1), accepted, 1);
            often.learn(OFFER, 0.3, copies(yes, 10), accepted, 1);
        }

        for (boolean yes : new boolean[] {false, true}) {
            assertThat(propensity(often, OFFER, copies(yes, 10))).isCloseTo(yes ? 0.7 : 0.3, within(0.05));
            assertThat(propensity(once, OFFER, copies(yes, 1))).isCloseTo(yes ? 0.7 : 0.3, within(0.05));
        }
        assertThat(often.health("offer").logLoss())
                .isCloseTo(once.health("offer").logLoss(), within(0.004));
    }

    @Test
    void anActionWithoutSiblingsIsLearnedOnceAndWakesWhenOneComes() {
        LearningEngine engine = new LearningEngine(EngineSettings.defaults());
        Random random = new Random(3);
        for (int i = 0; i < 600; i++) {
            boolean pet = random.nextBoolean();
            engine.learn(OFFER, 0.3, Map.of("pet", pet), random.nextDouble() < (pet ? 0.8 : 0.2), 1);
        }
        double alone = propensity(engine, OFFER, Map.of("pet", true));
        assertThat(alone).isCloseTo(0.8, within(0.1));
        assertThat(variance(engine, OFFER))
                .as("what is not yet known can still be explored")
                .isPositive();
        assertThat(variance(engine, SECOND)).isGreaterThan(variance(engine, OFFER));

        for (int i = 0; i < 1_500; i++) {
            boolean pet = random.nextBoolean();
            engine.learn(SECOND, 0.3, Map.of("pet", pet), random.nextDouble() < (pet ? 0.2 : 0.8), 1);
            engine.learn(OFFER, 0.3, Map.of("pet", pet), random.nextDouble() < (pet ? 0.8 : 0.2), 1);
        }

        assertThat(propensity(engine, OFFER, Map.of("pet", true))).isCloseTo(0.8, within(0.08));
        assertThat(propensity(engine, SECOND, Map.of("pet", true)))
                .as("the sibling is of another mind")
                .isCloseTo(0.2, within(0.08));
        LearningEngine restored = LearningEngine.fromBytes(engine.toBytes());
        assertThat(restored.toBytes()).isEqualTo(engine.toBytes());
        assertThat(propensity(restored, SECOND, Map.of("pet", true)))
                .isEqualTo(propensity(engine, SECOND, Map.of("pet", true)));
    }

    @Test
    void aJointBeliefKnowsHowUncertainItIs() {
        EngineSettings settings = EngineSettings.defaults();
        LearningEngine engine = new LearningEngine(settings);
        FeatureSpace space = new FeatureSpace(settings);
        Expert expert = new Expert(Encoding.BOTH, 0.01, 1e-4, 0, 0.1);
        Features known = new Features();
        JointBelief belief = new JointBelief(expert, 2, known);
        Growth listener = new Growth() {
            @Override
            public void opened(byte kind) {
                known.open(kind);
            }

            @Override
            public void split(int oldFeature, int newFeature) {}

            @Override
            public void splitCoarse(int oldFeature, int newFeature) {
                belief.splitCoarse(oldFeature, newFeature);
            }
        };
        Encoded x = engine.emptySituation();
        Random random = new Random(4);
        double first = 0;
        double last = 0;
        for (int i = 0; i < 1_500; i++) {
            Map<String, Object> situation = new HashMap<>();
            situation.put("size", random.nextGaussian());
            situation.put("town", "t" + random.nextInt(200)); // more than a joint belief tells apart
            situation.put("kind", "k" + random.nextInt(4));
            space.observe(situation, listener, x);
            double asked = belief.variance(x);
            double prepared = belief.prepare(x);
            assertThat(asked).isCloseTo(prepared, within(1e-9 * (1 + prepared)));
            double shrink = 0.25 / (1 + 0.25 * prepared);
            belief.learn(random.nextGaussian() * 0.1, shrink);
            first = i == 0 ? prepared : first;
            last = prepared;
        }
        assertThat(last).isPositive().isLessThan(first / 5);
    }

    @Test
    void aStackerFindsTheMixThatNoExpertIs() {
        Stacker stacker = new Stacker(3, 0.3, 0);
        Random random = new Random(5);
        for (int i = 0; i < 20_000; i++) {
            double truth = random.nextGaussian();
            double error = random.nextGaussian();
            double[] scores = {truth + error, truth - error, truth + 2 * random.nextGaussian()};
            boolean accepted = random.nextDouble() < Numbers.sigmoid(truth);
            stacker.learn(scores, stacker.combine(scores), accepted, 1);
        }
        double[] weight = new double[3];
        stacker.addWeights(1, weight);

        assertThat(weight[0] + weight[1] + weight[2]).isCloseTo(1, within(1e-12));
        assertThat(weight[0]).isCloseTo(0.5, within(0.06));
        assertThat(weight[1]).isCloseTo(0.5, within(0.06));
        double[] scores = {0.3, -0.4, 1.1};
        assertThat(stacker.combine(scores))
                .isCloseTo(weight[0] * 0.3 - weight[1] * 0.4 + weight[2] * 1.1, within(1e-12));
    }

    @Test
    void pairsStayWithTheirPredictorsWhateverElseIsKnown() {
        LearningEngine engine = new LearningEngine(EngineSettings.defaults());
        List<String> names = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            names.add("p" + i);
        }
        Random random = new Random(6);
        for (int i = 0; i < 50; i++) {
            Map<String, Object> situation = new HashMap<>();
            names.forEach(name -> situation.put(name, random.nextGaussian()));
            engine.learn(OFFER, 0.3, situation, random.nextBoolean(), 1);
            List<Contribution> why = engine.explain(OFFER, 0.3, situation);
            assertThat(why.stream().mapToDouble(Contribution::logit).sum())
                    .isCloseTo(
                            engine.predict(OFFER, 0.3, engine.encode(situation)).logit(), within(1e-9));
        }
    }

    private static Map<String, Object> household(boolean pet, boolean garden) {
        return Map.of("pet", pet, "garden", garden);
    }

    private static Map<String, Object> copies(boolean yes, int count) {
        Map<String, Object> situation = new HashMap<>();
        for (int i = 0; i < count; i++) {
            situation.put("copy" + i, yes);
        }
        return situation;
    }

    private static double named(List<Contribution> why, String predictor) {
        return why.stream()
                .filter(c -> c.predictor().equals(predictor))
                .mapToDouble(Contribution::logit)
                .sum();
    }

    private static double propensity(LearningEngine engine, ModelPath path, Map<String, Object> situation) {
        return engine.predict(path, 0.3, engine.encode(situation)).propensity();
    }

    private static double variance(LearningEngine engine, ModelPath path) {
        return engine.predict(path, 0.3, engine.encode(Map.of("pet", true))).variance();
    }
}
