package org.attune.channel.webhook;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** The rows of the webhooks. */
@Repository
class WebhookStore {
    private static final String SELECT = "SELECT * FROM channel_webhook ";

    private final JdbcTemplate jdbc;

    WebhookStore(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    List<Webhook> list() {
        return jdbc.query(SELECT + "ORDER BY created_at, id", WebhookStore::webhook);
    }

    Optional<Webhook> find(UUID id) {
        return jdbc.query(SELECT + "WHERE id = ?", WebhookStore::webhook, id).stream()
                .findFirst();
    }

    /** The secrets deliveries are signed with now, the newest first. */
    List<String> secrets(UUID id, Instant now) {
        return jdbc.query(
                """
                SELECT secret, CASE WHEN previous_until > ? THEN previous_secret END AS previous
                FROM channel_webhook WHERE id = ?""",
                row -> {
                    if (!row.next()) {
                        return List.of();
                    }
                    String previous = row.getString("previous");
                    return previous == null
                            ? List.of(row.getString("secret"))
                            : List.of(row.getString("secret"), previous);
                },
                Timestamp.from(now),
                id);
    }

    void insert(UUID id, WebhookDraft draft, String secret, String who, Instant now) {
        jdbc.update(
                """
                INSERT INTO channel_webhook (id, url, description, events, enabled, secret, created_by, created_at)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?)""",
                id,
                draft.url(),
                draft.description(),
                keys(draft.events()),
                draft.enabled(),
                secret,
                who,
                Timestamp.from(now));
    }

    /** False when the version is not the present one. */
    boolean change(UUID id, int version, WebhookDraft draft) {
        return jdbc.update("""
                        UPDATE channel_webhook SET url = ?, description = ?, events = ?, enabled = ?, note = '',
                            version = version + 1
                        WHERE id = ? AND version = ?""", draft.url(), draft.description(), keys(draft.events()), draft.enabled(), id, version)
                > 0;
    }

    void rotate(UUID id, String secret, Instant previousUntil) {
        jdbc.update("""
                UPDATE channel_webhook SET previous_secret = secret, previous_until = ?, secret = ?, version = version + 1
                WHERE id = ?""", Timestamp.from(previousUntil), secret, id);
    }

    /** Attune itself switches it off. */
    void switchOff(UUID id, String note) {
        jdbc.update(
                "UPDATE channel_webhook SET enabled = false, note = ?, version = version + 1 WHERE id = ?", note, id);
    }

    boolean delete(UUID id) {
        return jdbc.update("DELETE FROM channel_webhook WHERE id = ?", id) > 0;
    }

    /** The kinds of fact that somebody asks for. */
    Set<String> wanted() {
        return new HashSet<>(
                jdbc.queryForList("SELECT DISTINCT unnest(events) FROM channel_webhook WHERE enabled", String.class));
    }

    private static String[] keys(Collection<WebhookEvent> events) {
        return events.stream().sorted().map(WebhookEvent::key).toArray(String[]::new);
    }

    private static Webhook webhook(ResultSet row, int number) throws SQLException {
        Set<WebhookEvent> events = EnumSet.noneOf(WebhookEvent.class);
        for (String key : (String[]) row.getArray("events").getArray()) {
            Arrays.stream(WebhookEvent.values())
                    .filter(each -> each.key().equals(key))
                    .forEach(events::add);
        }
        return new Webhook(
                row.getObject("id", UUID.class),
                row.getString("url"),
                row.getString("description"),
                events,
                row.getBoolean("enabled"),
                row.getString("note"),
                row.getString("created_by"),
                row.getTimestamp("created_at").toInstant(),
                instant(row.getTimestamp("previous_until")),
                row.getInt("version"));
    }

    static @Nullable Instant instant(@Nullable Timestamp time) {
        return time == null ? null : time.toInstant();
    }
}
