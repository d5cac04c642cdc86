package org.attune.strategy.internal;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.attune.strategy.RevisionInfo;
import org.attune.strategy.RevisionState;
import org.attune.strategy.RevisionStep;
import org.attune.strategy.StrategyDocument;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** Keeps revisions and which of them is live. The document of one that was ever live never changes. */
@Repository
public class RevisionStore {
    /** Channel of the database on which a switch is told to other nodes. */
    public static final String TOLD = "attune_strategy";

    private static final String INFO =
            "select number, state, created_at, created_by, note, base, proposed is not null from strategy_revision ";

    private final JdbcClient jdbc;
    private final JsonMapper json;

    RevisionStore(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /**
     * Which revision is live.
     *
     * @param number 0 when none is
     * @param turn grows by one with every switch
     */
    public record Pointer(long number, long turn) {}

    /** A revision that is not stored yet. */
    public record Draft(long number, RevisionState state, long base, StrategyDocument document, String note) {}

    /** The document of one revision. */
    public Optional<StrategyDocument> document(long number) {
        return jdbc.sql("select document from strategy_revision where number = ?")
                .param(number)
                .query((rs, i) -> json.readValue(rs.getString(1), StrategyDocument.class))
                .optional();
    }

    /** Which revision is live now. */
    public Pointer pointer() {
        return jdbc.sql("select revision, switch from strategy_live")
                .query((rs, i) -> new Pointer(rs.getLong(1), rs.getLong(2)))
                .optional()
                .orElse(new Pointer(0, 0));
    }

    /** Waits for its turn among those who change revisions; held until the transaction ends. */
    public void lock() {
        jdbc.sql("select pg_advisory_xact_lock(4711001)").query().singleRow();
    }

    /** A number that was never used. Only with the lock. */
    public long next() {
        return 1
                + jdbc.sql("select coalesce(max(number), 0) from strategy_revision")
                        .query(Long.class)
                        .single();
    }

    /** Stores a revision. */
    public void store(Draft draft, String who, Instant at) {
        jdbc.sql("""
                        insert into strategy_revision (number, state, base, document, note, created_by, created_at)
                        values (?, ?, ?, ?::json, ?, ?, ?)""")
                .params(
                        draft.number(),
                        draft.state().key(),
                        draft.base(),
                        json.writeValueAsString(draft.document()),
                        draft.note(),
                        who,
                        Timestamp.from(at))
                .update();
    }

    /** Puts another document in the place of a draft's. */
    public void rewrite(long number, StrategyDocument document) {
        jdbc.sql("update strategy_revision set document = ?::json where number = ? and state = 'draft'")
                .params(json.writeValueAsString(document), number)
                .update();
    }

    /** Puts the merged document in the place of the one that was asked for, which is kept beside it. */
    public void merge(long number, long base, StrategyDocument merged) {
        jdbc.sql("update strategy_revision set proposed = document, document = ?::json, base = ? where number = ?")
                .params(json.writeValueAsString(merged), base, number)
                .update();
    }

    /** Moves a revision on. */
    public void state(long number, RevisionState state) {
        jdbc.sql("update strategy_revision set state = ? where number = ?")
                .params(state.key(), number)
                .update();
    }

    /** Writes down what was done. */
    public void step(long number, RevisionStep step) {
        jdbc.sql("""
                        insert into strategy_step (revision, position, step, who, at, note)
                        select ?, coalesce(max(position), 0) + 1, ?, ?, ?, ? from strategy_step where revision = ?""")
                .params(number, step.kind().key(), step.who(), Timestamp.from(step.at()), step.note(), number)
                .update();
    }

    /** Makes a stored revision the live one, and tells other nodes when the transaction commits. Returns the turn. */
    public long point(long number) {
        long turn = jdbc.sql("""
                        insert into strategy_live (id, revision) values (true, ?)
                        on conflict (id) do update set revision = excluded.revision, switch = strategy_live.switch + 1
                        returning switch""").param(number).query(Long.class).single();
        jdbc.sql("select pg_notify(?, ?)")
                .params(TOLD, Long.toString(turn))
                .query()
                .singleRow();
        return turn;
    }

    /** One revision. */
    public Optional<RevisionInfo> info(long number) {
        return infos(INFO + "where number = ?", number).stream().findFirst();
    }

    /** Revisions below a number, newest first. */
    public List<RevisionInfo> latest(long below, int limit) {
        return infos(INFO + "where number < ? order by number desc limit ?", below, limit);
    }

    /** Change requests that have not come to their end, newest first. */
    public List<RevisionInfo> open() {
        return infos(INFO + "where state in ('draft', 'submitted', 'approved') order by number desc");
    }

    private List<RevisionInfo> infos(String sql, Object... values) {
        List<RevisionInfo> bare = jdbc.sql(sql)
                .params(values)
                .query((rs, i) -> new RevisionInfo(
                        rs.getLong(1),
                        RevisionState.of(rs.getString(2)),
                        rs.getTimestamp(3).toInstant(),
                        rs.getString(4),
                        rs.getString(5),
                        rs.getLong(6),
                        rs.getBoolean(7),
                        List.of()))
                .list();
        Map<Long, List<RevisionStep>> steps =
                steps(bare.stream().map(RevisionInfo::number).toList());
        List<RevisionInfo> whole = new ArrayList<>();
        for (RevisionInfo r : bare) {
            List<RevisionStep> own = steps.getOrDefault(r.number(), List.of());
            whole.add(new RevisionInfo(r.number(), r.state(), r.at(), r.who(), r.note(), r.base(), r.merged(), own));
        }
        return whole;
    }

    private Map<Long, List<RevisionStep>> steps(List<Long> numbers) {
        record Row(long revision, RevisionStep step) {}
        if (numbers.isEmpty()) {
            return Map.of();
        }
        return jdbc
                .sql("""
                        select revision, step, who, at, note from strategy_step
                         where revision in (:numbers) order by revision, position""")
                .param("numbers", numbers)
                .query((rs, i) -> new Row(
                        rs.getLong(1),
                        new RevisionStep(
                                RevisionStep.Kind.of(rs.getString(2)),
                                rs.getString(3),
                                rs.getTimestamp(4).toInstant(),
                                rs.getString(5))))
                .list()
                .stream()
                .collect(Collectors.groupingBy(Row::revision, Collectors.mapping(Row::step, Collectors.toList())));
    }
}
