package org.attune.history;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.attune.history.Report.Kind;
import org.attune.history.Report.Settled;
import org.attune.kernel.AuditedEvent;
import org.attune.kernel.Channel;
import org.attune.kernel.ConflictException;
import org.attune.kernel.CustomerId;
import org.attune.kernel.DecisionId;
import org.attune.kernel.LocalText;
import org.attune.kernel.NotFoundException;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What agents report with the reasons "the facts are wrong" and "inappropriate". A report is the answer itself, so it is as durable
 * as the log, and taking the answer back takes the report back.
 */
@Service
public class Reports {
    private static final String REPORTED = """
             from history_outcome r
             join history_offer o using (decision_id, action)
             left join history_report_settled s using (decision_id, action)
            where r.outcome = 'not-offered' and r.reason in ('wrong-facts', 'inappropriate') and r.reverses = 0
              and r.who <> 'import'
              and not exists (select 1 from history_outcome back where back.reverses = r.position)
            """;

    private final JdbcClient jdbc;
    private final ApplicationEventPublisher news;
    private final Clock clock;

    Reports(JdbcTemplate jdbc, ApplicationEventPublisher news, Clock clock) {
        this.jdbc = JdbcClient.create(jdbc);
        this.news = news;
        this.clock = clock;
    }

    /**
     * Reports, the latest first.
     *
     * @param kind null for all
     * @param settled whether those that somebody has seen to, or those that wait
     * @param limit at most so many
     */
    public List<Report> latest(@Nullable Kind kind, boolean settled, int limit) {
        return jdbc.sql(
                        "select decision_id, action, o.issue, o.customer_id, o.channel, r.reason, r.who, r.recorded_at, s.*"
                                + REPORTED + (settled ? " and s.settled_at is not null" : " and s.settled_at is null")
                                + " and (?::text is null or r.reason = ?) order by r.recorded_at desc, r.position desc limit ?")
                .params(reason(kind), reason(kind), limit)
                .query(Reports::row)
                .list();
    }

    /** How many reports nobody has seen to. */
    public long waiting() {
        return jdbc.sql("select count(*)" + REPORTED + " and s.settled_at is null")
                .query(Long.class)
                .single();
    }

    /**
     * Somebody has seen to a report.
     *
     * @param note what came of it, may be empty
     * @throws NotFoundException nothing was reported about this action of this decision
     * @throws ConflictException somebody else has seen to it already
     */
    @Transactional
    public void settle(DecisionId decision, String action, String note, String who) {
        String reason = jdbc.sql("select r.reason" + REPORTED + " and r.decision_id = ? and r.action = ? limit 1")
                .params(decision.value(), action)
                .query(String.class)
                .optional()
                .orElseThrow(() -> new NotFoundException("report", decision + "/" + action));
        int written = jdbc.sql("""
                        insert into history_report_settled (decision_id, action, settled_at, settled_by, note)
                        values (?, ?, ?, ?, ?) on conflict do nothing""")
                .params(decision.value(), action, Timestamp.from(clock.instant()), who, note)
                .update();
        if (written == 0) {
            throw new ConflictException(new LocalText(
                    "Somebody else has seen to this report already.",
                    "Quelqu’un d’autre s’est déjà occupé de ce signalement."));
        }
        news.publishEvent(new AuditedEvent(who, "report.settled", "report", decision + "/" + action, reason, note));
    }

    private static @Nullable String reason(@Nullable Kind kind) {
        return kind == null ? null : kind.reason();
    }

    private static Report row(ResultSet rs, int index) throws SQLException {
        Timestamp settled = rs.getTimestamp("settled_at");
        return new Report(
                new DecisionId(rs.getObject("decision_id", UUID.class)),
                rs.getString("action"),
                rs.getString("issue"),
                new CustomerId(rs.getObject("customer_id", UUID.class)),
                Channel.of(rs.getString("channel")),
                Kind.of(rs.getString("reason")),
                rs.getString("who"),
                rs.getTimestamp("recorded_at").toInstant(),
                settled == null
                        ? null
                        : new Settled(rs.getString("settled_by"), settled.toInstant(), rs.getString("note")));
    }
}
