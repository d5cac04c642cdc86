package org.attune.channel.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Deliveries are tried for three days, less and less often. */
class RetryScheduleTest {
    private static final Instant START = Instant.parse("2026-11-22T08:00:00Z");

    @Test
    void waitsThreeTimesAsLongEachTimeUpToEightHours() {
        List<Duration> waits = new ArrayList<>();
        Instant now = START;
        for (int failures = 1; ; failures++) {
            Instant next = RetrySchedule.next(START, now, failures, null, 0.5);
            if (next == null) {
                break;
            }
            waits.add(Duration.between(now, next));
            now = next;
        }
        assertThat(waits.subList(0, 5))
                .containsExactly(
                        Duration.ofSeconds(5),
                        Duration.ofSeconds(15),
                        Duration.ofSeconds(45),
                        Duration.ofSeconds(135),
                        Duration.ofSeconds(405));
        assertThat(waits.getLast()).isEqualTo(Duration.ofHours(8));
        assertThat(waits).hasSizeBetween(15, 20);
        assertThat(Duration.between(START, now)).isBetween(Duration.ofHours(60), Duration.ofDays(3));
    }

    @Test
    void spreadsTheRepetitionsByAFifth() {
        assertThat(RetrySchedule.next(START, START, 1, null, 0)).isEqualTo(START.plusMillis(4_000));
        assertThat(RetrySchedule.next(START, START, 1, null, 1)).isEqualTo(START.plusMillis(6_000));
    }

    @Test
    void givesUpExactlyAfterThreeDays() {
        Instant last = START.plus(RetrySchedule.GIVE_UP).minusSeconds(5);
        assertThat(RetrySchedule.next(START, last, 1, null, 0.5)).isEqualTo(START.plus(RetrySchedule.GIVE_UP));
        assertThat(RetrySchedule.next(START, last.plusMillis(1), 1, null, 0.5)).isNull();
    }

    @Test
    void obeysTheReceiverWithinReason() {
        assertThat(RetrySchedule.next(START, START, 1, Duration.ofMinutes(10), 0.5))
                .isEqualTo(START.plusSeconds(600));
        assertThat(RetrySchedule.next(START, START, 1, Duration.ofDays(300), 0.5))
                .isEqualTo(START.plus(Duration.ofHours(8)));
        assertThat(RetrySchedule.next(START, START, 1, Duration.ofDays(-3), 0.5))
                .isEqualTo(START.plusSeconds(5));
    }
}
