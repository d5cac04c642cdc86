package org.attune.learning.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.attune.history.History;
import org.attune.learning.EngineVariant;
import org.attune.learning.Reign;
import org.attune.learning.engine.LearningEngine;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Which engine decides at which place of the log. A promotion takes a place among the answers, so whoever has learned the log up
 * to a position knows whose turn it is there.
 */
@Component
public class Succession {

    private final JdbcTemplate jdbc;
    private final History history;
    private final Clock clock;
    private volatile List<Reign> known = List.of();
    private volatile long knownTo = -1;

    Succession(JdbcTemplate jdbc, History history, Clock clock) {
        this.jdbc = jdbc;
        this.history = history;
        this.clock = clock;
    }

    /** Sees to it that the engine in charge is what its name means in this version of Attune; notes it when that is new. */
    void open() {
        List<Reign> all = read();
        if (all.isEmpty()) {
            // Before this was noted, decisions may have been scored by engines that are no more.
            boolean older = Boolean.TRUE.equals(jdbc.queryForObject(
                    "SELECT EXISTS (SELECT 1 FROM learning_snapshot WHERE format <> ?)",
                    Boolean.class,
                    LearningEngine.FORMAT));
            long from = older ? history.position() : 0;
            jdbc.update(
                    "INSERT INTO learning_champion (position, engine, format, settings, at, who) VALUES (?, ?, ?, ?, ?, ?)"
                            + " ON CONFLICT DO NOTHING",
                    values(from, EngineVariant.STANDARD, "attune"));
        } else {
            Reign last = all.getLast();
            EngineVariant now = EngineVariant.of(last.engine()).orElse(EngineVariant.STANDARD);
            if (!runs(last)) {
                history.mark(position -> write(position, now, "attune"));
            }
        }
        known = read();
    }

    /** Puts an engine in charge from a place of the log on that was taken for it, see {@link History#mark}. */
    public void write(long position, EngineVariant engine, String who) {
        jdbc.update(
                "INSERT INTO learning_champion (position, engine, format, settings, at, who) VALUES (?, ?, ?, ?, ?, ?)",
                values(position, engine, who));
    }

    private Object[] values(long position, EngineVariant engine, String who) {
        return new Object[] {
            position,
            engine.key(),
            LearningEngine.FORMAT,
            engine.settings().toString(),
            clock.instant().atOffset(ZoneOffset.UTC),
            who
        };
    }

    /** Who was crowned after a position, up to and with another, in order. */
    List<Reign> between(long after, long to) {
        List<Reign> all = read();
        known = all;
        return all.stream()
                .filter(each -> each.position() > after && each.position() <= to)
                .toList();
    }

    /** Everybody so far, oldest first. */
    public List<Reign> all() {
        return read();
    }

    /**
     * Whose turn it was at a position.
     *
     * @throws IllegalArgumentException it was before this was noted
     */
    public Reign at(long position) {
        if (position > knownTo) {
            long head = history.position();
            known = read();
            knownTo = head;
        }
        return known.stream()
                .filter(each -> each.position() <= position)
                .reduce((earlier, later) -> later)
                .orElseThrow(() -> new IllegalArgumentException("Nobody noted which engine decided at " + position));
    }

    /** Whether this version of Attune computes as the engine of a reign did. */
    public static boolean runs(Reign reign) {
        return reign.format() == LearningEngine.FORMAT
                && EngineVariant.of(reign.engine())
                        .filter(each -> each.settings().toString().equals(reign.settings()))
                        .isPresent();
    }

    private List<Reign> read() {
        return jdbc.query("SELECT * FROM learning_champion ORDER BY position", (row, i) -> reign(row));
    }

    private static Reign reign(ResultSet row) throws SQLException {
        return new Reign(
                row.getLong("position"),
                row.getString("engine"),
                row.getInt("format"),
                row.getString("settings"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getString("who"));
    }
}
