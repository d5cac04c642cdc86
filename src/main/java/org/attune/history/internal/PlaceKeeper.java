package org.attune.history.internal;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.attune.history.OutcomeOrder;
import org.attune.history.Quota;
import org.attune.history.Standing;
import org.attune.kernel.ConflictException;
import org.attune.kernel.LocalText;
import org.attune.kernel.Outcome;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Moves places along with the answers, in the answer's own transaction. Rows of quotas are locked before rows of reservations, as
 * claims do, so that a decision and an answer of one conversation never block each other for good.
 */
@Component
public class PlaceKeeper {
    private static final Duration KEPT = Duration.ofDays(30);

    private final JdbcTemplate jdbc;
    private final QuotaRows rows;
    private final TransactionTemplate transaction;
    private final Clock clock;

    PlaceKeeper(JdbcTemplate jdbc, QuotaRows rows, PlatformTransactionManager transactions, Clock clock) {
        this.transaction = new TransactionTemplate(transactions);
        this.jdbc = jdbc;
        this.rows = rows;
        this.clock = clock;
    }

    private record Place(String kind, String key, BigDecimal amount, Quota.Supply supply, String state, boolean live) {}

    /**
     * An answer moves the places its action holds.
     *
     * @throws ConflictException it accepts something of which nothing is left: the place had been given back and somebody else has it
     */
    void answered(UUID holder, String action, Outcome outcome) {
        switch (outcome) {
            case ACCEPTED -> take(holder, action, clock.instant());
            case CANCELLED -> putBack(holder, action, "released");
            default -> lockReservations(holder, action);
        }
        if (OutcomeOrder.impliesPresented(outcome)) {
            state(QuotaRows.LIMIT, holder, action, "held", "taken");
        } else if (outcome != Outcome.SHOWN) {
            state(QuotaRows.LIMIT, holder, action, "held", "released");
        }
        switch (outcome) {
            case DECLINED, NOT_NOW, NOT_OFFERED, EXPIRED -> release(holder, action);
            default -> {}
        }
    }

    /**
     * An answer was taken back.
     *
     * @param presented whether the offer still counts as presented
     */
    void undone(UUID holder, String action, Outcome outcome, boolean presented) {
        switch (outcome) {
            case ACCEPTED -> putBack(holder, action, "held");
            case CANCELLED -> take(holder, action, clock.instant());
            default -> lockReservations(holder, action);
        }
        if (!presented) {
            state(QuotaRows.LIMIT, holder, action, "taken", "held");
        }
    }

    /** Gives back what a holder still holds. */
    public void giveBack(UUID holder) {
        transaction.executeWithoutResult(status -> {
            lockReservations(holder, "%");
            Set<String> supplies = new HashSet<>(jdbc.queryForList(
                    "UPDATE history_reservation SET state = 'released' WHERE holder = ? AND state = 'held'"
                            + " RETURNING CASE kind WHEN 'supply' THEN key ELSE '' END",
                    String.class,
                    holder));
            supplies.remove("");
            rows.tell(supplies);
        });
    }

    /** In the order in which claims write them. */
    private void lockReservations(UUID holder, String action) {
        jdbc.query("""
                SELECT 1 FROM history_reservation WHERE holder = ? AND action LIKE ?
                ORDER BY action COLLATE "C", kind COLLATE "C", key COLLATE "C" FOR UPDATE
                """, row -> {}, holder, action);
    }

    private void take(UUID holder, String action, Instant now) {
        List<Place> places = lock(holder, action, now);
        for (Place each : places) {
            Map<String, Set<String>> own = Map.of(each.key, Set.of(action));
            Standing standing = rows.standings(own, holder, now).getOrDefault(each.key, Standing.FRESH);
            if (!each.live && !each.state.equals("taken") && !standing.room(each.supply, each.amount)) {
                throw new ConflictException(new LocalText(
                        "Nothing is left of it: the place that was held for this conversation has run out, and"
                                + " somebody else has taken the last one. Nothing was recorded.",
                        "Il n’en reste plus : la place gardée pour cette conversation a expiré, et quelqu’un d’autre a pris"
                                + " la dernière. Rien n’a été noté."));
            }
        }
        for (Place each : places) {
            if (!each.state.equals("taken")) {
                rows.book(each.key, 1, each.amount);
            }
        }
        state(QuotaRows.SUPPLY, holder, action, "held", "taken");
        state(QuotaRows.SUPPLY, holder, action, "released", "taken");
        tell(places);
    }

    private void putBack(UUID holder, String action, String then) {
        List<Place> places = lock(holder, action, clock.instant());
        for (Place each : places) {
            if (each.state.equals("taken")) {
                rows.book(each.key, -1, each.amount.negate());
            }
        }
        state(QuotaRows.SUPPLY, holder, action, "taken", then);
        tell(places);
    }

    private void release(UUID holder, String action) {
        if (state(QuotaRows.SUPPLY, holder, action, "held", "released") > 0) {
            tell(places(holder, action, clock.instant()));
        }
    }

    private void tell(List<Place> places) {
        Set<String> supplies = new HashSet<>();
        places.forEach(each -> supplies.add(each.key));
        rows.tell(supplies);
    }

    /** A held place that comes back begins its time anew. */
    private int state(String kind, UUID holder, String action, String from, String to) {
        return jdbc.update(
                """
                UPDATE history_reservation SET state = ?,
                    until = CASE WHEN ? = 'held' THEN ?::timestamptz + (until - at) ELSE until END,
                    at = CASE WHEN ? = 'held' THEN ?::timestamptz ELSE at END
                WHERE kind = ? AND holder = ? AND action = ? AND state = ?
                """,
                to,
                to,
                DecisionStore.timestamp(clock.instant()),
                to,
                DecisionStore.timestamp(clock.instant()),
                kind,
                holder,
                action,
                from);
    }

    /** The supplies an action draws on, locked; read again under the lock, since they may have moved meanwhile. */
    private List<Place> lock(UUID holder, String action, Instant now) {
        List<Place> places = places(holder, action, now);
        if (places.isEmpty()) {
            lockReservations(holder, action);
            return places;
        }
        List<QuotaRows.Row> wanted = new ArrayList<>();
        places.forEach(each -> wanted.add(new QuotaRows.Row(each.kind, each.key, QuotaRows.EVERYBODY)));
        rows.lock(wanted);
        lockReservations(holder, action);
        return places(holder, action, now);
    }

    private List<Place> places(UUID holder, String action, Instant now) {
        return jdbc.query(
                """
                SELECT kind, key, amount, stock, budget, state, state = 'held' AND until > ? AS live FROM history_reservation
                WHERE kind = 'supply' AND holder = ? AND action = ? ORDER BY key COLLATE "C"
                """,
                (row, i) -> new Place(
                        row.getString("kind"),
                        row.getString("key"),
                        row.getBigDecimal("amount"),
                        new Quota.Supply(
                                row.getString("key"),
                                row.getObject("stock", Integer.class),
                                row.getBigDecimal("budget"),
                                1),
                        row.getString("state"),
                        row.getBoolean("live")),
                DecisionStore.timestamp(now),
                holder,
                action);
    }

    /** What has run out long ago is forgotten; what was accepted stays, since it may still be cancelled. */
    @Scheduled(initialDelay = 11 * 60_000, fixedDelay = 60 * 60_000)
    void forget() {
        jdbc.update(
                "DELETE FROM history_reservation WHERE until < ? AND (state <> 'taken' OR kind = 'limit')",
                DecisionStore.timestamp(clock.instant().minus(KEPT)));
    }
}
