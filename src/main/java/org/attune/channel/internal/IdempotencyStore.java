package org.attune.channel.internal;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Keeps the replies to requests that carried an idempotency key, for a day. */
@Component
class IdempotencyStore {
    private static final Logger LOG = LoggerFactory.getLogger(IdempotencyStore.class);
    private static final Duration KEPT = Duration.ofHours(24);
    /** After so long a request without a reply is taken for dead (the process was killed) and may run again. */
    private static final Duration DEAD = Duration.ofMinutes(1);

    private final JdbcClient jdbc;
    private final Clock clock;

    IdempotencyStore(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** A client's key and the request it came with. */
    record Claim(String client, String key, String fingerprint) {}

    /** A reply as it was sent. */
    record Reply(
            int status,
            @Nullable String contentType,
            @Nullable String location,
            byte[] body) {}

    /** What is known of a key. */
    sealed interface Entry {}

    /** Nobody used the key: the caller runs the request, then keeps or releases. */
    record Mine() implements Entry {}

    /** The request was answered before. */
    record Kept(Reply reply) implements Entry {}

    /** The key belongs to a different request. */
    record OtherRequest() implements Entry {}

    /** The same request is running right now. */
    record Busy() implements Entry {}

    /** Takes a key, or says what is there. Of any number of simultaneous callers exactly one gets {@link Mine}. */
    Entry claim(Claim claim) {
        Instant now = clock.instant();
        int taken = jdbc.sql("""
                        INSERT INTO channel_idempotency AS old (client, key, fingerprint, created_at)
                        VALUES (:client, :key, :fingerprint, :now)
                        ON CONFLICT (client, key) DO UPDATE
                        SET fingerprint = excluded.fingerprint, created_at = excluded.created_at,
                            status = NULL, content_type = NULL, location = NULL, body = NULL
                        WHERE old.created_at < :expired OR (old.status IS NULL AND old.created_at < :dead)
                        """)
                .param("client", claim.client())
                .param("key", claim.key())
                .param("fingerprint", claim.fingerprint())
                .param("now", Timestamp.from(now))
                .param("expired", Timestamp.from(now.minus(KEPT)))
                .param("dead", Timestamp.from(now.minus(DEAD)))
                .update();
        return taken == 1 ? new Mine() : existing(claim);
    }

    private Entry existing(Claim claim) {
        return jdbc.sql("""
                        SELECT fingerprint, status, content_type, location, body FROM channel_idempotency
                        WHERE client = :client AND key = :key
                        """)
                .param("client", claim.client())
                .param("key", claim.key())
                .query((row, number) -> {
                    if (!row.getString("fingerprint").equals(claim.fingerprint())) {
                        return new OtherRequest();
                    }
                    int status = row.getInt("status");
                    return row.wasNull()
                            ? new Busy()
                            : (Entry) new Kept(new Reply(
                                    status,
                                    row.getString("content_type"),
                                    row.getString("location"),
                                    row.getBytes("body")));
                })
                .optional()
                .orElseGet(Busy::new); // released between the two statements: the client asks again
    }

    /** Keeps the reply of a request that succeeded; false when the database is away (the reply is sent all the same). */
    boolean keep(Claim claim, Reply reply) {
        return quietly(() -> jdbc.sql("""
                        UPDATE channel_idempotency
                        SET status = :status, content_type = :type, location = :location, body = :body
                        WHERE client = :client AND key = :key
                        """)
                .param("status", reply.status())
                .param("type", reply.contentType())
                .param("location", reply.location())
                .param("body", reply.body())
                .param("client", claim.client())
                .param("key", claim.key())
                .update());
    }

    /** Frees the key of a request that failed. Without a database it frees itself after a minute. */
    void release(Claim claim) {
        quietly(() -> jdbc.sql(
                        "DELETE FROM channel_idempotency WHERE client = :client AND key = :key AND status IS NULL")
                .param("client", claim.client())
                .param("key", claim.key())
                .update());
    }

    @Scheduled(initialDelay = 10 * 60_000, fixedDelay = 60 * 60_000)
    void forgetOld() {
        quietly(() -> jdbc.sql("DELETE FROM channel_idempotency WHERE created_at < :expired")
                .param("expired", Timestamp.from(clock.instant().minus(KEPT)))
                .update());
    }

    private static boolean quietly(IntSupplier statement) {
        try {
            statement.getAsInt();
            return true;
        } catch (DataAccessException e) {
            LOG.warn("idempotency keys cannot be written: {}", e.getMessage());
            return false;
        }
    }
}
