package org.attune.history.internal;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.attune.history.ActionFigures;
import org.attune.history.CareFigures;
import org.attune.history.Comparisons;
import org.attune.history.DayFigures;
import org.attune.history.DecisionLine;
import org.attune.history.DecisionMoment;
import org.attune.history.DecisionPace;
import org.attune.history.FigureFilter;
import org.attune.kernel.Channel;
import org.attune.kernel.CustomerId;
import org.attune.kernel.DecisionId;
import org.attune.kernel.InvalidException;
import org.attune.kernel.Outcome;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** The queries behind the figures. */
@Component
public class FigureQueries {

    private static final String MAIN = "o.arm <> 'control'";
    private static final String CONTROL = "o.arm = 'control'";
    private static final String IMPORT = "o.arm = 'import'";
    static final String PRESENTED = "o.presented_at IS NOT NULL";
    /** A cancelled acceptance counts no more. */
    static final String ACCEPTED = "o.state IN ('accepted', 'fulfilled')";

    private static final String HELP = "o.issue NOT IN ('sales', 'collections')";

    /** What each column counts, among offers that were shown: the one place that says so. */
    private static final Map<String, String> COLUMNS = Map.ofEntries(
            Map.entry("shown", MAIN),
            Map.entry("presented", MAIN + " AND " + PRESENTED),
            Map.entry("accepted", MAIN + " AND " + ACCEPTED),
            Map.entry("declined", MAIN + " AND o.state = 'declined'"),
            Map.entry("notNow", MAIN + " AND o.state = 'not-now'"),
            Map.entry("notOffered", MAIN + " AND o.state = 'not-offered'"),
            Map.entry("fulfilled", MAIN + " AND o.state = 'fulfilled'"),
            Map.entry("controlPresented", CONTROL + " AND " + PRESENTED),
            Map.entry("controlAccepted", CONTROL + " AND " + ACCEPTED),
            Map.entry("importedShown", IMPORT),
            Map.entry("importedPresented", IMPORT + " AND " + PRESENTED),
            Map.entry("importedAccepted", IMPORT + " AND " + ACCEPTED));

    private final JdbcTemplate jdbc;

