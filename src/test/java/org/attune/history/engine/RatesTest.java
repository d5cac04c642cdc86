package org.attune.history.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Objects;
import org.junit.jupiter.api.Test;

class RatesTest {

    @Test
    void withoutTrialsThereIsNoRateAndNoDifference() {
        assertThat(Rates.wilson(0, 0)).isNull();
        assertThat(Rates.gap(0, 0, 1, 2)).isNull();
        assertThat(Rates.ratio(0, 10, 1, 10)).isNull();
    }

    @Test
    void theRatioOfHelpReceivedMatchesThePublishedVector() {
        Rates.Ratio ratio = Objects.requireNonNull(Rates.ratio(500, 20_500, 1_000, 19_000));
        Rates.Ratio inverse = Objects.requireNonNull(Rates.ratio(1_000, 19_000, 500, 20_500));

        assertThat(ratio.value()).isEqualTo(0.463, within(5e-4));
        assertThat(inverse.value()).isEqualTo(2.158, within(5e-4));
        assertThat(inverse.interval().low()).isEqualTo(1 / ratio.interval().high(), within(1e-12));
        assertThat(ratio.interval().holds(1)).isFalse();
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
