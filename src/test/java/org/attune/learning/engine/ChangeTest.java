package org.attune.learning.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** What was learned about an action is given up when it no longer holds, and only then. */
class ChangeTest {

    private static final int BEFORE = 6_000;
    private static final String[] OFTEN = {"deposit", "fund", "loan"};
    private static final String SELDOM = "safe";

    private final LearningEngine engine = new LearningEngine(EngineSettings.defaults());
    private final SplittableRandom random = new SplittableRandom(11);

    private static ModelPath path(String action) {
        return new ModelPath("sales", "savings", action);
    }

    private static Map<String, Object> person(boolean owner) {
        return Map.of("housing", owner ? "owner" : "tenant");
    }

    /** Owners like the first kind of action, tenants the second; turned, it is the other way round. */
    private static double likes(String action, boolean owner, boolean turned) {
        boolean first = !action.equals("fund");
        return (first == owner) != turned ? 0.6 : 0.1;
    }

    private void live(int answers, boolean turned) {
        for (int i = 0; i < answers; i++) {
            String action = random.nextDouble() < 0.02 ? SELDOM : OFTEN[random.nextInt(OFTEN.length)];
            answer(engine, action, turned && !action.equals("loan") && !action.equals(SELDOM));
        }
    }

    private void answer(LearningEngine taught, String action, boolean turned) {
        boolean owner = random.nextBoolean();
        taught.learn(path(action), 0.3, person(owner), random.nextDouble() < likes(action, owner, turned), 1);
    }

    private double propensity(String action, boolean owner) {
        return engine.predict(path(action), 0.3, engine.encode(person(owner))).propensity();
    }

    private void teachUntilRenewed(String action) {
        for (int waited = 0; engine.health(action).renewals() == 0; waited++) {
            assertThat(waited).as("answers until the change is noticed").isLessThan(300);
            answer(engine, action, true);
        }
    }

    @Test
    void aWorldThatStandsStillTakesNothingBack() {
        live(30_000, false);

        assertThat(engine.health().values())
                .hasSize(4)
                .allSatisfy(health -> assertThat(health.renewals()).isZero());
    }

    @Test
    void whatNoLongerHoldsIsLearnedAnew() {
        live(BEFORE, false);
        assertThat(propensity("deposit", true)).isGreaterThan(0.5);

        teachUntilRenewed("deposit");
        assertThat(engine.predict(path("deposit"), 0.3, engine.encode(person(true)))
                        .evidence())
                .isOne();
        for (int i = 0; i < 100; i++) {
            answer(engine, "deposit", true);
        }

        assertThat(engine.health("deposit").renewed()).isTrue();
        assertThat(engine.health("deposit").responses())
                .as("what happened stays counted")
                .isGreaterThan(1_000);
        assertThat(propensity("deposit", true)).isLessThan(propensity("deposit", false));
        assertThat(engine.health("loan").renewals()).as("it did not change").isZero();
        assertThat(propensity("loan", true)).isGreaterThan(0.5);
    }

    @Test
    void theSecondActionCaughtSaysThatTheSeldomOnesMayHaveChangedToo() {
        live(BEFORE, false);
        long seldom =
                engine.predict(path(SELDOM), 0.3, engine.encode(person(true))).evidence();
        assertThat(seldom).isGreaterThan(50);

        teachUntilRenewed("deposit");
        assertThat(engine.health(SELDOM).renewals())
                .as("one alone says nothing about others")
                .isZero();
        teachUntilRenewed("fund");

        assertThat(engine.health(SELDOM).renewals()).isOne();
        assertThat(engine.health("loan").renewals())
                .as("it is said all the time")
                .isZero();
    }

    @Test
    void aModelStoredInTheMiddleOfADoubtGoesOnAsIfItHadNeverBeenStored() {
        live(BEFORE, false);
        for (int i = 0; i < 10; i++) {
            answer(engine, "deposit", true);
        }
        LearningEngine restored = LearningEngine.fromBytes(engine.toBytes());
        for (int i = 0; i < 900; i++) {
            boolean owner = i % 2 == 0;
            boolean yes = owner ? i % 10 == 0 : i % 10 != 9; // turned
            for (LearningEngine each : new LearningEngine[] {engine, restored}) {
                each.learn(path(i % 3 == 0 ? "fund" : "deposit"), 0.3, person(owner), yes, 1);
            }
        }

        assertThat(engine.health("deposit").renewals()).isPositive();
        assertThat(restored.sha256()).isEqualTo(engine.sha256());
    }
}