    FigureQueries(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    public DecisionPace pace(Instant since) {
        return jdbc.queryForObject(
                "SELECT count(*), percentile_cont(ARRAY[0.5, 0.99]::float8[]) WITHIN GROUP (ORDER BY took_micros)"
                        + " FROM history_decision WHERE at > ? AND arm <> 'import'",
                (row, n) -> {
                    Array found = row.getArray(2);
                    Object[] micros = found == null ? new Object[] {null, null} : (Object[]) found.getArray();
                    return new DecisionPace(row.getLong(1), millis(micros[0]), millis(micros[1]));
                },
                Timestamp.from(since));
    }

    private static double millis(@Nullable Object micros) {
        return micros instanceof Number number ? number.doubleValue() / 1000 : Double.NaN;
    }

    /** Counts per action, and how each compares with control. */
    public List<ActionFigures> actions(FigureFilter filter, Comparisons compared) {
        Where where = new Where(filter).and("o.shown_at IS NOT NULL");
        StringBuilder counts = new StringBuilder();
        COLUMNS.forEach((column, condition) -> counts.append(", count(*) FILTER (WHERE ")
                .append(condition)
                .append(") AS \"")
                .append(column)
                .append('"'));
        return jdbc.query(
                "SELECT o.action, max(o.issue) AS issue" + counts + " FROM history_offer o" + where
                        + " GROUP BY o.action ORDER BY o.action COLLATE \"C\"",
                (row, i) -> new ActionFigures(
                        row.getString("action"),
                        row.getString("issue"),
                        row.getLong("shown"),
                        row.getLong("presented"),
                        row.getLong("accepted"),
                        row.getLong("declined"),
                        row.getLong("notNow"),
                        row.getLong("notOffered"),
                        row.getLong("fulfilled"),
                        new ActionFigures.Control(row.getLong("controlPresented"), row.getLong("controlAccepted")),
                        new ActionFigures.Imported(
                                row.getLong("importedShown"),
                                row.getLong("importedPresented"),
                                row.getLong("importedAccepted")),
                        compared.action(row.getString("action"))),
                where.values());
    }

    /** The offers behind a count. */
    public List<DecisionLine> behind(
            FigureFilter filter, @Nullable String action, String column, int offset, int limit) {
        String condition = COLUMNS.get(column);
        if (condition == null) {
            throw new InvalidException("column", "'" + column + "' is no column of the figures.");
        }
        Where where = new Where(filter).and("o.shown_at IS NOT NULL").and(condition);
        if (action != null) {
            where.and("o.action = ?", action);
        }
        return jdbc.query(
                "SELECT o.*, d.reason, d.revision FROM history_offer o JOIN history_decision d ON d.id = o.decision_id"
                        + where + " ORDER BY o.at DESC, o.decision_id DESC, o.rank, o.action LIMIT ? OFFSET ?",
                (row, i) -> new DecisionLine(
                        new DecisionId(row.getObject("decision_id", UUID.class)),
                        new CustomerId(row.getObject("customer_id", UUID.class)),
                        LogReader.instant(row, "at"),
                        Channel.of(row.getString("channel")),
                        row.getString("reason"),
                        row.getLong("revision"),
                        row.getString("arm"),
                        row.getString("action"),
                        row.getInt("rank"),
                        row.getDouble("propensity"),
                        Outcome.of(row.getString("state"))),
                where.values(limit, offset));
    }

    /** Decisions taken by Attune itself. */
    public long decisions(FigureFilter filter, boolean guardedOnly) {
        Where where = new Where(filter).and("o.arm <> 'import'");
        if (guardedOnly) {
            where.and("o.guarded");
        }
        Long count = jdbc.queryForObject("SELECT count(*) FROM history_decision o" + where, Long.class, where.values());
        return count == null ? 0 : count;
    }

    /** The latest decisions taken by Attune itself. */
    public List<DecisionMoment> latest(FigureFilter filter, int limit) {
        Where where = new Where(filter).and("o.arm <> 'import'");
        return jdbc.query(
                "SELECT o.id, o.at FROM history_decision o" + where + " ORDER BY o.at DESC, o.id DESC LIMIT ?",
                (row, i) -> new DecisionMoment(
                        new DecisionId(row.getObject("id", UUID.class)), LogReader.instant(row, "at")),
                where.values(limit));
    }

    /** Help that reached protected customers and others. */
    public CareFigures care(FigureFilter filter) {
        Where where = new Where(filter)
                .and("o.shown_at IS NOT NULL")
                .and("o.arm = 'main'")
                .and("o.action <> 'none'");
        Map<Boolean, CareFigures.Side> sides = new HashMap<>();
        long[] sold = {0};
        jdbc.query(
                "SELECT d.guarded, count(DISTINCT o.decision_id) AS decisions, count(DISTINCT o.decision_id) FILTER (WHERE "
                        + HELP + ") AS helped, count(*) FILTER (WHERE " + HELP + " AND " + PRESENTED
                        + ") AS presented, count(*) FILTER (WHERE " + HELP + " AND " + ACCEPTED
                        + ") AS accepted, count(*) FILTER (WHERE o.issue = 'sales') AS sold"
                        + " FROM history_offer o JOIN history_decision d ON d.id = o.decision_id" + where
                        + " GROUP BY d.guarded",
                (ResultSet row) -> {
                    sides.put(
                            row.getBoolean("guarded"),
                            new CareFigures.Side(
                                    row.getLong("decisions"),
                                    row.getLong("helped"),
                                    row.getLong("presented"),
                                    row.getLong("accepted")));
                    sold[0] = row.getBoolean("guarded") ? row.getLong("sold") : sold[0];
                },
                where.values());
        CareFigures.Side nobody = new CareFigures.Side(0, 0, 0, 0);
        return new CareFigures(sides.getOrDefault(true, nobody), sides.getOrDefault(false, nobody), sold[0]);
    }

    /** Presented and accepted per day. */
    public List<DayFigures> daily(FigureFilter filter, @Nullable String action) {
        Where where = new Where(filter).and("o.shown_at IS NOT NULL").and(MAIN).and(PRESENTED);
        if (action != null) {
            where.and("o.action = ?", action);
        }
        return jdbc.query(
                "SELECT (o.at AT TIME ZONE ?)::date AS day, count(*) AS presented, count(*) FILTER (WHERE " + ACCEPTED
                        + ") AS accepted FROM history_offer o" + where + " GROUP BY day ORDER BY day",
                (row, i) -> new DayFigures(
                        row.getObject("day", LocalDate.class), row.getLong("presented"), row.getLong("accepted")),
                where.valuesAfter(filter.zone().getId()));
    }

    /** Grows a condition together with its values. Both tables call the decision's time {@code at}, and are named o. */
    static final class Where {
        private final StringBuilder text = new StringBuilder(" WHERE true");
        private final List<Object> values = new ArrayList<>();

        Where(FigureFilter filter) {
            ZoneId zone = filter.zone();
            LocalDate from = filter.from();
            LocalDate to = filter.to();
            Channel channel = filter.channel();
            if (from != null) {
                and("o.at >= ?", DecisionStore.timestamp(from.atStartOfDay(zone).toInstant()));
            }
            if (to != null) {
                and(
                        "o.at < ?",
                        DecisionStore.timestamp(
                                to.plusDays(1).atStartOfDay(zone).toInstant()));
            }
            if (channel != null) {
                and("o.channel = ?", channel.key());
            }
        }

        Where and(String condition, Object... more) {
            text.append(" AND ").append(condition);
            values.addAll(List.of(more));
            return this;
        }

        Object[] values(Object... last) {
            List<Object> all = new ArrayList<>(values);
            all.addAll(List.of(last));
            return all.toArray();
        }

        Object[] valuesAfter(Object... first) {
            List<Object> all = new ArrayList<>(List.of(first));
            all.addAll(values);
            return all.toArray();
        }

        @Override
        public String toString() {
            return text.toString();
        }
    }
}
