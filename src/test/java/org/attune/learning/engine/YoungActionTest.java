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
    void oneFactIsBelievedInMoreWhenTheOtherTurnsOutToBeWorthNothing() {
        EngineSettings settings = with(new Expert(Encoding.LINEAR, 0.5, 0, 0, 0.1));
        FeatureSpace space = new FeatureSpace(settings);
        int garden = space.newFeature(Encoded.ALL);
        int pet = space.newFeature(Encoded.ALL);
        Node action = new Node(-1, settings, Priors.ofSome(settings), space);
        Encoded x = new LearningEngine(settings).emptySituation();

        teach(action, space, x, 1, garden, pet);
        double together = action.mean(pet, 0);
        teach(action, space, x, -1, garden);

        assertThat(together).isPositive();
        assertThat(action.mean(garden, 0)).isLessThan(together);
        assertThat(action.mean(pet, 0)).isGreaterThan(together);
    }

    private static void teach(Node node, FeatureSpace space, Encoded x, double gain, int... features) {
        x.begin(features.length);
        for (int feature : features) {
            x.add(feature, 1, -1);
        }
        space.first().meet(x, space);
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
