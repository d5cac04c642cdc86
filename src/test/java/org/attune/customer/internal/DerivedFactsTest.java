package org.attune.customer.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.attune.customer.SignalFact;
import org.junit.jupiter.api.Test;

class DerivedFactsTest {
    private static final Instant AT = Instant.parse("2026-06-30T12:00:00Z");

    @Test
    void fiveDaysOfArrearsAreArrearsAndFourAreNot() {
        assertThat(derived(4.0).arrears()).isNull();
        assertThat(Objects.requireNonNull(derived(5.0).arrears()).since()).isEqualTo(AT.minus(Duration.ofDays(5)));
    }

    @Test
    void arrearsOfMissedBillsEndSixtyDaysAfterTheLastButOne() {
        var running = Objects.requireNonNull(derived(null, 10, 50).arrears());
        assertThat(running.since()).isEqualTo(AT.minus(Duration.ofDays(10)));
        assertThat(running.until()).isNull();

        var ended = Objects.requireNonNull(derived(null, 30, 75).arrears());
        assertThat(ended.until()).isEqualTo(AT.minus(Duration.ofDays(15)));
        assertThat(ended.activeAt(AT)).isFalse();

        assertThat(derived(null, 10, 71).arrears()).isNull();
    }

    @Test
    void anUnbrokenChainOfMissedBillsIsOneState() {
        assertThat(Objects.requireNonNull(derived(null, 5, 35, 65, 95).arrears())
                        .since())
                .isEqualTo(AT.minus(Duration.ofDays(65)));
    }

    @Test
    void twoBillsMissedInARowOrThreeInSixMonthsSuggestHardship() {
        assertThat(derived(null, 1, 62).hardshipSince()).isEqualTo(AT.minus(Duration.ofDays(1)));
        assertThat(derived(null, 1, 63).hardshipSince()).isNull();
        assertThat(derived(null, 50, 110, 180).hardshipSince()).isEqualTo(AT.minus(Duration.ofDays(50)));
        assertThat(derived(null, 1).hardshipSince()).isNull();
    }

    private static DerivedFacts derived(Double arrearsDays, int... missedDaysAgo) {
        List<SignalFact> signals = Arrays.stream(missedDaysAgo)
                .mapToObj(days -> new SignalFact("bill-missed", AT.minus(Duration.ofDays(days)), "billing", Map.of()))
                .toList();
        return DerivedFacts.of(AT, arrearsDays, AT, 5, signals);
    }
}
