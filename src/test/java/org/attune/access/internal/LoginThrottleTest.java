package org.attune.access.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

/** Guessing gets slow; colleagues do not notice. */
class LoginThrottleTest {
    private final Hands clock = new Hands();
    private final LoginThrottle throttle = new LoginThrottle(clock);

    @Test
    void fiveFailuresAreFree() {
        fail(4);
        assertThat(throttle.wait("ines", "10.0.0.1")).isZero();
        fail(1);
        assertThat(throttle.wait("ines", "10.0.0.1")).isPositive();
    }

    @Test
    void eachFurtherFailureCostsMoreUpToAMinute() {
        fail(5);
        Duration first = throttle.wait("ines", "10.0.0.1");
        fail(1);
        assertThat(throttle.wait("ines", "10.0.0.1")).isGreaterThan(first);
        fail(100);
        assertThat(throttle.wait("ines", "10.0.0.1")).isEqualTo(Duration.ofMinutes(1));
    }

    @Test
    void waitingHelps() {
        fail(6);
        clock.now = clock.now.plus(throttle.wait("ines", "10.0.0.1"));
        assertThat(throttle.wait("ines", "10.0.0.1")).isZero();
    }

    @Test
    void nobodyIsLockedOutFromAnotherAddressOrUnderAnotherName() {
        fail(50);
        assertThat(throttle.wait("ines", "10.0.0.2")).isZero();
        assertThat(throttle.wait("tom", "10.0.0.1")).isZero();
    }

    @Test
    void theSpellingOfTheNameDoesNotHelp() {
        fail(6);
        assertThat(throttle.wait(" INES ", "10.0.0.1")).isPositive();
    }

    @Test
    void aGoodLoginForgetsTheFailures() {
        fail(6);
        throttle.succeeded("ines", "10.0.0.1");
        assertThat(throttle.wait("ines", "10.0.0.1")).isZero();
    }

    @Test
    void oldFailuresAreForgotten() {
        fail(5);
        clock.now = clock.now.plus(Duration.ofMinutes(16));
        fail(1);
        assertThat(throttle.wait("ines", "10.0.0.1")).isZero();
    }

    @Test
    void staysSmallUnderAFloodOfNames() {
        fail(6);
        for (int i = 0; i < 20_000; i++) {
            throttle.failed("name" + i, "10.0.0.9");
        }
        assertThat(throttle.size()).isEqualTo(10_000);
    }

    private void fail(int times) {
        for (int i = 0; i < times; i++) {
            throttle.failed("ines", "10.0.0.1");
        }
    }

    private static final class Hands extends Clock {
        private Instant now = Instant.parse("2026-11-22T08:00:00Z");

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }
}
