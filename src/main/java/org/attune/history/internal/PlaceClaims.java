package org.attune.history.internal;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.attune.history.Contact;
import org.attune.history.Quota;
import org.attune.history.Reservations.Claim;
import org.attune.history.Reservations.Claimant;
import org.attune.history.Reservations.Refused;
import org.attune.history.Standing;
import org.attune.kernel.Channel;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Claims places: locks, counts anew under the lock, reserves. The count comes from the log itself, so it cannot drift away. */
@Component
public class PlaceClaims {
    private final JdbcTemplate jdbc;
    private final QuotaRows rows;
    private final TransactionTemplate transaction;
    private final ZoneId zone;

    PlaceClaims(JdbcTemplate jdbc, QuotaRows rows, PlatformTransactionManager transactions, ZoneId zone) {
        this.jdbc = jdbc;
        this.rows = rows;
        this.transaction = new TransactionTemplate(transactions);
        this.zone = zone;
    }

    /** All or none; see {@link org.attune.history.Reservations#claim}. */
    public List<Refused> claim(Claimant claimant, List<Claim> wanted) {
        if (wanted.isEmpty()) {
            return List.of();
        }
        List<Refused> refused = transaction.execute(status -> claimed(claimant, wanted));
        return refused == null ? List.of() : refused;
    }

    private List<Refused> claimed(Claimant claimant, List<Claim> wanted) {
        Set<QuotaRows.Row> places = new HashSet<>();
        wanted.forEach(each -> places.add(QuotaRows.row(each.quota(), claimant.customer())));
        rows.lock(places);
        List<Refused> refused = new ArrayList<>(limits(claimant, wanted));
        refused.addAll(supplies(claimant, wanted));
        if (refused.isEmpty()) {
            reserve(claimant, wanted);
        }
        return refused;
    }

    private List<Refused> limits(Claimant claimant, List<Claim> wanted) {
        List<Refused> refused = new ArrayList<>();
        Map<Quota.Limit, Standing> standings = new HashMap<>();
        Customer customer = null;
        for (Claim each : wanted) {
            if (each.quota() instanceof Quota.Limit limit) {
                Customer known = customer == null ? customer(claimant, wanted) : customer;
                customer = known;
                Standing standing = standings.computeIfAbsent(
                        limit,
                        key -> Contact.standing(
                                key,
                                known.contacts,
                                known.holders.getOrDefault(key.key(), Set.of()),
                                claimant.holder(),
                                LocalDate.ofInstant(claimant.at(), zone)));
                if (!standing.room(limit)) {
                    refused.add(new Refused(each, standing));
                }
            }
        }
        return refused;
    }

    /** What was said to a customer lately, and who holds places to say more, by limit. */
    private record Customer(List<Contact> contacts, Map<String, Set<UUID>> holders) {}

    private Customer customer(Claimant claimant, List<Claim> wanted) {
        int days = 1;
        boolean conversations = false;
        for (Claim each : wanted) {
            if (each.quota() instanceof Quota.Limit limit) {
                days = Math.max(days, limit.days());
                conversations |= limit.everyConversation();
            }
        }
        Instant since = LocalDate.ofInstant(claimant.at(), zone)
                .minusDays(days - 1L)
                .atStartOfDay(zone)
                .toInstant();
        OffsetDateTime from = DecisionStore.timestamp(since);
        UUID id = claimant.customer().value();
        List<Contact> contacts = new ArrayList<>();
        Map<String, Set<UUID>> holders = new HashMap<>();
        jdbc.query(
                """
                SELECT coalesce(d.interaction_id, d.id) AS holder, o.action, o.issue, o.group_key, o.channel, o.presented_at AS at
                FROM history_offer o JOIN history_decision d ON d.id = o.decision_id
                WHERE o.customer_id = ? AND o.shown_at IS NOT NULL AND o.presented_at >= ? AND o.action <> 'none'
                UNION ALL
                SELECT coalesce(d.interaction_id, d.id), '', '', '', d.channel, d.at FROM history_decision d
                WHERE ? AND d.customer_id = ? AND d.at >= ? AND d.arm <> 'import'
                UNION ALL
                SELECT r.holder, r.key, 'held', '', '', NULL FROM history_reservation r
                WHERE r.customer_id = ? AND r.kind = 'limit' AND r.key = ANY (?) AND r.state = 'held' AND r.until > ?
                """,
                row -> {
                    if (row.getString("channel").isEmpty()) {
                        holders.computeIfAbsent(row.getString("action"), key -> new HashSet<>())
                                .add(row.getObject("holder", UUID.class));
                    } else {
                        contacts.add(contact(row));
                    }
                },
                id,
                from,
                conversations,
                id,
                from,
                id,
                wanted.stream().map(each -> each.quota().key()).distinct().toArray(String[]::new),
                DecisionStore.timestamp(claimant.at()));
        return new Customer(contacts, holders);
    }

