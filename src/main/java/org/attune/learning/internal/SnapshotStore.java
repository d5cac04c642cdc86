package org.attune.learning.internal;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.LongPredicate;
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

    /** Copies that are always kept, the newest. */
    static final int KEPT = 5;

    /** Further copies, spread evenly over the log, for replays of what was decided long ago. */
    static final int SPREAD = 64;

    /** All copies together stay below this, or the spread ones become fewer. */
    private static final long MAX_BYTES = 1L << 30;

    private static final Logger LOG = LoggerFactory.getLogger(SnapshotStore.class);

    /** Copies of an engine that computed in another way are passed over. */
    private static final int FORMAT = LearningEngine.FORMAT;

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
                INSERT INTO learning_snapshot (id, position, format, sha256, settings, data_hash, created_at, bytes)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING
                """,
                Ids.next(),
                copy.position(),
                FORMAT,
                sha256(copy.bytes()),
                copy.settings().toString(),
                HexFormat.of().toHexDigits(copy.data()),
                clock.instant().atOffset(ZoneOffset.UTC),
                copy.bytes());
        thin(copy);
    }

    /**
     * Keeps the newest copies, and of the older ones the first in each of at most 64 equal stretches of the log; stretches
     * double as the log grows, so that what is kept stays and nothing must be made anew. Each setting has its own; copies in the
     * format of another version of Attune, which nobody can read any more, go.
     */
    private void thin(Checkpoint newest) {
        long most = Math.clamp(MAX_BYTES / Math.max(1, newest.bytes().length), 1, SPREAD);
        long stretch = SnapshotWriter.EVERY;
        while (newest.position() / stretch >= most) {
            stretch *= 2;
        }
        jdbc.update("""
                DELETE FROM learning_snapshot WHERE id IN (
                    SELECT id FROM (
                        SELECT id, format,
                            row_number() OVER (PARTITION BY format, settings ORDER BY position DESC, created_at DESC) AS age,
                            row_number() OVER (PARTITION BY format, settings, position / ? ORDER BY position) AS place
                        FROM learning_snapshot) AS copies
                    WHERE age > ? AND place > 1 OR format <> ?)
                """, stretch, KEPT, FORMAT);
    }

    /**
     * The newest copy from before a position that is whole, was made with these settings, and knows no answer that was
     * taken back later.
     */
    Optional<Checkpoint> newestBefore(EngineSettings settings, long position) {
        return newestOf(settings, 0, position - 1, from -> serves(from, Long.MAX_VALUE));
    }

    /** The newest copy between two positions, both included, that is whole, was made with these settings, and serves. */
    Optional<Checkpoint> newestOf(EngineSettings settings, long from, long to, LongPredicate serves) {
        List<Row> rows = jdbc.query(
                """
                SELECT id, position, sha256, data_hash FROM learning_snapshot
                WHERE position BETWEEN ? AND ? AND format = ? AND settings = ? ORDER BY position DESC
                """,
                (row, i) -> new Row(
                        row.getObject("id", UUID.class),
                        row.getLong("position"),
                        row.getString("sha256"),
                        row.getString("data_hash")),
                from,
                to,
                FORMAT,
                settings.toString());
        return rows.stream()
                .filter(row -> serves.test(row.position()))
                .flatMap(row -> load(row, settings).stream())
                .findFirst();
    }

    /** Whether the models at one position lead to those at another: nothing that they know is taken back in between. */
    boolean serves(long from, long to) {
        return history.reversals(from, to).stream()
                .noneMatch(reversal -> Lessons.unteaches(reversal) && reversal.reverses() <= from);
    }

    private Optional<Checkpoint> load(Row row, EngineSettings settings) {
        List<byte[]> found =
                jdbc.queryForList("SELECT bytes FROM learning_snapshot WHERE id = ?", byte[].class, row.id());
        for (byte[] bytes : found) {
            Checkpoint copy =
                    new Checkpoint(row.position(), HexFormat.fromHexDigitsToLong(row.dataHash()), settings, bytes);
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
                    && copy.engine().settings().equals(copy.settings());
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

    private record Row(UUID id, long position, String sha256, String dataHash) {}
}
