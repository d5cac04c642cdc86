package org.attune.audit.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import org.attune.audit.AuditEntry;
import org.attune.audit.Verification;
import org.attune.kernel.AuditedEvent;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The table of the trail. Writers take turns, because each line needs the hash of the one before it. */
@Repository
public class AuditLog {
    private static final long TURN = 0x41554449544CL;
    private static final String MATCH = """
             where (cast(:text as text) is null or who || ' ' || what || ' ' || key ilike :text)
               and (cast(:subject as text) is null or subject = :subject)
            """;

    private final JdbcClient jdbc;

    AuditLog(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Writes the line in the transaction that makes the change, or in its own when there is none. */
    @EventListener
    @Transactional
    public void on(AuditedEvent event) {
        jdbc.sql("select pg_advisory_xact_lock(?)").param(TURN).query().singleRow();
        byte[] previous = jdbc.sql("select hash from audit_entry order by id desc limit 1")
                .query((row, index) -> row.getBytes(1))
                .optional()
                .orElse(HashChain.START);
        long id =
                jdbc.sql("select nextval('audit_entry_seq')").query(Long.class).single();
        AuditEntry entry = new AuditEntry(
                id,
                Instant.now(Clock.systemUTC()).truncatedTo(ChronoUnit.MICROS),
                PlainText.of(event.who()),
                PlainText.of(event.what()),
                PlainText.of(event.subject()),
                PlainText.of(event.key()),
                PlainText.ofNullable(event.before()),
                PlainText.ofNullable(event.after()));
        jdbc.sql("insert into audit_entry values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .params(id, OffsetDateTime.ofInstant(entry.at(), ZoneOffset.UTC), entry.who(), entry.what())
                .params(entry.subject(), entry.key(), entry.before(), entry.after())
                .params(previous, HashChain.hash(previous, entry))
                .update();
    }

    public List<AuditEntry> latest(@Nullable String text, @Nullable String subject, int offset, int limit) {
        return jdbc.sql("select * from audit_entry" + MATCH + "order by id desc offset :offset limit :limit")
                .param("text", pattern(text))
                .param("subject", subject)
                .param("offset", offset)
                .param("limit", limit)
                .query((row, index) -> entry(row))
                .list();
    }

    public int count(@Nullable String text, @Nullable String subject) {
        return jdbc.sql("select count(*) from audit_entry" + MATCH)
                .param("text", pattern(text))
                .param("subject", subject)
                .query(Integer.class)
                .single();
    }

    public List<String> subjects() {
        return jdbc.sql("select distinct subject from audit_entry order by 1")
                .query(String.class)
                .list();
    }

    @Transactional(readOnly = true)
    public Verification verify() {
        byte[] previous = HashChain.START;
        long checked = 0;
        long last = 0;
        List<Line> lines = page(last);
        while (!lines.isEmpty()) {
            for (Line line : lines) {
                checked++;
                boolean fits = Arrays.equals(line.previous(), previous)
                        && Arrays.equals(line.hash(), HashChain.hash(previous, line.entry()));
                if (!fits) {
                    return new Verification(checked, line.entry().id());
                }
                previous = line.hash();
                last = line.entry().id();
            }
            lines = page(last);
        }
        return new Verification(checked, null);
    }

    private List<Line> page(long after) {
        return jdbc.sql("select * from audit_entry where id > ? order by id limit 1000")
                .param(after)
                .query((row, index) -> new Line(entry(row), row.getBytes("previous_hash"), row.getBytes("hash")))
                .list();
    }

    private static @Nullable String pattern(@Nullable String text) {
        return text == null || text.isBlank()
                ? null
                : "%" + text.strip().replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%";
    }

    private static AuditEntry entry(ResultSet row) throws SQLException {
        return new AuditEntry(
                row.getLong("id"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getString("who"),
                row.getString("what"),
                row.getString("subject"),
                row.getString("key"),
                row.getString("before"),
                row.getString("after"));
    }

    private record Line(AuditEntry entry, byte[] previous, byte[] hash) {}
}
