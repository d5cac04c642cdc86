package org.attune.channel.webhook;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** The rows of the deliveries, which are also the queue: any number of nodes take from it, none takes what another has. */
@Repository
class DeliveryStore {
    private final JdbcTemplate jdbc;

    DeliveryStore(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** A delivery that was taken to be tried. */
    record Job(UUID event, UUID webhook, String url, String body, int attempt, Instant since) {}

    /** Webhooks that have something due. */
    List<UUID> due(Instant now) {
        return jdbc.queryForList("""
                SELECT id FROM channel_webhook w WHERE enabled AND EXISTS (
                    SELECT FROM channel_delivery d WHERE d.webhook = w.id AND d.state = 'waiting' AND d.next_at <= ?)""", UUID.class, Timestamp.from(now));
    }

    /** Takes some that are due; until the lease is over nobody else takes them. */
    List<Job> take(UUID webhook, int limit, Instant now, Duration lease) {
        return jdbc.query(
                """
                UPDATE channel_delivery d SET attempts = attempts + 1, next_at = ?, last_at = ?
                FROM channel_outbox o, channel_webhook w
                WHERE o.id = d.event AND w.id = d.webhook AND (d.webhook, d.event) IN (
                    SELECT webhook, event FROM channel_delivery
                    WHERE webhook = ? AND state = 'waiting' AND next_at <= ?
                    ORDER BY next_at LIMIT ? FOR UPDATE SKIP LOCKED)
                RETURNING d.event, d.webhook, w.url, o.body, d.attempts, d.since""",
                (row, number) -> new Job(
                        row.getObject("event", UUID.class),
                        row.getObject("webhook", UUID.class),
                        row.getString("url"),
                        row.getString("body"),
                        row.getInt("attempts"),
                        row.getTimestamp("since").toInstant()),
                Timestamp.from(now.plus(lease)),
                Timestamp.from(now),
                webhook,
                Timestamp.from(now),
                limit);
    }

    void delivered(Job job, int status, int millis) {
        jdbc.update("""
                UPDATE channel_delivery SET state = 'delivered', status = ?, error = NULL, millis = ?
                WHERE webhook = ? AND event = ?""", status, millis, job.webhook(), job.event());
    }

    /** Notes a failure; without a next time the delivery is dead. */
    void failed(Job job, @Nullable Integer status, String error, int millis, @Nullable Instant next) {
        jdbc.update(
                """
                UPDATE channel_delivery SET state = ?, status = ?, error = ?, millis = ?, next_at = coalesce(?, next_at)
                WHERE webhook = ? AND event = ? AND state = 'waiting'""",
                next == null ? "dead" : "waiting",
                status,
                error,
                millis,
                next == null ? null : Timestamp.from(next),
                job.webhook(),
                job.event());
    }

    /** Back to the start of its three days; false when there is no such delivery. */
    boolean resend(UUID webhook, UUID event, Instant now) {
        return jdbc.update("""
                        UPDATE channel_delivery SET state = 'waiting', attempts = 0, since = ?, next_at = ?
                        WHERE webhook = ? AND event = ?""", Timestamp.from(now), Timestamp.from(now), webhook, event) > 0;
    }

    /** The latest deliveries of a webhook, newest first. */
    List<Delivery> latest(UUID webhook, @Nullable String state, int limit) {
        return jdbc.query("""
                SELECT d.*, o.type, o.created_at FROM channel_delivery d JOIN channel_outbox o ON o.id = d.event
                WHERE d.webhook = ? AND (?::text IS NULL OR d.state = ?) ORDER BY d.event DESC LIMIT ?""", DeliveryStore::delivery, webhook, state, state, limit);
    }

    /** Facts that have been told to everybody and are old, or are older than anybody would ask for. */
    int forget(Instant toldBefore, Instant before) {
        return jdbc.update("""
                DELETE FROM channel_outbox o WHERE created_at < ? AND (created_at < ? OR NOT EXISTS (
                    SELECT FROM channel_delivery d WHERE d.event = o.id AND d.state <> 'delivered'))""", Timestamp.from(toldBefore), Timestamp.from(before));
    }

    private static Delivery delivery(ResultSet row, int number) throws SQLException {
        String state = row.getString("state");
        return new Delivery(
                row.getObject("event", UUID.class),
                row.getObject("webhook", UUID.class),
                row.getString("type"),
                state,
                row.getInt("attempts"),
                row.getTimestamp("created_at").toInstant(),
                WebhookStore.instant(row.getTimestamp("last_at")),
                state.equals("waiting") ? row.getTimestamp("next_at").toInstant() : null,
                row.getObject("status", Integer.class),
                row.getString("error"),
                row.getObject("millis", Integer.class));
    }
}
