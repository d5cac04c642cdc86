package org.attune.history.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.attune.history.Comparison;
import org.attune.history.Comparisons;
import org.attune.history.FigureFilter;
import org.attune.history.Served;
import org.attune.history.Trial;
import org.attune.history.engine.Sums;
import org.attune.history.internal.FigureQueries.Where;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * The queries that set the main arm against control. Protected customers are never in the control group, so both sides leave them out;
 * observations are summed up by customer, since a customer's answers are alike.
 */
@Component
public class EvidenceQueries {
    private static final String COMPARABLE = "o.arm IN ('main', 'control')";

    /** From rows (arm, key, n, y, y2), one a customer: n observations, their sum, the sum of their squares, how many are above 0. */
    private static final String SUMS =
            "count(*) AS customers, sum(n) AS units, sum(y) AS total, sum(y2) AS unit_squares,"
                    + " sum(y::float8 * y) AS squares, sum(y::float8 * n) AS products, sum(n::float8 * n) AS count_squares,"
                    + " count(*) FILTER (WHERE hits > 0) AS with_some, count(*) FILTER (WHERE hits < n) AS with_none";

    private final JdbcTemplate jdbc;
    private final SituationReader situations;

    EvidenceQueries(JdbcTemplate jdbc, SituationReader situations) {
        this.jdbc = jdbc;
        this.situations = situations;
    }

    /** What the latest decisions of the main arm had to propose. */
    public List<Served> served(FigureFilter filter, int limit) {
        Where where = new Where(filter).and("o.arm = 'main'");
        return jdbc.query(
                """
                SELECT d.packed, d.situation, (SELECT coalesce(max(propensity), 0) FROM history_offer f
                    WHERE f.decision_id = d.id AND f.rank > 0) AS best
                FROM (SELECT o.id, o.packed, o.situation FROM history_decision o %s ORDER BY o.at DESC LIMIT ?) d
                """.formatted(where),
                (row, i) -> new Served(situations.read(row), row.getDouble("best")),
                where.values(limit));
    }

    /**
     * Accepted of presented.
     *
     * @param apart actions that do not compete with others: left out of sums over actions
     */
    public Comparisons comparisons(FigureFilter filter, Collection<String> apart) {
        Where where = new Where(filter)
                .and("o.shown_at IS NOT NULL")
                .and(COMPARABLE)
                .and(FigureQueries.PRESENTED)
                .and("NOT d.guarded");
        String sql = """
                WITH heard AS MATERIALIZED (
                    SELECT o.arm, o.action, o.issue, o.customer_id, count(*) AS n, count(*) FILTER (WHERE %s) AS y
                    FROM history_offer o JOIN history_decision d ON d.id = o.decision_id %s
                    GROUP BY o.arm, o.action, o.issue, o.customer_id),
                levelled AS (
                    SELECT arm, 'action' AS level, action AS key, customer_id, n, y FROM heard
                    UNION ALL SELECT arm, 'issue', issue, customer_id, n, y FROM heard WHERE action <> ALL (?::text[])
                    UNION ALL SELECT arm, 'all', '', customer_id, n, y FROM heard WHERE action <> ALL (?::text[])),
                each AS (
                    SELECT arm, level, key, customer_id, sum(n) AS n, sum(y) AS y, sum(y) AS y2, sum(y) AS hits
                    FROM levelled GROUP BY arm, level, key, customer_id)
                SELECT arm, level, key, %s FROM each GROUP BY arm, level, key
                """.formatted(FigureQueries.ACCEPTED, where, SUMS);
        String[] names = apart.toArray(String[]::new);
        Map<String, Map<String, Map<String, Sums>>> found = new HashMap<>();
        jdbc.query(
                sql,
                row -> {
                    found.computeIfAbsent(row.getString("level"), level -> new TreeMap<>())
                            .computeIfAbsent(row.getString("key"), key -> new HashMap<>())
                            .put(row.getString("arm"), sums(row));
                },
                where.values(names, names));
        return new Comparisons(
                of(found.getOrDefault("all", Map.of()).getOrDefault("", Map.of())),
                all(found.getOrDefault("issue", Map.of())),
                all(found.getOrDefault("action", Map.of())));
    }

