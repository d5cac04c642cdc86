package org.attune.care.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.attune.care.CareCase;
import org.attune.care.CareCase.Visibility;
import org.attune.care.CaseId;
import org.attune.care.CaseKind;
import org.attune.care.engine.Refusal;
import org.attune.kernel.CustomerId;
import org.attune.kernel.Keyed;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Keeps what customers go through. */
@Repository
public class CaseStore {
    private final JdbcClient jdbc;

    CaseStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Adds one; of most kinds a customer has at most one open. */
    public void insert(CareCase c) {
        try {
            jdbc.sql("""
                            insert into care_case (id, customer, kind, reason, note, visibility, consent, opened_on, ends_on, cycles,
                                review_from, review_to, reviewed_on, assess_by, assessed_on, answer_by, answered_on, outcome,
                                opened_by, opened_at, closed_by, closed_at)
                            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                    .params(
                            c.id().value(),
                            c.customer().value(),
                            c.kind().key(),
                            c.reason(),
                            c.note(),
                            c.visibility().key(),
                            c.consent(),
                            c.openedOn(),
                            c.endsOn(),
                            c.cycles(),
                            c.reviewFrom(),
                            c.reviewTo(),
                            c.reviewedOn(),
                            c.assessBy(),
                            c.assessedOn(),
                            c.answerBy(),
                            c.answeredOn(),
                            c.outcome(),
                            c.openedBy(),
                            Sql.time(c.openedAt()),
                            c.closedBy(),
                            Sql.timeOrNull(c.closedAt()))
                    .update();
        } catch (DuplicateKeyException e) {
            throw Refusal.conflict("This is recorded already and still open.", "C’est déjà enregistré et en cours.");
        }
    }

    /** Locks one and reads it. */
    public Optional<CareCase> lock(CaseId id) {
        return jdbc.sql("select * from care_case where id = ? for update")
                .param(id.value())
                .query(CaseStore::read)
                .optional();
    }

    /** All of a customer, the latest first. */
    public List<CareCase> of(CustomerId customer) {
        return jdbc.sql("select * from care_case where customer = ? order by opened_at desc, id desc")
                .param(customer.value())
                .query(CaseStore::read)
                .list();
    }

    /** Open ones on which a clock runs, the most urgent first. */
    public List<CareCase> onTheClock(int limit) {
        return jdbc.sql("""
                        select * from care_case where closed_at is null and (
                               (assess_by is not null and assessed_on is null)
                            or (answer_by is not null and answered_on is null)
                            or (review_to is not null and reviewed_on is null))
                         order by least(
                               case when assessed_on is null then assess_by end,
                               case when answered_on is null then answer_by end,
                               case when reviewed_on is null then review_to end), id limit ?""").param(limit).query(CaseStore::read).list();
    }

    /** Open ones that ended by themselves before a day. */
    List<CareCase> over(LocalDate today) {
        return jdbc.sql("select * from care_case where closed_at is null and ends_on < ? limit 1000")
                .param(today)
                .query(CaseStore::read)
                .list();
    }

    public void assessed(CaseId id, LocalDate on, LocalDate answerBy) {
        jdbc.sql("update care_case set assessed_on = ?, answer_by = ? where id = ?")
                .params(on, answerBy, id.value())
                .update();
    }

    public void answered(CaseId id, LocalDate on, String outcome) {
        jdbc.sql("update care_case set answered_on = ?, outcome = ? where id = ?")
                .params(on, outcome, id.value())
                .update();
    }

    public void reviewed(CaseId id, LocalDate on, String outcome) {
        jdbc.sql("update care_case set reviewed_on = ?, outcome = ? where id = ?")
                .params(on, outcome, id.value())
                .update();
    }

    public void endsOn(CaseId id, LocalDate day) {
        jdbc.sql("update care_case set ends_on = ? where id = ?")
                .params(day, id.value())
                .update();
    }

    public void close(CaseId id, String who, Instant at) {
        jdbc.sql("update care_case set closed_by = ?, closed_at = ? where id = ? and closed_at is null")
                .params(who, Sql.time(at), id.value())
                .update();
    }

    /** What is personal in a need that is over is forgotten. */
    void forget(CaseId id) {
        jdbc.sql("update care_case set note = '', reason = '' where id = ?")
                .param(id.value())
                .update();
    }

    private static CareCase read(ResultSet row, int n) throws SQLException {
        int cycles = row.getInt("cycles");
        Integer known = row.wasNull() ? null : cycles;
        return new CareCase(
                new CaseId(row.getObject("id", UUID.class)),
                new CustomerId(row.getObject("customer", UUID.class)),
                Keyed.of(CaseKind.class, "kind", row.getString("kind")),
                row.getString("reason"),
                row.getString("note"),
                Keyed.of(Visibility.class, "visibility", row.getString("visibility")),
                row.getString("consent"),
                row.getObject("opened_on", LocalDate.class),
                Sql.day(row, "ends_on"),
                known,
                Sql.day(row, "review_from"),
                Sql.day(row, "review_to"),
                Sql.day(row, "reviewed_on"),
                Sql.day(row, "assess_by"),
                Sql.day(row, "assessed_on"),
                Sql.day(row, "answer_by"),
                Sql.day(row, "answered_on"),
                row.getString("outcome"),
                row.getString("opened_by"),
                Sql.instant(row, "opened_at"),
                row.getString("closed_by"),
                Sql.instantOrNull(row, "closed_at"));
    }
}
