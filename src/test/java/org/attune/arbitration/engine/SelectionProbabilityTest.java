package org.attune.arbitration.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The chance of rank 1, beside what a million draws say. */
class SelectionProbabilityTest {
    private final SelectionProbability selection = new SelectionProbability();

    private double[] first(double[] logit, double[] scale, double[] weight) {
        double[] out = new double[logit.length];
        selection.first(logit.length, new boolean[logit.length], logit, scale, weight, out);
        return out;
    }

    @Test
    void twoAlikeShareTheFirstPlace() {
        double[] out = first(new double[] {-1, -1}, new double[] {.4, .4}, new double[] {50, 50});
        assertThat(out[0]).isCloseTo(.5, within(1e-6));
        assertThat(out[1]).isCloseTo(.5, within(1e-6));
    }

    @Test
    void withoutDrawsTheBestIsFirstAndTiesGoToTheEarlier() {
        assertThat(first(new double[] {0, 1, 1}, new double[3], new double[] {1, 1, 1}))
                .containsExactly(0, 1, 0);
        assertThat(first(new double[] {0, 0}, new double[2], new double[2])).containsExactly(1, 0);
        double one = Double.POSITIVE_INFINITY;
        assertThat(first(new double[] {one, one}, new double[2], new double[] {3, 4}))
                .containsExactly(0, 1);
    }

    @Test
    void againstAFixedRivalItIsTheNormalDistributionItself() {
        double[] out = first(new double[] {0, 0}, new double[] {1, 0}, new double[] {1, 1});
        assertThat(out[0]).isCloseTo(.5, within(1e-5));
        out = first(new double[] {-1, 0}, new double[] {1, 0}, new double[] {1, 1});
        assertThat(out[0]).isCloseTo(.158655, within(1e-4));
    }

    @Test
    void onlyTheMandatoryBandCanComeFirst() {
        double[] out = new double[3];
        boolean[] mandatory = {false, true, true};
        selection.first(3, mandatory, new double[] {5, 0, 0}, new double[] {1, 1, 1}, new double[] {9, 1, 1}, out);
        assertThat(out[0]).isZero();
        assertThat(out[1] + out[2]).isCloseTo(1, within(1e-12));
        SelectionProbability.uniform(3, mandatory, out);
        assertThat(out).containsExactly(0, .5, .5);
    }

    @Test
    void certaintyAtTheEdgeOfNumbersStillNamesOneWinner() {
        double[] out = first(new double[] {60, 61}, new double[] {.5, .5}, new double[] {1, 1});
        assertThat(Arrays.stream(out).sum()).isEqualTo(1);
    }

    @Test
    void theSameFieldGivesTheSameBits() {
        Field field = new Field(new Random(3), 80, 1);
        double[] once = first(field.logit, field.scale, field.weight).clone();
        first(new double[] {1, 2}, new double[] {1, 1}, new double[] {1, 1});
        assertThat(first(field.logit, field.scale, field.weight)).isEqualTo(once);
    }

    @Test
    void agreesWithAMillionDrawsInFieldsOfAllSizes() {
        Random random = new Random(20261122);
        double[] spreads = {.02, .3, 1, 2};
        for (int i = 0; i < 16; i++) {
            int n = 2 + random.nextInt(i % 4 == 3 ? 199 : i % 4 == 2 ? 40 : 8);
            Field field = new Field(random, n, spreads[i % 4]);
            double[] out = first(field.logit, field.scale, field.weight);
            double[] drawn = field.draw(random, n > 50 ? 100_000 : 1_000_000);
            double noise = n > 50 ? 4 * .5 / Math.sqrt(1e5) : 4 * .5 / Math.sqrt(1e6);
            assertThat(Arrays.stream(out).sum()).isCloseTo(1, within(1e-9));
            for (int k = 0; k < n; k++) {
                assertThat(out[k])
                        .as("field %d of %d, candidate %d", i, n, k)
                        .isCloseTo(drawn[k], within(.002 + noise));
            }
        }
    }

    /** Candidates as a catalog has them: young and mature ones, some without weight, some without draws. */
    private static final class Field {
        final double[] logit;
        final double[] scale;
        final double[] weight;

        Field(Random random, int n, double spread) {
            logit = new double[n];
            scale = new double[n];
            weight = new double[n];
            for (int i = 0; i < n; i++) {
                logit[i] = -2 + 1.5 * random.nextGaussian();
                scale[i] = random.nextInt(4) == 0 ? .01 : spread * random.nextDouble();
                scale[i] = random.nextInt(15) == 0 ? 0 : scale[i];
                weight[i] = random.nextInt(20) == 0 ? 0 : 10 + 90 * random.nextDouble();
            }
        }

        double[] draw(Random random, int draws) {
            double[] wins = new double[logit.length];
            for (int d = 0; d < draws; d++) {
                int best = -1;
                double most = -1;
                for (int i = 0; i < logit.length; i++) {
                    double z = scale[i] > 0 ? scale[i] * random.nextGaussian() : 0;
                    double priority = weight[i] / (1 + Math.exp(-logit[i] - z));
                    if (priority > most) {
                        best = i;
                        most = priority;
                    }
                }
                wins[best] += 1.0 / draws;
            }
            return wins;
        }
    }
}
