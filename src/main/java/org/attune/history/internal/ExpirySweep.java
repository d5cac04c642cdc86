package org.attune.history.internal;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.attune.history.OutcomeRecorded;
import org.attune.kernel.Channel;
import org.attune.kernel.CustomerId;
import org.attune.kernel.DecisionId;
import org.attune.kernel.InteractionId;
import org.attune.kernel.Outcome;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Expires offers that were shown and that nobody answered within their action's days. It may stop anywhere and run on any number
 * of nodes at once: a batch is one transaction, what it moves is locked, and what another node has locked is passed over. An
 * expired offer teaches nothing, and a late answer takes its place.
 */
@Component
public class ExpirySweep {

    static final int BATCH = 500;
    private static final String WHO = "expiry";

    private final JdbcTemplate jdbc;
    private final LogWriter writer;
    private final Clock clock;

    ExpirySweep(JdbcTemplate jdbc, LogWriter writer, Clock clock) {
        this.jdbc = jdbc;
        this.writer = writer;
        this.clock = clock;
    }

    private record Due(
            UUID decision,
            String action,
            String state,
            OffsetDateTime at,
            UUID customer,
            String channel,
            @Nullable UUID interaction) {}

    /** Each minute, as much as there is. */
    @Scheduled(initialDelay = 60_000, fixedDelay = 60_000)
    public void sweep() {
        int expired;
        do {
            expired = sweepOnce();
        } while (expired == BATCH);
    }

    /** One batch; how many offers it expired. */
    public int sweepOnce() {
        Instant now = clock.instant();
        return writer.write(news -> {
            List<Due> due = jdbc.query(
                    """
                    SELECT decision_id, action, state, expires_at, customer_id, channel, interaction_id FROM history_offer
                    WHERE state IN ('shown', 'presented') AND action <> 'none' AND expires_at <= ?
                    ORDER BY expires_at, decision_id, action COLLATE "C" LIMIT ? FOR UPDATE SKIP LOCKED
                    """,
                    (row, i) -> new Due(
                            row.getObject("decision_id", UUID.class),
                            row.getString("action"),
                            row.getString("state"),
                            row.getObject("expires_at", OffsetDateTime.class),
                            row.getObject("customer_id", UUID.class),
                            row.getString("channel"),
                            row.getObject("interaction_id", UUID.class)),
                    DecisionStore.timestamp(now),
                    BATCH);
            if (!due.isEmpty()) {
                expire(due, now, news);
            }
            return due.size();
        });
    }

    private void expire(List<Due> due, Instant now, LogWriter.News news) {
        @Nullable String[] decisions = DecisionStore.texts(due, each -> each.decision.toString());
        @Nullable String[] actions = DecisionStore.texts(due, Due::action);
        jdbc.update("""
                UPDATE history_offer o SET state = 'expired'
                FROM unnest(?::uuid[], ?::text[]) AS due (decision, action)
                WHERE o.decision_id = due.decision AND o.action = due.action
                """, decisions, actions);
        Long last = jdbc.queryForObject(
                "UPDATE history_head SET position = position + ? RETURNING position", Long.class, due.size());
        if (last == null) {
            throw new IllegalStateException("The log has no head.");
        }
        jdbc.update(
                """
                INSERT INTO history_outcome (position, decision_id, action, outcome, occurred_at, recorded_at, who, before,
                    implied)
                SELECT ? + n, decision, action, 'expired', at, ?, ?, before, false
                FROM unnest(?::uuid[], ?::text[], ?::timestamptz[], ?::text[])
                    WITH ORDINALITY AS step (decision, action, at, before, n)
                """,
                last - due.size(),
                DecisionStore.timestamp(now),
                WHO,
                decisions,
                actions,
                DecisionStore.texts(due, each -> each.at.toString()),
                DecisionStore.texts(due, Due::state));
        news.appended(last);
        due.forEach(each -> news.recorded(new OutcomeRecorded(
                new DecisionId(each.decision),
                new CustomerId(each.customer),
                each.interaction == null ? null : new InteractionId(each.interaction),
                each.action,
                Channel.of(each.channel),
                Outcome.EXPIRED,
                false)));
    }
}
