package org.attune.learning.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;
import static org.attune.learning.engine.PlantedLog.DEPOSIT;
import static org.attune.learning.engine.PlantedLog.FUND;
import static org.attune.learning.engine.PlantedLog.ROAMING;
import static org.attune.learning.engine.PlantedLog.answers;
import static org.attune.learning.engine.PlantedLog.person;
import static org.attune.learning.engine.PlantedLog.taught;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LearningEngineTest {

    @Test
    void learnsAPlantedPreference() {
        LearningEngine engine = taught(answers(3000));

        assertThat(propensity(engine, DEPOSIT, person("owner", 2))).isCloseTo(0.6, within(0.1));
        assertThat(propensity(engine, DEPOSIT, person("tenant", 2))).isCloseTo(0.1, within(0.05));
        ModelHealth health = engine.health("term-deposit");
        assertThat(health.auc()).isGreaterThan(0.7);
        assertThat(health.logLoss()).isLessThan(0.9 * health.baseLogLoss());
        assertThat(health.mature()).isTrue();
    }

    @Test
    void learnsThatOnlyFrequentTravellersCareForRoaming() {
        LearningEngine engine = taught(answers(3000));

        assertThat(propensity(engine, ROAMING, person("owner", 8))).isGreaterThan(0.5);
        assertThat(propensity(engine, ROAMING, person("owner", 3))).isLessThan(0.25);
    }

    @Test
    void theSameSituationRanksDifferentlyAfterEnoughAnswers() {
        LearningEngine engine = new LearningEngine(EngineSettings.defaults());
        Map<String, Object> who = person("owner", 3);
        assertThat(engine.predict(FUND, 0.25, engine.encode(who)).propensity())
                .isLessThan(engine.predict(ROAMING, 0.3, engine.encode(who)).propensity());

        for (int i = 0; i < 10; i++) {
            engine.learn(FUND, 0.25, who, true, 1);
            engine.learn(ROAMING, 0.3, who, false, 1);
        }

        assertThat(engine.predict(FUND, 0.25, engine.encode(who)).propensity())
                .isGreaterThan(
                        2 * engine.predict(ROAMING, 0.3, engine.encode(who)).propensity());
    }

    @Test
    void newActionStartsFromItsStartingPropensity() {
        LearningEngine engine = new LearningEngine(EngineSettings.defaults());

        Prediction fresh = engine.predict(DEPOSIT, 0.2, engine.encode(person("owner", 2)));

        assertThat(fresh.propensity()).isCloseTo(0.2, within(1e-12));
        assertThat(fresh.evidence()).isZero();
        assertThat(fresh.variance()).isPositive();
    }

    @Test
    void newActionInANewIssueKeepsItsStartingPropensityWhateverOthersReached() {
        LearningEngine engine = taught(answers(2000));
        ModelPath elsewhere = new ModelPath("nurture", "welcome", "tour");

        double mean = answers(2000).stream()
                .mapToDouble(a -> engine.predict(elsewhere, 0.05, engine.encode(a.situation()))
                        .propensity())
                .average()
                .orElseThrow();

        assertThat(mean).isCloseTo(0.05, within(0.02));
    }

    @Test
    void siblingsShareStrength() {
        LearningEngine engine = new LearningEngine(EngineSettings.defaults());
        answers(3000).stream().filter(a -> a.path() == DEPOSIT).forEach(a -> a.teach(engine));
        ModelPath sibling = new ModelPath("sales", "savings", "new-account");

        double owner = propensity(engine, sibling, person("owner", 2));
        double tenant = propensity(engine, sibling, person("tenant", 2));

        assertThat(owner).as("owners like what owners liked before").isGreaterThan(1.5 * tenant);
        assertThat((owner + tenant) / 2).as("near the siblings' rate of .35").isCloseTo(0.35, within(0.1));
        assertThat(engine.predict(sibling, 0.3, engine.encode(person("owner", 2)))
                        .variance())
                .as("and stays less certain than its sibling")
                .isGreaterThan(engine.predict(DEPOSIT, 0.3, engine.encode(person("owner", 2)))
                        .variance());
    }

    @Test
    void coldStartFollowsTheVectors() {
        assertThat(ColdStart.smoothed(50, 0.30, 0, 0)).isEqualTo(0.300);
        assertThat(ColdStart.smoothed(50, 0.30, 50, 0.10)).isCloseTo(0.200, within(1e-12));
        assertThat(ColdStart.smoothed(50, 0.30, 500, 0.10)).isCloseTo(0.1182, within(5e-5));
    }

    @Test
    void aNewActionAmongSiblingsStartsNearTheSmoothedRate() {
        LearningEngine engine = new LearningEngine(EngineSettings.defaults());
        for (int i = 0; i < 500; i++) {
            engine.learn(DEPOSIT, 0.1, Map.of(), i % 10 == 0, 1);
        }

        assertThat(propensity(engine, FUND, Map.of())).isCloseTo(0.1182, within(0.01));
    }

    @Test
    void missingAndUnknownValuesDoNotBreakAModel() {
        LearningEngine engine = taught(answers(1000));
        Map<String, Object> strange = new HashMap<>();
        strange.put("housing", "houseboat");
        strange.put("trips", Double.NaN);
        strange.put("never-heard-of", 7.0);
        strange.put("online", 3.0);

        for (Map<String, Object> situation : List.of(strange, Map.<String, Object>of())) {
            assertThat(propensity(engine, DEPOSIT, situation)).isBetween(0.01, 0.99);
            engine.learn(DEPOSIT, 0.3, situation, true, 1);
            assertThat(propensity(engine, DEPOSIT, situation)).isBetween(0.01, 0.99);
        }
        assertThat(propensity(engine, DEPOSIT, person("owner", 1e300))).isBetween(0.01, 0.99);
        engine.learn(DEPOSIT, 0.3, person("owner", -1e300), false, 1);
        assertThat(propensity(engine, DEPOSIT, person("owner", 2))).isBetween(0.3, 0.9);
    }

    @Test
    void missingIsAValueOfItsOwn() {
        LearningEngine engine = new LearningEngine(EngineSettings.defaults());
        for (int i = 0; i < 400; i++) {
            boolean known = i % 2 == 0;
            engine.learn(DEPOSIT, 0.3, known ? Map.of("income", (double) (i % 7)) : Map.of(), known, 1);
        }

        assertThat(propensity(engine, DEPOSIT, Map.of("income", 3.0))).isGreaterThan(0.8);
        assertThat(propensity(engine, DEPOSIT, Map.of())).isLessThan(0.2);
    }

    @Test
    void impossibleAnswersAreRefusedAndTeachNothing() {
        LearningEngine engine = taught(answers(50));
        String before = engine.sha256();

        assertThatIllegalArgumentException()
                .isThrownBy(() -> engine.learn(DEPOSIT, 0.3, Map.of("a", 1.0, "b", List.of()), true, 1))
                .withMessageContaining("Predictor b");
        assertThatIllegalArgumentException().isThrownBy(() -> engine.learn(DEPOSIT, 1.1, Map.of(), true, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> engine.learn(DEPOSIT, 0.3, Map.of(), true, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> engine.learn(DEPOSIT, 0.3, Map.of(), true, Double.NaN));

        assertThat(engine.sha256()).isEqualTo(before);
    }

    @Test
    void contributionsSumToTheScore() {
        LearningEngine engine = taught(answers(2000));
        ModelPath unseen = new ModelPath("sales", "savings", "unseen");

        for (ModelPath path : List.of(DEPOSIT, FUND, ROAMING, unseen)) {
            for (PlantedLog.Answer a : answers(200)) {
                List<Contribution> why = engine.explain(path, 0.3, a.situation());
                double logit =
                        engine.predict(path, 0.3, engine.encode(a.situation())).logit();
                assertThat(why.stream().mapToDouble(Contribution::logit).sum()).isCloseTo(logit, within(1e-9));
                assertThat(why.getFirst().predictor()).isEqualTo(Contribution.BASELINE);
            }
        }
    }

    @Test
    void theReasonIsThePlantedOne() {
        LearningEngine engine = taught(answers(3000));

        Contribution first = engine.explain(DEPOSIT, 0.3, person("owner", 2)).get(1);

        assertThat(first.predictor()).isEqualTo("housing");
        assertThat(first.value()).isEqualTo("owner");
        assertThat(first.logit()).isPositive();
        assertThat(engine.explain(DEPOSIT, 0.3, person("tenant", 2)).get(1).logit())
                .isNegative();
    }

    @Test
    void sameSeedSameDraw() {
        LearningEngine engine = taught(answers(300));
        Prediction p = engine.predict(DEPOSIT, 0.3, engine.encode(person("owner", 2)));

        assertThat(engine.sample(p, 42)).isEqualTo(engine.sample(p, 42)).isNotEqualTo(engine.sample(p, 43));
    }

    @Test
    void drawsSpreadAroundTheMeanAsTheBeliefIsUncertain() {
        LearningEngine engine = new LearningEngine(EngineSettings.defaults());
        Prediction p = new Prediction(0.5, 0, 4, 0);
        double sum = 0;
        double squares = 0;
        int n = 20_000;
        for (int seed = 0; seed < n; seed++) {
            double logit = Numbers.logit(engine.sample(p, seed));
            sum += logit;
            squares += logit * logit;
        }
        assertThat(sum / n).isCloseTo(0, within(0.03));
        assertThat(Math.sqrt(squares / n)).as("0.5 times the deviation of 2").isCloseTo(1, within(0.02));
        assertThat(engine.sample(new Prediction(0.5, 0, 0, 9), 1)).isEqualTo(0.5);
    }

    @Test
    void aSituationEncodedByAnotherEngineIsRefused() {
        LearningEngine one = taught(answers(10));
        Encoded foreign = taught(answers(10)).encode(person("owner", 2));

        assertThatIllegalArgumentException().isThrownBy(() -> one.predict(DEPOSIT, 0.3, foreign));
    }

    @Test
    void anEncodedSituationKnowsWhatWasLearnedSince() {
        LearningEngine engine = taught(answers(100));
        Encoded early = engine.encode(person("owner", 2));
        double before = engine.predict(DEPOSIT, 0.3, early).propensity();

        engine.learn(DEPOSIT, 0.3, person("owner", 2), true, 1);

        assertThat(engine.predict(DEPOSIT, 0.3, early).propensity()).isGreaterThan(before);
    }

    private static double propensity(LearningEngine engine, ModelPath path, Map<String, Object> situation) {
        return engine.predict(path, 0.3, engine.encode(situation)).propensity();
    }
}
