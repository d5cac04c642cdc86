package org.attune.simulation.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.attune.arbitration.ExplorationMethod;
import org.attune.learning.engine.EngineSettings;
import org.attune.learning.engine.ModelPath;
import org.junit.jupiter.api.Test;

/** Judging a policy on a log that another one wrote, where the truth is known. */
class PolicyReplayTest {
    /** Owners accept action 1 with .6, tenants action 0 with .5; everything else is accepted with .2. */
    private static double truth(boolean owner, int action) {
        return owner && action == 1 ? .6 : !owner && action == 0 ? .5 : .2;
    }

    /** @param first probability of action 0 in the log */
    private static List<LoggedRow> log(int rows, double first, long seed) {
        Random random = new Random(seed);
        List<LoggedRow> log = new ArrayList<>();
        for (int i = 0; i < rows; i++) {
            boolean owner = random.nextBoolean();
            int action = random.nextDouble() < first ? 0 : 1;
            double reward = random.nextDouble() < truth(owner, action) ? 1 : 0;
            log.add(new LoggedRow(Map.of("owner", owner), action, action == 0 ? first : 1 - first, reward));
        }
        return log;
    }

    /** Owners get action 1, tenants action 0; learns nothing. */
    private static final Policy WISE = new Policy() {
        @Override
        public double[] probabilities(long row, Map<String, Object> context) {
            return context.get("owner").equals(true) ? new double[] {0, 1} : new double[] {1, 0};
        }

        @Override
        public void learn(long row, Map<String, Object> context, int action, double propensity, double reward) {
            // Knows all there is to know.
        }
    };

    @Test
    void anEvenLogIsReplayedAndAnUnevenOneWeighed() {
        PolicyReplay even = new PolicyReplay(log(20_000, .5, 1), 2);
        assertThat(even.even()).isTrue();
        PolicyValue replayed = even.replay(WISE, 1);
        assertThat(replayed.value()).isCloseTo(.55, within(.02));
        assertThat(replayed.rows()).isBetween(9_500L, 10_500L);

        PolicyReplay uneven = new PolicyReplay(log(20_000, .8, 2), 2);
        assertThat(uneven.even()).isFalse();
        PolicyReplay.Estimates estimates = uneven.weigh(WISE, (row, context) -> new double[] {.3, .3});
        for (PolicyValue each : List.of(estimates.ips(), estimates.snips(), estimates.doublyRobust())) {
            assertThat(each.value()).isCloseTo(.55, within(.03));
            assertThat(each.low()).isLessThan(.55);
            assertThat(each.high()).isGreaterThan(.55);
        }
        assertThat(uneven.constant(0).value()).isCloseTo(.35, within(.02));
        assertThat(uneven.constant(1).value()).isCloseTo(.4, within(.03));
        assertThat(uneven.constant(1).effective()).isLessThan(5_000);
    }

    @Test
    void theIntervalsHoldWhatTheyPromise() {
        int covered = 0;
        for (int run = 0; run < 200; run++) {
            PolicyReplay replay = new PolicyReplay(log(600, .7, 100 + run), 2);
            PolicyValue value =
                    replay.weigh(WISE, (row, context) -> new double[] {.3, .3}).snips();
            covered += value.low() < .55 && value.high() > .55 ? 1 : 0;
        }
        assertThat(covered).isBetween(182, 199);
    }

    @Test
    void theProductFindsWhatTheLogDidNotDo() {
        PolicyReplay replay = new PolicyReplay(log(12_000, .5, 3), 2);
        EngineChooser product = new EngineChooser(
                EngineSettings.defaults(),
                ExplorationMethod.POSTERIOR.rule(.5),
                List.of(new ModelPath("i", "g", "zero"), new ModelPath("i", "g", "one")),
                .2,
                1,
                1);
        assertThat(replay.logged().value()).isCloseTo(.375, within(.02));
        assertThat(replay.replay(product, 1).low())
                .isGreaterThan(replay.constant(0).high())
                .isGreaterThan(.48);
    }

    @Test
    void tooLittleSupportIsSaid() {
        assertThat(new PolicyReplay(log(300, .95, 4), 2).constant(1).supported())
                .isFalse();
        assertThatIllegalArgumentException().isThrownBy(() -> new PolicyReplay(List.of(), 2));
        assertThatIllegalArgumentException().isThrownBy(() -> new LoggedRow(Map.of(), 0, 0, 1));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new PolicyReplay(List.of(new LoggedRow(Map.of(), 2, .5, 1)), 2));
    }
}
