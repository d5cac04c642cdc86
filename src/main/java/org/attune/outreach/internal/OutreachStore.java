package org.attune.outreach.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.attune.kernel.Channel;
import org.attune.kernel.CustomerId;
import org.attune.kernel.DecisionId;
import org.attune.kernel.InteractionId;
import org.attune.kernel.LocalText;
import org.attune.outreach.OutreachCounts;
import org.attune.outreach.OutreachId;
import org.attune.outreach.OutreachItem;
import org.attune.outreach.OutreachItem.State;
import org.attune.outreach.RuleFirings;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Keeps the worklist. Every move is one statement that holds only from the state it expects. */
@Repository
public class OutreachStore {
    private static final String COLUMNS = "id, customer, rule, label_en, label_fr, why_en, why_fr, signal, signal_type,"
            + " signal_at, action, decision, priority, channel, not_before, due, expires, state, who, reason, conversation,"
            + " created_at, closed_at";
    private static final String SELECT = "select " + COLUMNS + " from outreach_item ";

    private final JdbcClient jdbc;

    OutreachStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Open and taken items in the order in which they should be done. */
    public List<OutreachItem> live(int limit) {
        return jdbc.sql(SELECT + "where state in ('open', 'taken') order by priority desc, due, id limit ?")
                .param(limit)
                .query(OutreachStore::row)
                .list();
    }

    /** Closed items, the latest first. */
    public List<OutreachItem> closed(Instant since, int limit) {
        return jdbc.sql(SELECT + "where closed_at >= ? order by closed_at desc, id limit ?")
                .params(Timestamp.from(since), limit)
                .query(OutreachStore::row)
                .list();
    }

    /** What waits for a customer and nobody has taken. */
    List<OutreachItem> open(CustomerId customer) {
        return jdbc.sql(SELECT + "where customer = ? and state = 'open'")
                .param(customer.value())
                .query(OutreachStore::row)
                .list();
    }

    /** Moves an open item to another channel and hour; it is due no earlier than it may begin. */
    boolean move(OutreachId id, Channel channel, Instant notBefore) {
        Timestamp from = Timestamp.from(notBefore);
        return jdbc.sql("update outreach_item set channel = ?, not_before = ?, due = greatest(due, ?),"
                                + " expires = greatest(expires, ?) where id = ? and state = 'open'")
                        .params(
                                channel.key(),
                                from,
                                from,
                                Timestamp.from(notBefore.plus(Duration.ofDays(1))),
                                id.value())
                        .update()
                == 1;
    }

    public Optional<OutreachItem> find(OutreachId id) {
        return jdbc.sql(SELECT + "where id = ?")
                .param(id.value())
                .query(OutreachStore::row)
                .optional();
    }

    /** What a conversation was opened for. */
    public Optional<OutreachItem> of(InteractionId conversation) {
        return jdbc.sql(SELECT + "where conversation = ? and state = 'taken' order by created_at limit 1")
                .param(conversation.value())
                .query(OutreachStore::row)
                .optional();
    }

    /** True for the one agent who gets it. */
    public boolean take(OutreachId id, String agent) {
        return jdbc.sql("update outreach_item set state = 'taken', who = ? where id = ? and state = 'open'")
                        .params(agent, id.value())
                        .update()
                == 1;
    }

    public void joined(OutreachId id, InteractionId conversation) {
        jdbc.sql("update outreach_item set conversation = ? where id = ?")
                .params(conversation.value(), id.value())
                .update();
    }

    public boolean giveBack(OutreachId id, String agent) {
        return jdbc.sql("update outreach_item set state = 'open', who = null, conversation = null"
                                + " where id = ? and state = 'taken' and who = ?")
                        .params(id.value(), agent)
                        .update()
                == 1;
    }

    /** Closes an open item, or one this agent has taken. */
    public boolean close(OutreachId id, String agent, State as, @Nullable String reason, Instant at) {
        return jdbc.sql("update outreach_item set state = ?, who = ?, reason = ?, closed_at = ?"
                                + " where id = ? and (state = 'open' or (state = 'taken' and who = ?))")
                        .params(as.key(), agent, reason, Timestamp.from(at), id.value(), agent)
                        .update()
                == 1;
    }

