package org.attune.care.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.attune.care.Referral;
import org.attune.care.Referral.Outcome;
import org.attune.care.Referral.Shared;
import org.attune.care.ReferralId;
import org.attune.kernel.CustomerId;
import org.attune.kernel.Keyed;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Keeps referrals. */
@Repository
public class ReferralStore {
    private final JdbcClient jdbc;

    ReferralStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public void insert(Referral r) {
        jdbc.sql("insert into care_referral (id, customer, partner, shared, consent, spoke_with, made_by, made_at)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?)")
                .params(
                        r.id().value(),
                        r.customer().value(),
                        r.partner(),
                        r.shared().stream().map(Enum::name).sorted().toArray(String[]::new),
                        r.consent(),
                        r.spokeWith(),
                        r.madeBy(),
                        Sql.time(r.madeAt()))
                .update();
    }

    /** False when it is unknown or its outcome was told before. */
    public boolean became(ReferralId id, Outcome outcome, String who, Instant at) {
        return jdbc.sql("update care_referral set outcome = ?, outcome_by = ?, outcome_at = ?"
                                + " where id = ? and outcome is null")
                        .params(outcome.key(), who, Sql.time(at), id.value())
                        .update()
                == 1;
    }

    public Optional<Referral> find(ReferralId id) {
        return jdbc.sql("select * from care_referral where id = ?")
                .param(id.value())
                .query(ReferralStore::read)
                .optional();
    }

    public List<Referral> of(CustomerId customer) {
        return jdbc.sql("select * from care_referral where customer = ? order by made_at desc, id desc")
                .param(customer.value())
                .query(ReferralStore::read)
                .list();
    }

    private static Referral read(ResultSet row, int n) throws SQLException {
        String outcome = row.getString("outcome");
        return new Referral(
                new ReferralId(row.getObject("id", UUID.class)),
                new CustomerId(row.getObject("customer", UUID.class)),
                row.getString("partner"),
                Arrays.stream((String[]) row.getArray("shared").getArray())
                        .map(Shared::valueOf)
                        .collect(Collectors.toSet()),
                row.getString("consent"),
                row.getString("spoke_with"),
                row.getString("made_by"),
                Sql.instant(row, "made_at"),
                outcome == null ? null : Keyed.of(Outcome.class, "outcome", outcome),
                row.getString("outcome_by"),
                Sql.instantOrNull(row, "outcome_at"));
    }
}
