package org.attune.customer.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.attune.customer.CustomerDraft.StateDraft;
import org.attune.customer.CustomerState;
import org.attune.customer.StateFact;
import org.attune.kernel.CustomerId;
import org.attune.kernel.Ids;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The states of customers. Each source ends only what it began itself; callers hold the customer's row lock. */
@Repository
class StateStore {
    private final JdbcClient jdbc;

    StateStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** One stored state. */
    record Row(UUID id, StateFact fact) {
        boolean activeAt(Instant at) {
            return fact.activeAt(at);
        }
    }

    List<Row> of(CustomerId customer) {
        return jdbc.sql("SELECT * FROM customer_state WHERE customer = ? ORDER BY since, id")
                .param(customer.value())
                .query(StateStore::read)
                .list();
    }

    void insert(CustomerId customer, StateFact fact) {
        jdbc.sql("INSERT INTO customer_state (id, customer, state, since, until, source, note)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?)")
                .param(Ids.next())
                .param(customer.value())
                .param(fact.state().key())
                .param(Sql.time(fact.since()))
                .param(Sql.timeOrNull(fact.until()))
                .param(fact.source())
                .param(fact.note())
                .update();
    }

    void end(UUID id, Instant until) {
        jdbc.sql("UPDATE customer_state SET until = greatest(?, since) WHERE id = ?")
                .param(Sql.time(until))
                .param(id)
                .update();
    }

    /** Another end, or none. */
    void moveEnd(UUID id, @Nullable Instant until) {
        jdbc.sql("UPDATE customer_state SET until = ? WHERE id = ?")
                .param(Sql.timeOrNull(until))
                .param(id)
                .update();
    }

    /** Makes the states of this source those that are told; returns the keys of the states that became different. */
    List<String> merge(CustomerId customer, List<StateDraft> told, String source, Instant now) {
        List<Row> own = of(customer).stream()
                .filter(each -> each.fact().source().equals(source))
                .toList();
        Set<String> changed = new java.util.TreeSet<>();
        Set<UUID> kept = new HashSet<>();
        List<StateFact> fresh = new ArrayList<>();
        for (StateDraft draft : told) {
            Row match = match(own, draft, kept, now);
            if (match == null) {
                Instant since = draft.since() == null ? now : draft.since();
                fresh.add(new StateFact(draft.state(), since, draft.until(), source, draft.note()));
                changed.add(draft.state().key());
            } else {
                kept.add(match.id());
                if (correct(match, draft)) {
                    changed.add(draft.state().key());
                }
            }
        }
        for (Row row : own) {
            if (!kept.contains(row.id()) && (row.fact().until() == null || row.activeAt(now))) {
                end(row.id(), now);
                changed.add(row.fact().state().key());
            }
        }
        fresh.forEach(each -> insert(customer, each));
        return List.copyOf(changed);
    }

    /** The stored state a draft speaks of: the one that began then, else the one that runs. */
    private static @Nullable Row match(List<Row> own, StateDraft draft, Set<UUID> taken, Instant now) {
        Row running = null;
        for (Row row : own) {
            if (row.fact().state() != draft.state() || taken.contains(row.id())) {
                continue;
            }
            if (row.fact().since().equals(draft.since())) {
                return row;
            }
            if (row.fact().until() == null || row.activeAt(now)) {
                running = row;
            }
        }
        return running;
    }

    private boolean correct(Row row, StateDraft draft) {
        StateFact fact = row.fact();
        Instant since = draft.since() == null ? fact.since() : draft.since();
        if (since.equals(fact.since())
                && Objects.equals(draft.until(), fact.until())
                && Objects.equals(draft.note(), fact.note())) {
            return false;
        }
        jdbc.sql("UPDATE customer_state SET since = ?, until = ?, note = ? WHERE id = ?")
                .param(Sql.time(since))
                .param(Sql.timeOrNull(draft.until()))
                .param(draft.note())
                .param(row.id())
                .update();
        return true;
    }

    private static Row read(ResultSet row, int number) throws SQLException {
        return new Row(
                row.getObject("id", UUID.class),
                new StateFact(
                        CustomerState.of(row.getString("state")),
                        Sql.instant(row, "since"),
                        Sql.instantOrNull(row, "until"),
                        row.getString("source"),
                        row.getString("note")));
    }
}
