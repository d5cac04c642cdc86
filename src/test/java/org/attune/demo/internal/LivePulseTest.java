package org.attune.demo.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The beat of the live demo, without anything behind it. */
class LivePulseTest {
    private final CountDownLatch fiveCalls = new CountDownLatch(5);
    private final AtomicInteger failures = new AtomicInteger();
    private final LivePulse pulse = new LivePulse(this::call, new Desks(), event -> {}, Duration.ofMillis(1));

    @AfterEach
    void end() throws InterruptedException {
        pulse.end();
    }

    @Test
    void goesOnWhenTheDatabaseHasBeenAway() throws InterruptedException {
        failures.set(3);
        pulse.pace(20);
        pulse.start();
        assertThat(fiveCalls.await(20, TimeUnit.SECONDS)).isTrue();
        assertThat(pulse.isOn()).isTrue();
        assertThat(failures).hasValue(0);
    }

    @Test
    void isOffAtOnceWhenSwitchedOff() throws InterruptedException {
        pulse.pace(20);
        pulse.start();
        assertThat(fiveCalls.await(20, TimeUnit.SECONDS)).isTrue();
        pulse.stop();
        pulse.end();
        long calls = pulse.calls();
        assertThat(pulse.isOn()).isFalse();
        pulse.start();
        assertThat(pulse.calls()).isLessThanOrEqualTo(calls);
    }

    private void call() {
        if (failures.get() > 0) {
            failures.decrementAndGet();
            throw new IllegalStateException("database away");
        }
        fiveCalls.countDown();
    }

    private static final class Desks implements LivePulse.Desks {
        @Override
        public void look() {}

        @Override
        public void hangUp() {}
    }
}
