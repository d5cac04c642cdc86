package org.attune.access.internal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * Slows down guessing: after five failures of one user name from one address each further try has to wait, longer each
 * time. Another address is not affected, so nobody can lock a colleague out. Kept in memory, bounded.
 */
class LoginThrottle {
    static final int FREE_TRIES = 5;
    private static final int CAPACITY = 10_000;
    private static final Duration LONGEST = Duration.ofMinutes(1);
    private static final Duration FORGET = Duration.ofMinutes(15);

    private final Clock clock;
    private final Map<String, Failures> failures = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Failures> eldest) {
            return size() > CAPACITY;
        }
    };

    LoginThrottle(Clock clock) {
        this.clock = clock;
    }

    /** How long this name has to wait at this address; zero when it may try now. */
    synchronized Duration wait(String username, String address) {
        Failures known = failures.get(key(username, address));
        if (known == null || known.count() < FREE_TRIES) {
            return Duration.ZERO;
        }
        long seconds = Math.min(LONGEST.toSeconds(), 1L << Math.min(known.count() - FREE_TRIES + 1, 6));
        Duration left = Duration.between(clock.instant(), known.last().plusSeconds(seconds));
        return left.isNegative() ? Duration.ZERO : left;
    }

    synchronized void failed(String username, String address) {
        Instant now = clock.instant();
        failures.merge(
                key(username, address),
                new Failures(1, now),
                (old, one) -> new Failures(old.last().plus(FORGET).isBefore(now) ? 1 : old.count() + 1, now));
    }

    synchronized void succeeded(String username, String address) {
        failures.remove(key(username, address));
    }

    synchronized int size() {
        return failures.size();
    }

    private static String key(String username, String address) {
        String name = username.strip().toLowerCase(Locale.ROOT);
        return name.substring(0, Math.min(name.length(), 64)) + '\n' + address;
    }

    private record Failures(int count, Instant last) {}
}
