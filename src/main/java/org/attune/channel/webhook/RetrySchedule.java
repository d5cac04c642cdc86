package org.attune.channel.webhook;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * When a delivery that failed is tried again: 5 s later, then three times as long each time up to 8 h, a fifth more or less so
 * that many do not come back together; after three days no more.
 */
final class RetrySchedule {
    static final Duration GIVE_UP = Duration.ofDays(3);
    private static final Duration FIRST = Duration.ofSeconds(5);
    private static final Duration LONGEST = Duration.ofHours(8);
    private static final Duration LONGEST_ASKED = Duration.ofHours(8);

    private RetrySchedule() {}

    /**
     * The time of the next attempt, or null when it is time to give up.
     *
     * @param since when it was first due
     * @param failures attempts that failed, at least 1
     * @param asked what the receiver asked for by Retry-After, null when it did not
     * @param random 0..1
     */
    static @Nullable Instant next(Instant since, Instant now, int failures, @Nullable Duration asked, double random) {
        double seconds = Math.min(LONGEST.toSeconds(), FIRST.toSeconds() * Math.pow(3, Math.min(failures - 1, 20)));
        Duration wait = Duration.ofMillis((long) (seconds * 1_000 * (0.8 + 0.4 * random)));
        if (asked != null && asked.compareTo(wait) > 0) {
            wait = asked.compareTo(LONGEST_ASKED) > 0 ? LONGEST_ASKED : asked;
        }
        Instant next = now.plus(wait);
        return next.isAfter(since.plus(GIVE_UP)) ? null : next;
    }
}
