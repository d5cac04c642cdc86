package org.attune.access.internal;

import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.attune.access.ApiClient;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * The tokens that are good, held in memory: a call costs one hash and one look-up. Forgotten when a client changes here, and
 * read again every two seconds for what other nodes changed.
 */
@Component
public class KnownTokens {
    private static final Logger LOG = LoggerFactory.getLogger(KnownTokens.class);
    private static final long FRESH_NANOS = 2_000_000_000L;

    private final ClientStore store;
    private final Clock clock;
    private final Map<UUID, Instant> used = new ConcurrentHashMap<>();
    private final AtomicBoolean reading = new AtomicBoolean();
    private volatile @Nullable Snapshot snapshot;
    private volatile long generation;

    KnownTokens(ClientStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /** The enabled client that owns the token, or null. */
    public @Nullable ApiClient owner(String token) {
        Known found = current().tokens().get(TokenHash.of(token));
        if (found == null) {
            return null;
        }
        Instant now = clock.instant();
        if (found.until() != null && !now.isBefore(found.until())) {
            return null;
        }
        used.put(found.client().id(), now);
        return found.client();
    }

    /** Forgets everything, for the running change now and for everybody when it is over; tells when it came true. */
    public void forgetAndTell(Runnable tell) {
        forget();
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            tell.run();
            return;
        }
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCompletion(int status) {
                forget();
                if (status == STATUS_COMMITTED) {
                    tell.run();
                }
            }
        });
    }

    private synchronized void forget() {
        generation++;
        snapshot = null;
    }

    private Snapshot current() {
        Snapshot known = snapshot;
        if (known == null) {
            return read();
        }
        // One caller reads again, the others go on with what is known.
        if (System.nanoTime() - known.readAt() > FRESH_NANOS && reading.compareAndSet(false, true)) {
            try {
                return read();
            } catch (DataAccessException e) {
                return known; // the database is away: whatever the call is about will say so
            } finally {
                reading.set(false);
            }
        }
        return known;
    }

    private Snapshot read() {
        long seen = generation;
        Map<TokenHash, Known> tokens = new HashMap<>();
        store.eachToken((hash, until, client) -> tokens.put(TokenHash.ofBytes(hash), new Known(client, until)));
        Snapshot read = new Snapshot(tokens, System.nanoTime());
        synchronized (this) {
            if (generation == seen) { // what was read before a change must not outlive it
                snapshot = read;
            }
        }
        return read;
    }

    @Scheduled(initialDelay = 60_000, fixedDelay = 60_000)
    void writeLastUse() {
        Map<UUID, Instant> latest = Map.copyOf(used);
        try {
            store.used(latest);
            latest.forEach(used::remove);
        } catch (DataAccessException e) {
            LOG.warn("last use of API clients cannot be written: {}", e.getMessage());
        }
    }

    private record Known(ApiClient client, @Nullable Instant until) {}

    private record Snapshot(Map<TokenHash, Known> tokens, long readAt) {}
}
