package org.attune.care.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.attune.care.BudgetVersion;
import org.attune.care.engine.Budget;
import org.attune.care.engine.Budget.Household;
import org.attune.care.engine.Budget.Line;
import org.attune.kernel.CustomerId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** Keeps budgets. */
@Repository
public class BudgetStore {
    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final BudgetForm form;

    BudgetStore(JdbcClient jdbc, JsonMapper json, BudgetForm form) {
        this.jdbc = jdbc;
        this.json = json;
        this.form = form;
    }

    /** Adds a version under the next number of the customer. */
    public BudgetVersion add(BudgetVersion draft) {
        jdbc.sql("select pg_advisory_xact_lock(hashtext('care-budget'), hashtext(?))")
                .param(draft.customer().toString())
                .query((row, n) -> 0)
                .single();
        int version = jdbc.sql("select coalesce(max(version), 0) + 1 from care_budget where customer = ?")
                .param(draft.customer().value())
                .query(Integer.class)
                .single();
        jdbc.sql("""
                        insert into care_budget (id, customer, version, adults, children, lines, income, fixed, flexible, consent,
                            expires_on, made_by, made_at) values (?, ?, ?, ?, ?, ?::jsonb, ?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        draft.id(),
                        draft.customer().value(),
                        version,
                        draft.household().adults(),
                        draft.household().children(),
                        json.writeValueAsString(draft.lines()),
                        draft.result().income(),
                        draft.result().fixed(),
                        draft.result().flexible(),
                        draft.consent(),
                        draft.expiresOn(),
                        draft.madeBy(),
                        Sql.time(draft.madeAt()))
                .update();
        return new BudgetVersion(
                draft.id(),
                draft.customer(),
                version,
                draft.household(),
                draft.lines(),
                draft.result(),
                draft.consent(),
                draft.expiresOn(),
                draft.madeBy(),
                draft.madeAt());
    }

    /** The versions that count on a day, the latest first. */
    public List<BudgetVersion> of(CustomerId customer, LocalDate today) {
        return jdbc.sql("select * from care_budget where customer = ? and expires_on >= ? order by version desc")
                .params(customer.value(), today)
                .query(this::read)
                .list();
    }

    /** Deletes what counts no longer; tells how many. */
    int forget(LocalDate today) {
        return jdbc.sql("delete from care_budget where expires_on < ?")
                .param(today)
                .update();
    }

    private BudgetVersion read(ResultSet row, int number) throws SQLException {
        Household household = new Household(row.getInt("adults"), row.getInt("children"));
        List<Line> lines = List.of(json.readValue(row.getString("lines"), Line[].class));
        Budget.Result now = Budget.of(form.categories(), household, known(lines));
        return new BudgetVersion(
                row.getObject("id", UUID.class),
                new CustomerId(row.getObject("customer", UUID.class)),
                row.getInt("version"),
                household,
                lines,
                // The sums as they were agreed on, also when the form has changed since.
                new Budget.Result(row.getLong("income"), row.getLong("fixed"), row.getLong("flexible"), now.flags()),
                row.getString("consent"),
                row.getObject("expires_on", LocalDate.class),
                row.getString("made_by"),
                Sql.instant(row, "made_at"));
    }

    private List<Line> known(List<Line> lines) {
        List<String> keys = form.categories().stream().map(Budget.Category::key).toList();
        return lines.stream().filter(line -> keys.contains(line.category())).toList();
    }
}