    /**
     * The running experiment by conversation.
     *
     * @param apart actions that do not compete
     * @param worth value of an acceptance by action; 0 for what is not named
     */
    public Trial trial(FigureFilter filter, Collection<String> apart, Map<String, Double> worth) {
        Where where = new Where(filter).and(COMPARABLE).and("NOT o.guarded");
        Where offers = new Where(filter)
                .and("o.shown_at IS NOT NULL")
                .and(COMPARABLE)
                .and("NOT d.guarded")
                .and("o.action <> ALL (?::text[])", (Object) apart.toArray(String[]::new));
        Map<String, Map<String, Sums>> found = new HashMap<>();
        Instant[] since = {null};
        String conversations = """
                WITH worth AS (SELECT * FROM unnest(?::text[], ?::float8[]) AS w (action, points)),
                talk AS (
                    SELECT o.arm, o.customer_id, coalesce(o.interaction_id, o.id) AS talk, min(o.at) AS at,
                        (count(f.action) > 0)::int AS yes, coalesce(sum(w.points), 0) AS points
                    FROM history_decision o
                    LEFT JOIN history_offer f ON f.decision_id = o.id AND f.state IN ('accepted', 'fulfilled')
                        AND f.action <> ALL (?::text[])
                    LEFT JOIN worth w ON w.action = f.action %s
                    GROUP BY o.arm, o.customer_id, talk),
                levelled AS (
                    SELECT arm, 'accepted' AS level, customer_id, count(*) AS n, sum(yes) AS y, sum(yes) AS y2,
                        sum(yes) AS hits, min(at) AS at
                    FROM talk GROUP BY arm, customer_id
                    UNION ALL
                    SELECT arm, 'worth', customer_id, count(*), sum(points), sum(points * points),
                        count(*) FILTER (WHERE points > 0), min(at)
                    FROM talk GROUP BY arm, customer_id)
                SELECT arm, level, min(at) AS since, %s FROM levelled GROUP BY arm, level
                """.formatted(where, SUMS);
        jdbc.query(
                conversations,
                row -> {
                    found.computeIfAbsent(row.getString("level"), level -> new HashMap<>())
                            .put(row.getString("arm"), sums(row));
                    Instant first = row.getObject("since", OffsetDateTime.class).toInstant();
                    since[0] = since[0] == null || first.isBefore(since[0]) ? first : since[0];
                },
                parameters(worth, apart, where));
        String said = """
                SELECT arm, %s FROM (
                    SELECT o.arm, o.customer_id, count(*) AS n, count(*) FILTER (WHERE %2$s) AS y,
                        count(*) FILTER (WHERE %2$s) AS y2, count(*) FILTER (WHERE %2$s) AS hits
                    FROM history_offer o JOIN history_decision d ON d.id = o.decision_id %3$s
                    GROUP BY o.arm, o.customer_id) AS each
                GROUP BY arm
                """.formatted(SUMS, FigureQueries.PRESENTED, offers);
        Map<String, Sums> spoken = new HashMap<>();
        jdbc.query(
                said,
                row -> {
                    spoken.put(row.getString("arm"), sums(row));
                },
                offers.values());
        return new Trial(
                of(found.getOrDefault("accepted", Map.of())),
                of(found.getOrDefault("worth", Map.of())),
                of(spoken),
                since[0]);
    }

    private static Object[] parameters(Map<String, Double> worth, Collection<String> apart, Where where) {
        String[] actions = worth.keySet().toArray(String[]::new);
        double[] points = new double[actions.length];
        for (int i = 0; i < actions.length; i++) {
            points[i] = worth.getOrDefault(actions[i], 0.0);
        }
        return where.valuesAfter(actions, points, apart.toArray(String[]::new));
    }

    private static Map<String, Comparison> all(Map<String, Map<String, Sums>> byKey) {
        Map<String, Comparison> compared = new HashMap<>();
        byKey.forEach((key, arms) -> compared.put(key, of(arms)));
        return compared;
    }

    private static Comparison of(Map<String, Sums> arms) {
        return new Comparison(arms.getOrDefault("main", Sums.NONE), arms.getOrDefault("control", Sums.NONE));
    }

    private static Sums sums(ResultSet row) throws SQLException {
        return new Sums(
                row.getLong("customers"),
                row.getLong("units"),
                row.getDouble("total"),
                row.getDouble("unit_squares"),
                row.getDouble("squares"),
                row.getDouble("products"),
                row.getDouble("count_squares"),
                row.getLong("with_some"),
                row.getLong("with_none"));
    }
}
