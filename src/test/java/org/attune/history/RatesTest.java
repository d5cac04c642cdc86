package org.attune.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Objects;
import org.junit.jupiter.api.Test;

class RatesTest {

    @Test
    void liftMatchesThePublishedVector() {
        Rates.Lift lift = Objects.requireNonNull(Rates.lift(600, 10_000, 100, 2_000));

        assertThat(lift.value()).isEqualTo(0.200, within(5e-4));
        assertThat(lift.standardError()).isEqualTo(0.1262, within(5e-5));
        assertThat(lift.interval().low()).isEqualTo(-0.047, within(5e-4));
        assertThat(lift.interval().high()).isEqualTo(0.447, within(5e-4));
        assertThat(lift.significant()).isFalse();
    }

    @Test
    void withoutTrialsThereIsNoRateAndNoLift() {
        assertThat(Rates.wilson(0, 0)).isNull();
        assertThat(Rates.lift(1, 10, 0, 10)).isNull();
        assertThat(Rates.lift(0, 0, 1, 10)).isNull();
    }

    @Test
    void aHandfulOfAnswersIsNeverCalledSignificant() {
        assertThat(Objects.requireNonNull(Rates.lift(0, 40, 2, 4)).significant())
                .isFalse();
        assertThat(Objects.requireNonNull(Rates.lift(30, 40, 4, 40)).significant())
                .isFalse();
        assertThat(Objects.requireNonNull(Rates.lift(30, 40, 6, 40)).significant())
                .isTrue();
    }

    @Test
    void wilsonStaysInsideZeroAndOneAndAroundTheRate() {
        for (int trials = 1; trials <= 60; trials++) {
            for (int successes = 0; successes <= trials; successes++) {
                Rates.Interval interval = Objects.requireNonNull(Rates.wilson(successes, trials));
                double rate = (double) successes / trials;
                assertThat(interval.low()).isBetween(0.0, rate + 1e-12);
                assertThat(interval.high()).isBetween(rate - 1e-12, 1.0);
            }
        }
    }

    @Test
    void theGapBetweenTwoRatesHasNewcombesInterval() {
        // Newcombe 1998, example (a), method 10: 56/70 against 48/80.
        Rates.Gap gap = java.util.Objects.requireNonNull(Rates.gap(56, 70, 48, 80));
        assertThat(gap.value()).isEqualTo(0.2, org.assertj.core.data.Offset.offset(1e-12));
        assertThat(gap.interval().low()).isEqualTo(0.0524, org.assertj.core.data.Offset.offset(5e-5));
        assertThat(gap.interval().high()).isEqualTo(0.3339, org.assertj.core.data.Offset.offset(5e-5));
        assertThat(Rates.gap(0, 0, 1, 2)).isNull();
    }
}
