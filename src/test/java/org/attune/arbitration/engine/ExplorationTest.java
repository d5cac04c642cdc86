package org.attune.arbitration.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** Both ways of trying things out, judged by what they do in a great many decisions. */
class ExplorationTest {
    private static final int DECISIONS = 40_000;

    private final SelectionProbability room = new SelectionProbability();

    /** Three actions that compete, one that is worth nothing. */
    private static Exploration.Field field(boolean... mandatory) {
        return new Exploration.Field(
                4,
                mandatory.length == 0 ? new boolean[4] : mandatory,
                new double[] {-1, -1.4, -2, 3},
                new double[] {.3, .6, .9, 1},
                new double[] {10, 12, 15, 0},
                new long[] {300, 60, 20, 0});
    }

    private double[] logged(Exploration rule, Exploration.Field field) {
        double[] chance = new double[field.n()];
        rule.chances(field, room, chance);
        return chance;
    }

    /** Ranks as a decision does, by priority, and counts who comes first. */
    private double[] frequency(Exploration rule, Exploration.Field field) {
        double[] chance = logged(rule, field);
        double[] first = new double[field.n()];
        for (long seed = 0; seed < DECISIONS; seed++) {
            first[first(rule, field, chance, Draws.seed(seed))]++;
        }
        return Arrays.stream(first).map(count -> count / DECISIONS).toArray();
    }

    private static int first(Exploration rule, Exploration.Field field, double[] chance, long seed) {
        double[] propensity = new double[field.n()];
        for (int i = 0; i < propensity.length; i++) {
            propensity[i] = rule.propensity(
                    field.logit()[i], field.deviation()[i], field.evidence()[i], field.n(), Draws.seed(seed, i));
        }
        rule.settle(field, chance, seed, propensity);
        double[] priority = new double[field.n()];
        Arrays.setAll(priority, i -> propensity[i] * field.weight()[i]);
        int[] best = new int[1];
        Ranking.top(new int[] {0, 1, 2, 3}, field.n(), field.mandatory(), priority, best);
        return best[0];
    }

    @Test
    void theLoggedProbabilityIsHowOftenItHappens() {
        for (Exploration rule : new Exploration[] {
            new PosteriorSampling(.5),
            new PosteriorSampling(1),
            new PosteriorSampling(.5, .2),
            new InverseGap(5, .1),
            new InverseGap(0, 0)
        }) {
            double[] logged = logged(rule, field());
            double[] happened = frequency(rule, field());
            assertThat(Arrays.stream(logged).sum()).isCloseTo(1, within(1e-9));
            for (int i = 0; i < logged.length; i++) {
                double error = Math.sqrt(logged[i] * (1 - logged[i]) / DECISIONS);
                assertThat(happened[i]).as("%s, candidate %d", rule, i).isCloseTo(logged[i], within(4 * error + .004));
            }
            assertThat(logged[3]).as("what is worth nothing is not tried").isZero();
        }
    }

    @Test
    void whoMayNotBeExperimentedOnGetsTheBestGuess() {
        assertThat(logged(Exploration.NONE, field())).containsExactly(1, 0, 0, 0);
        assertThat(frequency(Exploration.NONE, field())).containsExactly(1, 0, 0, 0);
    }

    @Test
    void theMandatoryBandIsNeverLeft() {
        Exploration.Field field = field(false, true, true, false);
        for (Exploration rule : new Exploration[] {new PosteriorSampling(1, .1), new InverseGap(5, .1)}) {
            double[] happened = frequency(rule, field);
            assertThat(happened[0] + happened[3]).as("%s", rule).isZero();
            assertThat(happened[1]).as("%s", rule).isBetween(.05, .95);
            assertThat(logged(rule, field)[1]).isCloseTo(happened[1], within(.015));
        }
    }

    @Test
    void theFloorOfPosteriorSamplingGoesToWhoIsLeastKnown() {
        Exploration.Field field = new Exploration.Field(
                3, new boolean[3], new double[] {0, -9, -9}, new double[3], new double[] {1, 1, 1}, new long[] {
                    999, 9, 0
                });
        double[] chance = logged(new PosteriorSampling(0, .1), field);
        assertThat(chance[1]).isCloseTo(.1 * .1 / 1.101, within(1e-9));
        assertThat(chance[2]).isCloseTo(.1 / 1.101, within(1e-9));
        assertThat(frequency(new PosteriorSampling(0, .1), field)[2]).isCloseTo(chance[2], within(.01));
    }

    @Test
    void theFewerThereAreTheLessIsTriedOfWhatIsKnown() {
        assertThat(width(20, 10_000)).isCloseTo(width(200, 10_000), within(1e-12));
        assertThat(width(3, 10_000) / width(20, 10_000))
                .as("the root of ln 3 / ln 20")
                .isCloseTo(Math.sqrt(Math.log(3) / Math.log(20)), within(1e-6));
        assertThat(width(3, 0)).as("what is new keeps its belief's width").isCloseTo(1, within(1e-9));
    }

    /** Standard deviations of the draw, for a belief with a deviation of 1. */
    private static double width(int candidates, long evidence) {
        PosteriorSampling rule = new PosteriorSampling(1);
        double p = rule.propensity(0, 1, evidence, candidates, 7);
        return Math.log(p / (1 - p)) / new Draws(7).gaussian();
    }

    @Test
    void inverseGapIsTheFormulaAndKeepsItsFloor() {
        Exploration.Field two = new Exploration.Field(
                2, new boolean[2], new double[] {0, -1}, new double[2], new double[] {1, 1}, new long[] {60, 39});
        double gap = .5 - 1 / (1 + Math.exp(1));
        double[] chance = logged(new InverseGap(3, .1), two);
        assertThat(chance[1]).isCloseTo(.9 / (2 + 3 * 10 * gap) + .1 / 2, within(1e-12));
        Exploration.Field wise = new Exploration.Field(
                2, new boolean[2], new double[] {0, -1}, new double[2], new double[] {1, 1}, new long[] {1L << 50, 9});
        assertThat(logged(new InverseGap(3, .1), wise)[1]).isCloseTo(.05, within(1e-5));
    }

    @Test
    void theSameDecisionDrawsTheSame() {
        for (Exploration rule : new Exploration[] {new PosteriorSampling(1, .1), new InverseGap(5, .1)}) {
            double[] chance = logged(rule, field());
            for (long seed = 0; seed < 200; seed++) {
                assertThat(first(rule, field(), chance, seed)).isEqualTo(first(rule, field(), chance, seed));
            }
        }
    }

    @Test
    void impossibleSettingsAreRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new PosteriorSampling(-1));
        assertThatIllegalArgumentException().isThrownBy(() -> new InverseGap(Double.NaN, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> new InverseGap(1, .6));
    }
}