    /** Closes open items whose time is over; those taken stay with their agent. Returns them. */
    List<OutreachItem> expire(Instant now) {
        return jdbc.sql(
                        "update outreach_item set state = 'expired', closed_at = ? where state = 'open' and expires <= ?"
                                + " returning " + COLUMNS)
                .params(Timestamp.from(now), Timestamp.from(now))
                .query(OutreachStore::row)
                .list();
    }

    public OutreachCounts counts(Instant now, Instant since) {
        return jdbc.sql("""
                        select count(*) filter (where state = 'open'),
                               count(*) filter (where state in ('open', 'taken') and due < :now),
                               count(*) filter (where state = 'taken'),
                               count(*) filter (where state = 'done'),
                               count(*) filter (where state = 'dismissed'),
                               count(*) filter (where state = 'expired')
                          from outreach_item where state in ('open', 'taken') or closed_at >= :since""")
                .param("now", Timestamp.from(now))
                .param("since", Timestamp.from(since))
                .query((rs, i) -> new OutreachCounts(
                        rs.getLong(1), rs.getLong(2), rs.getLong(3), rs.getLong(4), rs.getLong(5), rs.getLong(6)))
                .single();
    }

    public Map<String, RuleFirings> firings(Instant since) {
        Map<String, RuleFirings> firings = new HashMap<>();
        jdbc.sql("""
                        select rule, count(*) filter (where result = 'created'), count(*) filter (where result = 'redecided'),
                               count(*) filter (where result = 'repeated'), count(*) filter (where result = 'held')
                          from outreach_firing where at >= ? group by rule""").param(Timestamp.from(since)).query(rs -> {
            firings.put(rs.getString(1), new RuleFirings(rs.getLong(2), rs.getLong(3), rs.getLong(4), rs.getLong(5)));
        });
        return firings;
    }

    void insert(OutreachItem item) {
        DecisionId decision = item.decision();
        jdbc.sql("insert into outreach_item (" + COLUMNS
                        + ") values (:id, :customer, :rule, :labelEn, :labelFr, :whyEn, :whyFr,"
                        + " :signal, :type, :at, :action, :decision, :priority, :channel, :notBefore, :due, :expires, :state,"
                        + " null, null, null, :created, null)")
                .param("id", item.id().value())
                .param("customer", item.customer().value())
                .param("rule", item.rule())
                .param("labelEn", item.label().en())
                .param("labelFr", item.label().fr())
                .param("whyEn", item.why().en())
                .param("whyFr", item.why().fr())
                .param("signal", item.signal())
                .param("type", item.signalType())
                .param("at", Timestamp.from(item.signalAt()))
                .param("action", item.action())
                .param("decision", decision == null ? null : decision.value(), java.sql.Types.OTHER)
                .param("priority", item.priority())
                .param("channel", item.channel().key())
                .param("notBefore", Timestamp.from(item.notBefore()))
                .param("due", Timestamp.from(item.due()))
                .param("expires", Timestamp.from(item.expires()))
                .param("state", item.state().key())
                .param("created", Timestamp.from(item.createdAt()))
                .update();
    }

    private static OutreachItem row(ResultSet rs, int index) throws SQLException {
        UUID decision = rs.getObject("decision", UUID.class);
        UUID conversation = rs.getObject("conversation", UUID.class);
        Timestamp closed = rs.getTimestamp("closed_at");
        return new OutreachItem(
                new OutreachId(rs.getObject("id", UUID.class)),
                new CustomerId(rs.getObject("customer", UUID.class)),
                rs.getString("rule"),
                new LocalText(rs.getString("label_en"), rs.getString("label_fr")),
                new LocalText(rs.getString("why_en"), rs.getString("why_fr")),
                rs.getObject("signal", UUID.class),
                rs.getString("signal_type"),
                rs.getTimestamp("signal_at").toInstant(),
                rs.getString("action"),
                decision == null ? null : new DecisionId(decision),
                rs.getInt("priority"),
                Channel.of(rs.getString("channel")),
                rs.getTimestamp("not_before").toInstant(),
                rs.getTimestamp("due").toInstant(),
                rs.getTimestamp("expires").toInstant(),
                State.of(rs.getString("state")),
                rs.getString("who"),
                rs.getString("reason"),
                conversation == null ? null : new InteractionId(conversation),
                rs.getTimestamp("created_at").toInstant(),
                closed == null ? null : closed.toInstant());
    }
}
