package org.attune.access;

import java.util.concurrent.atomic.AtomicLong;

/**
 * A leaky bucket as a meter, in the form of the generic cell rate algorithm (ITU-T I.371): one number holds when the bucket
 * will be empty again, so that a call costs one compare-and-set and no timer.
 */
public final class TokenBucket {
    private static final long SECOND = 1_000_000_000L;

    private final RateLimit limit;
    private final long interval;
    private final long depth;
    private final AtomicLong emptyAt;

    /** @param now nanoseconds of a clock that never goes back */
    public TokenBucket(RateLimit limit, long now) {
        this.limit = limit;
        this.interval = SECOND / limit.perSecond();
        this.depth = interval * limit.burst();
        this.emptyAt = new AtomicLong(now);
    }

    /**
     * What became of a call.
     *
     * @param remaining calls that could follow at once
     * @param waitNanos until one more call is taken, 0 when this one was
     * @param fullNanos until the whole burst is there again
     */
    public record Taken(boolean allowed, long remaining, long waitNanos, long fullNanos) {}

    /** What it was made for. */
    public RateLimit limit() {
        return limit;
    }

    /**
     * Counts a call, if it may be made.
     *
     * @param now nanoseconds of the same clock
     */
    public Taken take(long now) {
        while (true) {
            long old = emptyAt.get();
            long level = Math.max(0, old - now);
            if (level + interval > depth) {
                return new Taken(false, 0, level + interval - depth, level);
            }
            long next = level + interval;
            if (emptyAt.compareAndSet(old, now + next)) {
                return new Taken(true, (depth - next) / interval, 0, next);
            }
        }
    }
}
