package org.attune.history.internal;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.attune.history.Quota;
import org.attune.history.Standing;
import org.attune.history.SuppliesChanged;
import org.attune.kernel.CustomerId;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** The rows that are locked before anything is counted, and what supplies have left. */
@Component
class QuotaRows {
    /** Stands for all customers together. */
    static final UUID EVERYBODY = new UUID(0, 0);

    static final String LIMIT = "limit";
    static final String SUPPLY = "supply";

    private final JdbcTemplate jdbc;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    QuotaRows(JdbcTemplate jdbc, ApplicationEventPublisher events, Clock clock) {
        this.jdbc = jdbc;
        this.events = events;
        this.clock = clock;
    }

    /** One row. */
    record Row(String kind, String key, UUID customer) {}

    static String kind(Quota quota) {
        return quota instanceof Quota.Limit ? LIMIT : SUPPLY;
    }

    static Row row(Quota quota, CustomerId customer) {
        return quota instanceof Quota.Limit
                ? new Row(LIMIT, quota.key(), customer.value())
                : new Row(SUPPLY, quota.key(), EVERYBODY);
    }

    Instant now() {
        return clock.instant();
    }

    /**
     * Locks rows until the transaction ends. Those that are missing are made first, all of them before any is locked: so nobody who
     * holds a lock waits for somebody's new row, and both happen in one order for all.
     */
    void lock(Collection<Row> wanted) {
        String[] kinds = wanted.stream().map(Row::kind).toArray(String[]::new);
        String[] keys = wanted.stream().map(Row::key).toArray(String[]::new);
        UUID[] customers = wanted.stream().map(Row::customer).toArray(UUID[]::new);
        jdbc.update("""
                INSERT INTO history_quota (kind, key, customer_id)
                SELECT * FROM unnest(?::text[], ?::text[], ?::uuid[]) AS wanted (kind, key, customer)
                ORDER BY kind COLLATE "C", key COLLATE "C", customer
                ON CONFLICT DO NOTHING
                """, kinds, keys, customers);
        jdbc.query("""
                SELECT 1 FROM history_quota q
                WHERE (q.kind, q.key, q.customer_id) IN (SELECT * FROM unnest(?::text[], ?::text[], ?::uuid[]))
                ORDER BY q.kind COLLATE "C", q.key COLLATE "C", q.customer_id FOR UPDATE
                """, row -> {}, kinds, keys, customers);
    }

    /**
     * How supplies stand.
     *
     * @param own by supply, actions for which the one who asks may hold a piece already: that does not count
     */
    Map<String, Standing> standings(Map<String, Set<String>> own, UUID asking, Instant at) {
        List<String> keys = new ArrayList<>();
        List<String> ownKeys = new ArrayList<>();
        List<String> ownActions = new ArrayList<>();
        own.forEach((key, actions) -> {
            keys.add(key);
            actions.forEach(action -> {
                ownKeys.add(key);
                ownActions.add(action);
            });
        });
        Map<String, Standing> standings = new HashMap<>();
        keys.forEach(key -> standings.put(key, Standing.FRESH));
        jdbc.query(
                """
                SELECT q.key, q.used, q.spent, coalesce(h.pieces, 0) AS pieces, coalesce(h.money, 0) AS money
                FROM history_quota q
                LEFT JOIN (
                    SELECT r.key, count(*) AS pieces, sum(r.amount) AS money FROM history_reservation r
                    WHERE r.kind = 'supply' AND r.key = ANY (?) AND r.state = 'held' AND r.until > ?
                        AND NOT (r.holder = ? AND (r.key, r.action) IN (SELECT * FROM unnest(?::text[], ?::text[])))
                    GROUP BY r.key) h ON h.key = q.key
                WHERE q.kind = 'supply' AND q.key = ANY (?) AND q.customer_id = ?
                """,
                row -> {
                    standings.put(
                            row.getString("key"),
                            new Standing(
                                    row.getLong("used"),
                                    row.getLong("pieces"),
                                    row.getBigDecimal("spent"),
                                    row.getBigDecimal("money"),
                                    null));
                },
                keys.toArray(String[]::new),
                DecisionStore.timestamp(at),
                asking,
                ownKeys.toArray(String[]::new),
                ownActions.toArray(String[]::new),
                keys.toArray(String[]::new),
                EVERYBODY);
        return standings;
    }

    /** Books an acceptance out of a supply whose row is locked, or back into it. */
    void book(String key, int pieces, BigDecimal amount) {
        jdbc.update(
                "UPDATE history_quota SET used = used + ?, spent = spent + ? WHERE kind = 'supply' AND key = ? AND customer_id = ?",
                pieces,
                amount,
                key,
                EVERYBODY);
    }

    /** Tells that supplies have changed, once that is true for everybody. */
    void tell(Set<String> supplies) {
        if (supplies.isEmpty()) {
            return;
        }
        SuppliesChanged changed = new SuppliesChanged(Set.copyOf(supplies));
        if (TransactionSynchronizationManager.isSynchronizationActive()) {
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void afterCommit() {
                    events.publishEvent(changed);
                }
            });
        } else {
            events.publishEvent(changed);
        }
    }
}
