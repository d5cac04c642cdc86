package org.attune.simulation.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.attune.history.engine.Lift;
import org.attune.history.engine.Sums;
import org.attune.simulation.engine.OffPolicy.Comparison;
import org.attune.simulation.engine.OffPolicy.Estimate;
import org.junit.jupiter.api.Test;

/** Intervals keep what they promise where the truth is known; the long form is {@code ./attune bench evidence}. */
class EvidenceSimulationTest {
    private static final int RUNS = 150;

    @Test
    void offPolicyIntervalsCoverTheTruth() {
        LoggedWorld world = new LoggedWorld(20261128, 8);
        double[] truth = world.truth(100_000, 7);
        List<Comparison> found = IntStream.range(0, RUNS)
                .mapToObj(run -> OffPolicy.compare(world.log(400, 1_000L + run), 200, run))
                .toList();

        assertThat(covered(found, each -> each.candidate().ips(), truth[0])).isGreaterThan(0.9);
        assertThat(covered(found, each -> each.candidate().selfNormalised(), truth[0]))
                .isGreaterThan(0.9);
        assertThat(covered(found, each -> each.candidate().doublyRobust(), truth[0]))
                .isGreaterThan(0.9);
        assertThat(covered(found, each -> each.difference().doublyRobust(), truth[0] - truth[1]))
                .isGreaterThan(0.9);
        assertThat(covered(found, each -> each.candidate().ips(), truth[0] + 0.1))
                .as("an interval that covers everything proves nothing")
                .isLessThan(0.2);
    }

    @Test
    void liftIntervalsCoverTheTruthAlthoughCustomersCallAgain() {
        LoggedWorld world = new LoggedWorld(20261128, 2);
        double[] truth = world.truth(100_000, 7);
        double lift = truth[1] / truth[2] - 1;

        long covered = IntStream.range(0, RUNS)
                .filter(run -> {
                    Sums[] arms = world.arms(3_000, 0.1, 9_000L + run);
                    return Objects.requireNonNull(Lift.of(arms[0], arms[1]))
                            .interval()
                            .holds(lift);
                })
                .count();

        assertThat(covered).isGreaterThan(Math.round(0.9 * RUNS));
    }

    @Test
    void aPlantedLiftIsFoundAndNoneIsFoundWhereThereIsNone() {
        assertThat(proven(0.2)).isGreaterThan(0.75);
        assertThat(proven(0)).as("false alarms of who looks twenty times").isLessThanOrEqualTo(0.05);
    }

    private static double proven(double effect) {
        Campaign campaign = new Campaign(0.2, effect, 0.1);
        return IntStream.range(0, 60)
                        .filter(run -> campaign.run(20_000, 20, 40_000L + run).proven())
                        .count()
                / 60.0;
    }

    private static double covered(List<Comparison> found, Function<Comparison, Estimate> of, double truth) {
        return (double) found.stream()
                        .filter(each -> of.apply(each).holds(truth))
                        .count()
                / found.size();
    }
}