    private Contact contact(ResultSet row) throws SQLException {
        return new Contact(
                row.getObject("holder", UUID.class),
                row.getString("action"),
                row.getString("issue"),
                row.getString("group_key"),
                Channel.of(row.getString("channel")),
                LocalDate.ofInstant(LogReader.instant(row, "at"), zone));
    }

    private List<Refused> supplies(Claimant claimant, List<Claim> wanted) {
        Map<String, Set<String>> own = new LinkedHashMap<>();
        for (Claim each : wanted) {
            if (each.quota() instanceof Quota.Supply) {
                own.computeIfAbsent(each.quota().key(), key -> new HashSet<>()).add(each.action());
            }
        }
        if (own.isEmpty()) {
            return List.of();
        }
        Map<String, Standing> standings = rows.standings(own, claimant.holder(), claimant.at());
        List<Refused> refused = new ArrayList<>();
        for (Claim each : wanted) {
            if (each.quota() instanceof Quota.Supply supply) {
                Standing standing = standings.getOrDefault(supply.key(), Standing.FRESH);
                if (standing.room(supply, each.amount())) {
                    standings.put(supply.key(), standing.reserving(each.amount()));
                } else {
                    refused.add(new Refused(each, standing));
                }
            }
        }
        return refused;
    }

    private void reserve(Claimant claimant, List<Claim> wanted) {
        List<Object[]> batch = new ArrayList<>();
        Set<String> supplies = new HashSet<>();
        List<Claim> sorted = new ArrayList<>(wanted);
        // Whoever touches reservations of one holder does it in this order.
        sorted.sort(Comparator.comparing(Claim::action)
                .thenComparing(each -> QuotaRows.kind(each.quota()))
                .thenComparing(each -> each.quota().key()));
        for (Claim each : sorted) {
            Integer stock = null;
            BigDecimal budget = null;
            if (each.quota() instanceof Quota.Supply supply) {
                stock = supply.stock();
                budget = supply.budget();
                supplies.add(supply.key());
            }
            batch.add(new Object[] {
                QuotaRows.kind(each.quota()),
                each.quota().key(),
                claimant.holder(),
                each.action(),
                claimant.decision().value(),
                claimant.customer().value(),
                each.amount(),
                stock,
                budget,
                DecisionStore.timestamp(claimant.at()),
                DecisionStore.timestamp(
                        claimant.at().plusSeconds(60L * each.quota().holdMinutes()))
            });
        }
        jdbc.batchUpdate("""
                INSERT INTO history_reservation (kind, key, holder, action, decision_id, customer_id, amount, stock, budget,
                    state, at, until)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, 'held', ?, ?)
                ON CONFLICT (holder, action, kind, key) DO UPDATE
                SET decision_id = excluded.decision_id, amount = excluded.amount, stock = excluded.stock,
                    budget = excluded.budget, at = excluded.at, until = excluded.until, state = 'held'
                WHERE history_reservation.state <> 'taken'
                """, batch);
        rows.tell(supplies);
    }

    /** How supplies stand, without a lock. */
    public Map<String, Standing> supplies(Collection<String> keys) {
        Map<String, Set<String>> all = new LinkedHashMap<>();
        keys.forEach(key -> all.put(key, Set.of()));
        return all.isEmpty() ? Map.of() : rows.standings(all, QuotaRows.EVERYBODY, rows.now());
    }
}
