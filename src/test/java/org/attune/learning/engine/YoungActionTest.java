package org.attune.learning.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.attune.learning.engine.EngineSettings.Encoding;
import org.attune.learning.engine.EngineSettings.Expert;
import org.junit.jupiter.api.Test;

/** How an action with few answers is believed in, and what one answer about it says of its facts. */
class YoungActionTest {

    private static final ModelPath YOUNG = new ModelPath("sales", "savings", "young");
    private static final ModelPath SIBLING = new ModelPath("sales", "savings", "sibling");
    private static final Map<String, Object> WHO = Map.of("housing", "owner");

    @Test
    void itsStartStaysOpenUntilItHasTenAnswers() {
        LearningEngine engine = new LearningEngine(EngineSettings.defaults());
        engine.learn(SIBLING, 0.3, WHO, true, 1);
        for (int answers = 0; answers < ColdStart.OPEN; answers++) {
            assertThat(propensity(engine, 0.6)).as("after " + answers).isGreaterThan(propensity(engine, 0.2));
            engine.learn(YOUNG, 0.3, WHO, false, 1);
        }
        assertThat(propensity(engine, 0.6)).isEqualTo(propensity(engine, 0.2));
    }

    @Test
    void anActionThatComesWhenOthersAreKnownCountsAsLittleSettledForAWhile() {
        LearningEngine engine = new LearningEngine(EngineSettings.defaults());
        teach(engine, SIBLING, 400);
        assertThat(settled(engine, SIBLING)).as("there from the start").isEqualTo(400);

        teach(engine, YOUNG, 100);
        assertThat(settled(engine, YOUNG)).as("a newcomer").isEqualTo(12);
        assertThat(settled(engine, SIBLING)).isEqualTo(400);

        LearningEngine restored = LearningEngine.fromBytes(engine.toBytes());
        assertThat(settled(restored, YOUNG)).as("after a restart").isEqualTo(12);

        teach(engine, SIBLING, 299);
        assertThat(settled(engine, YOUNG))
                .as("almost as long as the log before it")
                .isEqualTo(12);
        teach(engine, SIBLING, 1);
        assertThat(settled(engine, YOUNG)).as("no newcomer any more").isEqualTo(100);
    }

    @Test
    void aNewcomerIsOneUntilItHasTwoThousandAnswers() {
        assertThat(Newcomer.settled(1_999, 10_000, 12_000)).isEqualTo(249);
        assertThat(Newcomer.settled(2_000, 10_000, 12_000)).isEqualTo(2_000);
        assertThat(Newcomer.settled(100, 0, 100)).as("there from the start").isEqualTo(100);
    }

    private static void teach(LearningEngine engine, ModelPath path, int answers) {
        for (int i = 0; i < answers; i++) {
            engine.learn(path, 0.3, WHO, i % 3 == 0, 1);
        }
    }

    private static long settled(LearningEngine engine, ModelPath path) {
        Scores scores = new Scores();
        engine.score(new Roster(List.of(path), new double[] {0.3}), WHO, new int[] {0}, 1, scores);
        return scores.settled(0);
    }

    @Test
    void oneFactIsBelievedInMoreWhenTheOtherTurnsOutToBeWorthNothing() {
        EngineSettings settings = with(new Expert(Encoding.LINEAR, 0.5, 0, 0, 0.1));
        Features known = new Features();
        int garden = known.count();
        known.open(Encoded.ALL);
        int pet = known.count();
        known.open(Encoded.ALL);
        Node action = new Node(-1, settings, Priors.ofSome(settings), known);
        Encoded x = new LearningEngine(settings).emptySituation();

        teach(action, known, x, 1, garden, pet);
        double together = action.mean(pet, 0);
        teach(action, known, x, -1, garden);

        assertThat(together).isPositive();
        assertThat(action.mean(garden, 0)).isLessThan(together);
        assertThat(action.mean(pet, 0)).isGreaterThan(together);
    }

    private static void teach(Node node, Features known, Encoded x, double gain, int... features) {
        x.begin(features.length);
        for (int feature : features) {
            x.add(feature, 1, -1);
        }
        known.first().meet(x, known);
        node.score(x, x.own, 0);
        node.prepare(x, x.own, 0);
        x.gain[0] = gain / (1 + x.own[1] / 4);
        x.shrink[0] = 0.25 / (1 + x.own[1] / 4);
        node.learn(x);
    }

    private static double propensity(LearningEngine engine, double starting) {
        return engine.predict(YOUNG, starting, engine.encode(WHO)).propensity();
    }

    private static EngineSettings with(Expert expert) {
        EngineSettings usual = EngineSettings.defaults();
        return new EngineSettings(
                List.of(expert),
                usual.intercept(),
                usual.globalIntercept(),
                usual.share(),
                usual.trust(),
                usual.calibration(),
                usual.calibrationDrift(),
                usual.coldStart(),
                usual.thompson(),
                usual.maxBins(),
                usual.splitAfter(),
                usual.maxCategories(),
                usual.maxPredictors());
    }
}
