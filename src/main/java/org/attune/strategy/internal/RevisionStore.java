package org.attune.strategy.internal;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.attune.strategy.RevisionInfo;
import org.attune.strategy.StrategyDocument;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** Keeps revisions. A stored one never changes. */
@Repository
public class RevisionStore {
    private final JdbcClient jdbc;
    private final JsonMapper json;

    RevisionStore(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** A stored revision. */
    public record Stored(long number, StrategyDocument document) {}

    /** The live revision, if there is one. */
    public Optional<Stored> live() {
        return jdbc.sql(
                        "select r.number, r.document from strategy_live l join strategy_revision r on r.number = l.revision")
                .query((rs, i) -> new Stored(rs.getLong(1), json.readValue(rs.getString(2), StrategyDocument.class)))
                .optional();
    }

    /** The document of one revision. */
    public Optional<StrategyDocument> document(long number) {
        return jdbc.sql("select document from strategy_revision where number = ?")
                .param(number)
                .query((rs, i) -> json.readValue(rs.getString(1), StrategyDocument.class))
                .optional();
    }

    /** Waits for its turn among publishers and returns the highest number so far, 0 when there is none. */
    public long lockAndLatest() {
        jdbc.sql("select pg_advisory_xact_lock(4711001)").query().singleRow();
        return jdbc.sql("select coalesce(max(number), 0) from strategy_revision")
                .query(Long.class)
                .single();
    }

    /** Stores a revision and makes it live. */
    public void store(long number, StrategyDocument document, String note, String who, Instant at) {
        jdbc.sql(
                        "insert into strategy_revision (number, document, note, created_by, created_at) values (?, ?::jsonb, ?, ?, ?)")
                .params(number, json.writeValueAsString(document), note, who, Timestamp.from(at))
                .update();
        jdbc.sql(
                        "insert into strategy_live (id, revision) values (true, ?) on conflict (id) do update set revision = excluded.revision")
                .param(number)
                .update();
    }

    /** The latest revisions, newest first. */
    public List<RevisionInfo> latest(int limit) {
        return jdbc.sql("""
                        select r.number, r.created_at, r.created_by, r.note, l.revision is not null
                          from strategy_revision r left join strategy_live l on l.revision = r.number
                         order by r.number desc limit ?""")
                .param(limit)
                .query((rs, i) -> new RevisionInfo(
                        rs.getLong(1),
                        rs.getTimestamp(2).toInstant(),
                        rs.getString(3),
                        rs.getString(4),
                        rs.getBoolean(5)))
                .list();
    }
}
