package org.attune.decision.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.attune.learning.EngineVariant;
import org.attune.learning.engine.Contribution;
import org.attune.learning.engine.LearningEngine;
import org.attune.learning.engine.ModelPath;
import org.junit.jupiter.api.Test;

/** An engine that says that its contributions are exact keeps its word. */
class ContributionSumTest {

    @Test
    void whatExplainsAScoreAddsUpToIt() {
        ModelPath path = new ModelPath("hardship", "plans", "payment-plan");
        for (EngineVariant variant : EngineVariant.all()) {
            assertThat(variant.exact()).as(variant.key()).isTrue();
            LearningEngine engine = new LearningEngine(variant.settings());
            Random random = new Random(4);
            for (int i = 0; i < 1_200; i++) {
                engine.learn(path, 0.3, situation(random), random.nextInt(4) == 0, 1);
            }
            for (int i = 0; i < 100; i++) {
                Map<String, Object> situation = situation(random);
                List<Contribution> parts = engine.explain(path, 0.3, situation);
                double logit =
                        engine.predict(path, 0.3, engine.encode(situation)).logit();
                assertThat(parts.stream().mapToDouble(Contribution::logit).sum())
                        .isCloseTo(logit, within(1e-9));
            }
        }
    }

    private static Map<String, Object> situation(Random random) {
        Map<String, Object> all = new HashMap<>(Map.of(
                "balance",
                random.nextGaussian() * 900,
                "job",
                "job" + random.nextInt(6),
                "owner",
                random.nextBoolean()));
        if (random.nextInt(5) == 0) {
            all.remove("balance");
        }
        return all;
    }
}
