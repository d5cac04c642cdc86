package org.attune.arbitration.engine;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Which wording is said first. */
class TreatmentChoiceTest {
    @Test
    void fewAnswersTeachNothing() {
        assertThat(TreatmentChoice.best(new long[] {10, 0}, new long[] {10, 9}, false, 1))
                .isEqualTo(-1);
    }

    @Test
    void theWordingThatIsAcceptedMoreOftenWins() {
        assertThat(TreatmentChoice.best(new long[] {20, 45, 30}, new long[] {100, 100, 100}, false, 1))
                .isEqualTo(1);
    }

    @Test
    void aFewLuckyAnswersDoNotBeatAProvenWording() {
        assertThat(TreatmentChoice.best(new long[] {60, 1}, new long[] {100, 1}, false, 1))
                .isIn(0, 1);
        assertThat(TreatmentChoice.best(new long[] {90, 1}, new long[] {100, 2}, false, 1))
                .isZero();
    }

    @Test
    void tryingOutPrefersTheBetterButGivesTheUnknownAChance() {
        int[] chosen = new int[3];
        for (long seed = 0; seed < 4000; seed++) {
            chosen[TreatmentChoice.best(new long[] {40, 25, 0}, new long[] {100, 100, 0}, true, Draws.seed(seed))]++;
        }
        assertThat(chosen[0]).isGreaterThan(chosen[1]);
        assertThat(chosen[2]).isGreaterThan(200);
        assertThat(TreatmentChoice.best(new long[] {40, 25, 0}, new long[] {100, 100, 0}, true, 7))
                .isEqualTo(TreatmentChoice.best(new long[] {40, 25, 0}, new long[] {100, 100, 0}, true, 7));
    }
}
