package org.attune.care.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.attune.care.Arrangement;
import org.attune.care.Arrangement.Expected;
import org.attune.care.Arrangement.State;
import org.attune.care.ArrangementId;
import org.attune.care.engine.Capacity;
import org.attune.care.engine.Frequency;
import org.attune.care.engine.PlanCalculator.Beyond;
import org.attune.care.engine.Refusal;
import org.attune.kernel.CustomerId;
import org.attune.kernel.Keyed;
import org.attune.kernel.Language;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Keeps arrangements. Who changes one locks it first. */
@Repository
public class ArrangementStore {
    private final JdbcClient jdbc;

    ArrangementStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Adds one; a customer who has a live one already gets a ConflictException. */
    public void insert(Arrangement a) {
        Language language = a.language();
        try {
            jdbc.sql("""
                            insert into care_arrangement (id, customer, state, frequency, instalment, arrears, surplus, extra_use,
                                reserve, beyond, reason, reason_language, proposed_by, proposed_at, approved_by, approved_at, ended_at, end_reason)
                            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                    .params(
                            a.id().value(),
                            a.customer().value(),
                            a.state().key(),
                            a.frequency().key(),
                            a.instalment(),
                            a.arrears(),
                            a.capacity().surplus(),
                            a.capacity().extraUse(),
                            a.capacity().reserve(),
                            a.beyond().stream().map(Enum::name).sorted().toArray(String[]::new),
                            a.reason(),
                            language == null ? null : language.key(),
                            a.proposedBy(),
                            Sql.time(a.proposedAt()),
                            a.approvedBy(),
                            Sql.timeOrNull(a.approvedAt()),
                            Sql.timeOrNull(a.endedAt()),
                            a.endReason())
                    .update();
        } catch (DuplicateKeyException e) {
            throw Refusal.conflict(
                    "This customer has an arrangement already. End it first, or change it.",
                    "Ce client a déjà un échéancier. Mettez-y fin d’abord.");
        }
        a.payments().forEach(each -> {
            expect(a.id(), each.number(), each.due(), each.cents());
            LocalDate missed = each.missedOn();
            if (each.paidCents() > 0) {
                pay(a.id(), each.number(), each.paidCents(), each.paidOn());
            }
            if (missed != null) {
                miss(a.id(), each.number(), missed);
            }
        });
    }

    /** Adds a payment that is expected. */
    public void expect(ArrangementId id, int number, LocalDate due, long cents) {
        jdbc.sql("insert into care_instalment (arrangement, number, due_on, cents) values (?, ?, ?, ?)")
                .params(id.value(), number, due, cents)
                .update();
    }

    /** Locks one and reads it. */
    public Optional<Arrangement> lock(ArrangementId id) {
        return jdbc.sql("select * from care_arrangement where id = ? for update")
                .param(id.value())
                .query(this::read)
                .optional();
    }

    /** All of a customer, the latest first. */
    public List<Arrangement> of(CustomerId customer) {
        return jdbc.sql("select * from care_arrangement where customer = ? order by proposed_at desc, id desc")
                .param(customer.value())
                .query(this::read)
                .list();
    }

    /** Those that wait for a second person, the oldest first. */
    public List<Arrangement> waiting() {
        return jdbc.sql("select * from care_arrangement where state = 'proposed' order by proposed_at, id limit 200")
                .query(this::read)
                .list();
    }

    /** Those that run and have a payment that should have come before a day. */
    public List<ArrangementId> overdue(LocalDate before) {
        return jdbc.sql("""
                        select distinct a.id from care_arrangement a join care_instalment i on i.arrangement = a.id
                         where a.state in ('active', 'kept') and i.paid_on is null and i.missed_on is null and i.due_on < ?
                         limit 1000""")
                .param(before)
                .query((row, n) -> new ArrangementId(row.getObject(1, UUID.class)))
                .list();
    }

    /** How many are in each state; ended ones since an instant. */
    public Map<State, Long> counts(Instant since) {
        Map<State, Long> counts = new EnumMap<>(State.class);
        jdbc.sql("select state, count(*) from care_arrangement where ended_at is null or ended_at >= ? group by state")
                .param(Sql.time(since))
                .query(row -> {
                    counts.put(Keyed.of(State.class, "state", row.getString(1)), row.getLong(2));
                });
        return counts;
    }

    public void move(ArrangementId id, State state) {
        jdbc.sql("update care_arrangement set state = ? where id = ?")
                .params(state.key(), id.value())
                .update();
    }

    public void approve(ArrangementId id, String who, Instant at) {
        jdbc.sql("update care_arrangement set state = 'active', approved_by = ?, approved_at = ? where id = ?")
                .params(who, Sql.time(at), id.value())
                .update();
    }

    public void end(ArrangementId id, State state, String reason, Instant at) {
        jdbc.sql("update care_arrangement set state = ?, end_reason = ?, ended_at = ? where id = ?")
                .params(state.key(), reason, Sql.time(at), id.value())
                .update();
    }

    public void pay(ArrangementId id, int number, long paidCents, @Nullable LocalDate paidOn) {
        jdbc.sql("update care_instalment set paid_cents = ?, paid_on = ? where arrangement = ? and number = ?")
                .params(paidCents, paidOn, id.value(), number)
                .update();
    }

    public void miss(ArrangementId id, int number, LocalDate on) {
        jdbc.sql("update care_instalment set missed_on = ? where arrangement = ? and number = ?")
                .params(on, id.value(), number)
                .update();
    }

    /** False when this payment was counted before. */
    public boolean payment(String source, ArrangementId id, long cents, Instant at) {
        return jdbc.sql("insert into care_payment (source, arrangement, cents, at) values (?, ?, ?, ?)"
                                + " on conflict do nothing")
                        .params(source, id.value(), cents, Sql.time(at))
                        .update()
                == 1;
    }

    private Arrangement read(ResultSet row, int n) throws SQLException {
        ArrangementId id = new ArrangementId(row.getObject("id", UUID.class));
        Set<Beyond> beyond = Arrays.stream((String[]) row.getArray("beyond").getArray())
                .map(Beyond::valueOf)
                .collect(Collectors.toSet());
        String language = row.getString("reason_language");
        return new Arrangement(
                id,
                new CustomerId(row.getObject("customer", UUID.class)),
                Keyed.of(State.class, "state", row.getString("state")),
                Keyed.of(Frequency.class, "frequency", row.getString("frequency")),
                row.getLong("instalment"),
                row.getLong("arrears"),
                new Capacity(row.getLong("surplus"), row.getLong("extra_use"), row.getLong("reserve")),
                beyond,
                row.getString("reason"),
                language == null ? null : Language.of(language),
                row.getString("proposed_by"),
                Sql.instant(row, "proposed_at"),
                row.getString("approved_by"),
                Sql.instantOrNull(row, "approved_at"),
                Sql.instantOrNull(row, "ended_at"),
                row.getString("end_reason"),
                payments(id));
    }

    private List<Expected> payments(ArrangementId id) {
        return jdbc.sql("select * from care_instalment where arrangement = ? order by number")
                .param(id.value())
                .query((row, n) -> new Expected(
                        row.getInt("number"),
                        row.getObject("due_on", LocalDate.class),
                        row.getLong("cents"),
                        row.getLong("paid_cents"),
                        Sql.day(row, "paid_on"),
                        Sql.day(row, "missed_on")))
                .list();
    }
}
