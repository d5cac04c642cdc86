package org.attune.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A client's limit at its exact boundary, on a clock that the test moves. */
class TokenBucketTest {
    private static final long MILLI = 1_000_000;
    private static final long SECOND = 1_000 * MILLI;

    private long now = 77 * SECOND;
    private final TokenBucket bucket = new TokenBucket(new RateLimit(10, 3), now);

    @Test
    void takesTheBurstAtOnceAndNotOneMore() {
        assertThat(bucket.take(now).remaining()).isEqualTo(2);
        assertThat(bucket.take(now).remaining()).isEqualTo(1);
        TokenBucket.Taken last = bucket.take(now);
        assertThat(last.allowed()).isTrue();
        assertThat(last.remaining()).isZero();
        assertThat(last.fullNanos()).isEqualTo(300 * MILLI);
        TokenBucket.Taken refused = bucket.take(now);
        assertThat(refused.allowed()).isFalse();
        assertThat(refused.waitNanos()).isEqualTo(100 * MILLI);
    }

    @Test
    void takesTheNextExactlyWhenItsTimeHasCome() {
        drain();
        now += 100 * MILLI - 1;
        assertThat(bucket.take(now).allowed()).isFalse();
        assertThat(bucket.take(now).waitNanos()).isEqualTo(1);
        now += 1;
        assertThat(bucket.take(now).allowed()).isTrue();
        assertThat(bucket.take(now).allowed()).isFalse();
    }

    @Test
    void aRefusedCallCostsNothing() {
        drain();
        for (int i = 0; i < 1_000; i++) {
            bucket.take(now);
        }
        now += 100 * MILLI;
        assertThat(bucket.take(now).allowed()).isTrue();
    }

    @Test
    void savesNoMoreThanTheBurstHoweverLongItRests() {
        now += 3_600 * SECOND;
        drain();
        assertThat(bucket.take(now).allowed()).isFalse();
    }

    @Test
    void keepsTheRateInTheLongRun() {
        int taken = 0;
        for (int step = 0; step < 10_000; step++) { // ten seconds in milliseconds
            taken += bucket.take(now).allowed() ? 1 : 0;
            now += MILLI;
        }
        assertThat(taken).isEqualTo(3 + 99);
    }

    @Test
    void manyThreadsTogetherGetNoMoreThanOne() {
        TokenBucket shared = new TokenBucket(new RateLimit(1, 500), now);
        AtomicInteger taken = new AtomicInteger();
        IntStream.range(0, 4_000).parallel().forEach(i -> {
            if (shared.take(now).allowed()) {
                taken.incrementAndGet();
            }
        });
        assertThat(taken).hasValue(500);
    }

    private void drain() {
        for (int i = 0; i < 3; i++) {
            assertThat(bucket.take(now).allowed()).isTrue();
        }
    }
}
