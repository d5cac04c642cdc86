package org.attune.simulation.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.attune.simulation.engine.Choice.Target;
import org.attune.simulation.engine.OffPolicy.Comparison;
import org.attune.simulation.engine.OffPolicy.Refusal;
import org.junit.jupiter.api.Test;

/** F29: what a draft would have earned, from the log of another strategy. */
class OffPolicyTest {
    private static Choice choice(int customer, double logged, double reward, double candidate, double outside) {
        return new Choice(
                customer, logged, reward, 0.2, new Target(candidate, 0, 0.2, outside), new Target(logged, 0, 0.2, 0));
    }

    private static List<Choice> same(int count, double candidate, double outside) {
        return IntStream.range(0, count)
                .mapToObj(i -> choice(i, 0.5, i % 4 == 0 ? 1 : 0, candidate, outside))
                .toList();
    }

    @Test
    void worksOutByHand() {
        List<Choice> log = List.of(choice(0, 0.5, 1, 0.25, 0), choice(1, 0.25, 0, 0.5, 0), choice(2, 0.5, 1, 0.5, 0));

        Comparison found = OffPolicy.compare(log, 10, 1);

        // Weights .5, 2, 1.
        assertThat(found.candidate().ips().value()).isEqualTo(1.5 / 3, within(1e-12));
        assertThat(found.candidate().selfNormalised().value()).isEqualTo(1.5 / 3.5, within(1e-12));
        assertThat(found.candidate().doublyRobust().value())
                .isEqualTo((3 * 0.2 + 0.5 * 0.8 - 2 * 0.2 + 0.8) / 3, within(1e-12));
        assertThat(found.reference().ips().value()).isEqualTo(2.0 / 3, within(1e-12));
        assertThat(found.support().effective()).isEqualTo(3.5 * 3.5 / 5.25, within(1e-12));
        assertThat(found.support().largestWeight()).isEqualTo(2);
        assertThat(found.support().meanWeight()).isEqualTo(3.5 / 3, within(1e-12));
    }

    @Test
    void aPolicyThatIsTheSameDiffersByNothingAndIsNotCalledBetter() {
        Comparison found = OffPolicy.compare(same(1_000, 0.5, 0), 200, 1);

        assertThat(found.difference().doublyRobust()).isEqualTo(new OffPolicy.Estimate(0, 0, 0));
        assertThat(found.candidate().ips().holds(0.25)).isTrue();
        assertThat(found.verdict()).isZero();
        assertThat(found.refusal()).isNull();
    }

    @Test
    void refusesAVerdictOnTooFewEffectiveDecisions() {
        assertThat(OffPolicy.compare(same(199, 0.5, 0), 50, 1).refusal()).isEqualTo(Refusal.TOO_FEW);
        List<Choice> lopsided = new ArrayList<>(same(10_000, 0.001, 0));
        lopsided.addAll(same(50, 0.5, 0));
        assertThat(OffPolicy.compare(lopsided, 50, 1).refusal()).isEqualTo(Refusal.TOO_FEW);
    }

    @Test
    void refusesAVerdictOutsideOfWhatTheLogCouldHaveDone() {
        assertThat(OffPolicy.compare(same(1_000, 0.5, 0.06), 50, 1).refusal()).isEqualTo(Refusal.OUTSIDE);
        assertThat(OffPolicy.compare(same(1_000, 0.5, 0.04), 50, 1).refusal()).isNull();
    }

    @Test
    void refusesAVerdictWhenHardlyAnybodyAccepted() {
        List<Choice> log = IntStream.range(0, 1_000)
                .mapToObj(i -> choice(i, 0.5, i < 9 ? 1 : 0, 0.5, 0))
                .toList();

        assertThat(OffPolicy.compare(log, 50, 1).refusal()).isEqualTo(Refusal.TOO_FEW_REWARDS);
    }

    @Test
    void customersAreResampledAndNotTheirMoments() {
        List<Choice> apart = new ArrayList<>();
        List<Choice> together = new ArrayList<>();
        for (int i = 0; i < 1_000; i++) {
            double reward = i / 10 % 4 == 0 ? 1 : 0;
            apart.add(choice(i, 0.5, reward, 0.5, 0));
            together.add(choice(i / 10, 0.5, reward, 0.5, 0));
        }

        double narrow = width(OffPolicy.compare(apart, 400, 1));
        double wide = width(OffPolicy.compare(together, 400, 1));

        assertThat(wide / narrow).isEqualTo(Math.sqrt(10), within(0.5));
    }

    @Test
    void theSameSeedGivesTheSameIntervals() {
        List<Choice> log = new LoggedWorld(3, 4).log(200, 9);

        assertThat(OffPolicy.compare(log, 100, 5)).isEqualTo(OffPolicy.compare(log, 100, 5));
        assertThat(OffPolicy.compare(log, 100, 6)).isNotEqualTo(OffPolicy.compare(log, 100, 5));
    }

    @Test
    void toProposeNothingIsWorthNothingAndNeedsNoSupport() {
        List<Choice> log = IntStream.range(0, 1_000)
                .mapToObj(i -> new Choice(
                        i,
                        0.5,
                        i % 2 == 0 && i % 4 == 0 ? 1 : 0,
                        0,
                        new Target(i % 2 == 0 ? 0 : 0.5, i % 2 == 0 ? 1 : 0, 0, 0),
                        new Target(0.5, 0, 0, 0)))
                .toList();

        Comparison found = OffPolicy.compare(log, 50, 1);

        assertThat(found.candidate().selfNormalised().value()).isZero();
        assertThat(found.support().meanWeight()).isEqualTo(1);
        assertThat(found.support().effective()).isEqualTo(1_000, within(1e-9));
        assertThat(found.verdict()).isNegative();
    }

    @Test
    void whatCannotHaveBeenLoggedIsRefused() {
        assertThatThrownBy(() -> OffPolicy.compare(List.of(), 10, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> OffPolicy.compare(List.of(choice(0, 0, 1, 0.5, 0)), 10, 1))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static double width(Comparison found) {
        return found.candidate().ips().high() - found.candidate().ips().low();
    }
}
