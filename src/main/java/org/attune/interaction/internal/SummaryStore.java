package org.attune.interaction.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.attune.interaction.CodeCount;
import org.attune.interaction.PastConversation;
import org.attune.interaction.SummaryText;
import org.attune.interaction.WrapUp;
import org.attune.kernel.Channel;
import org.attune.kernel.CustomerId;
import org.attune.kernel.InteractionId;
import org.attune.kernel.Language;
import org.attune.kernel.LocalText;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Keeps summaries, each version of them. */
@Repository
public class SummaryStore {
    private static final String PAST = """
            select i.id, i.customer_id, i.agent, i.channel, i.reason, i.queue, i.opened_at, i.closed_at, w.code_en, w.code_fr,
                   w.finished_by, s.version, s.language, s.text, s.other, s.author
              from interaction_interaction i
              left join interaction_wrapup w on w.interaction_id = i.id and w.finished_at is not null
              left join lateral (select * from interaction_summary where interaction_id = i.id
                                  order by version desc limit 1) s on true
             where i.state = 'closed' and i.answered_at is not null and i.closed_at is not null""";

    private final JdbcClient jdbc;

    SummaryStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Adds a version; false when there is one of this number. */
    public boolean add(InteractionId id, int version, SummaryText text, String author, Instant now) {
        return jdbc.sql("""
                        insert into interaction_summary (interaction_id, version, language, text, other, author, at)
                        values (?, ?, ?, ?, ?, ?, ?) on conflict do nothing""")
                        .params(id.value(), version, text.language().key(), text.text(), text.other(), author)
                        .params(Timestamp.from(now))
                        .update()
                == 1;
    }

    /** Conversations with a customer that are over, newest first, each with the latest version of its summary. */
    public List<PastConversation> past(CustomerId customer, int limit) {
        return jdbc.sql(PAST + " and i.customer_id = ? order by i.opened_at desc, i.id desc limit ?")
                .params(customer.value(), limit)
                .query(SummaryStore::row)
                .list();
    }

    /** The same of anybody, the latest end first. */
    public List<PastConversation> latest(@Nullable String queue, @Nullable String code, int limit) {
        return jdbc.sql(PAST + """
                          and (cast(:queue as text) is null or lower(i.queue) = :queue)
                          and (cast(:code as text) is null or w.code = :code)
                        order by i.closed_at desc, i.id desc limit :limit""")
                .param("queue", queue)
                .param("code", code)
                .param("limit", limit)
                .query(SummaryStore::row)
                .list();
    }

    public List<CodeCount> codes(Instant since) {
        return jdbc.sql("""
                        select lower(i.queue) as queue, w.code, max(w.code_en) as en, max(w.code_fr) as fr, count(*) as times
                          from interaction_wrapup w join interaction_interaction i on i.id = w.interaction_id
                         where w.finished_at >= ? and w.code is not null
                         group by 1, 2 order by times desc, 1, 2""")
                .param(Timestamp.from(since))
                .query((rs, n) -> new CodeCount(
                        rs.getString("queue"),
                        rs.getString("code"),
                        new LocalText(rs.getString("en"), rs.getString("fr")),
                        rs.getLong("times")))
                .list();
    }

    /** Every version, the latest first. */
    public List<SummaryText> versions(InteractionId id) {
        return jdbc.sql("select language, text, other from interaction_summary where interaction_id = ?"
                        + " order by version desc")
                .param(id.value())
                .query((rs, n) -> text(rs))
                .list();
    }

    private static PastConversation row(ResultSet rs, int n) throws SQLException {
        String en = rs.getString("code_en");
        boolean summary = rs.getString("text") != null;
        UUID customer = rs.getObject("customer_id", UUID.class);
        return new PastConversation(
                new InteractionId(rs.getObject("id", UUID.class)),
                customer == null ? null : new CustomerId(customer),
                rs.getString("agent"),
                Channel.of(rs.getString("channel")),
                rs.getString("reason"),
                rs.getString("queue"),
                rs.getTimestamp("opened_at").toInstant(),
                rs.getTimestamp("closed_at").toInstant(),
                en == null ? null : new LocalText(en, rs.getString("code_fr")),
                WrapUp.TIME_OUT.equals(rs.getString("finished_by")),
                summary ? text(rs) : null,
                rs.getInt("version"),
                rs.getString("author"));
    }

    private static SummaryText text(ResultSet rs) throws SQLException {
        return new SummaryText(Language.of(rs.getString("language")), rs.getString("text"), rs.getString("other"));
    }
}
