package org.attune.learning.internal;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.attune.history.History;
import org.attune.kernel.Ids;
import org.attune.learning.engine.EngineSettings;
import org.attune.learning.engine.LearningEngine;
import org.attune.learning.internal.Checkpoints.Checkpoint;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Copies of the engine in the database, to start from. */
@Component
class SnapshotStore {

    /** Copies that are kept, the newest. */
    static final int KEPT = 5;

    private static final Logger LOG = LoggerFactory.getLogger(SnapshotStore.class);

    /** Copies of an engine that computed in another way are passed over. */
    private static final int FORMAT = LearningEngine.FORMAT;

    private static final String SETTINGS = EngineSettings.defaults().toString();

    private final JdbcTemplate jdbc;
    private final History history;
    private final Clock clock;

    SnapshotStore(JdbcTemplate jdbc, History history, Clock clock) {
        this.jdbc = jdbc;
        this.history = history;
        this.clock = clock;
    }

    /** Keeps a copy; another node may have kept the same. */
    void save(Checkpoint copy) {
        jdbc.update(
                """
                INSERT INTO learning_snapshot (id, position, format, sha256, settings, created_at, bytes)
                VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING
                """,
                Ids.next(),
                copy.position(),
                FORMAT,
                sha256(copy.bytes()),
                SETTINGS,
                clock.instant().atOffset(ZoneOffset.UTC),
                copy.bytes());
        jdbc.update(
                "DELETE FROM learning_snapshot WHERE id NOT IN"
                        + " (SELECT id FROM learning_snapshot ORDER BY position DESC, created_at DESC LIMIT ?)",
                KEPT);
    }

    /**
     * The newest copy from before a position that is whole, was made with today's settings, and knows no answer that was
     * taken back later.
     */
    Optional<Checkpoint> newestBefore(long position) {
        List<Row> rows = jdbc.query(
                """
                SELECT id, position, sha256 FROM learning_snapshot
                WHERE position < ? AND format = ? AND settings = ? ORDER BY position DESC
                """,
                (row, i) -> new Row(row.getObject("id", UUID.class), row.getLong("position"), row.getString("sha256")),
                position,
                FORMAT,
                SETTINGS);
        return rows.stream()
                .filter(this::stillTrue)
                .flatMap(row -> load(row).stream())
                .findFirst();
    }

    private boolean stillTrue(Row row) {
        return history.reversals(row.position()).stream()
                .noneMatch(reversal -> Lessons.unteaches(reversal) && reversal.reverses() <= row.position());
    }

    private Optional<Checkpoint> load(Row row) {
        List<byte[]> found =
                jdbc.queryForList("SELECT bytes FROM learning_snapshot WHERE id = ?", byte[].class, row.id());
        for (byte[] bytes : found) {
            Checkpoint copy = new Checkpoint(row.position(), bytes);
            if (whole(copy, row.sha256())) {
                return Optional.of(copy);
            }
            LOG.warn("The stored models at position {} cannot be read; using older ones", row.position());
        }
        return Optional.empty();
    }

    private static boolean whole(Checkpoint copy, String sha256) {
        try {
            return sha256(copy.bytes()).equals(sha256)
                    && copy.engine().settings().equals(EngineSettings.defaults());
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    private record Row(UUID id, long position, String sha256) {}
}
