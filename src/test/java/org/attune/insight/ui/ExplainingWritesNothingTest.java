package org.attune.insight.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.attune.AttuneTest;
import org.attune.customer.Customers;
import org.attune.decision.Decision;
import org.attune.decision.DecisionRequest;
import org.attune.decision.DecisionTrace;
import org.attune.decision.Decisions;
import org.attune.decision.Explanations;
import org.attune.kernel.Channel;
import org.attune.kernel.ConflictException;
import org.attune.kernel.DecisionId;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.test.context.support.WithMockUser;
import org.springframework.transaction.support.TransactionTemplate;

/** Explaining, replaying and printing leave every table as it was. */
@AttuneTest
@ViewPackages(packages = {"org.attune.insight.ui", "org.attune.ui"})
@WithMockUser(username = "supervisor", roles = "SUPERVISOR")
class ExplainingWritesNothingTest extends SpringBrowserlessTest {
    @Autowired
    private Decisions decisions;

    @Autowired
    private Explanations explanations;

    @Autowired
    private Customers customers;

    @Autowired
    private JdbcTemplate jdbc;

    @Autowired
    private TransactionTemplate transaction;

    @Test
    void rowsContentsAndWriteCountersOfAllTablesStayTheSame() {
        Decision decision = decide();
        Map<String, String> before = contents();
        assertThat(before).hasSizeGreaterThan(15).containsKeys("history_decision", "history_offer");

        transaction.executeWithoutResult(status -> {
            Long written = written();
            explainAll(decision.id());
            assertThat(jdbc.queryForObject("SELECT pg_current_xact_id_if_assigned()::text", String.class))
                    .as("a transaction that writes nothing gets no id")
                    .isNull();
            assertThat(written()).isEqualTo(written);
        });

        assertThat(contents()).isEqualTo(before);
    }

    @Test
    void theCountersWouldTellOfAWrite() {
        transaction.executeWithoutResult(status -> {
            Long written = written();
            decide();
            assertThat(jdbc.queryForObject("SELECT pg_current_xact_id_if_assigned()::text", String.class))
                    .isNotNull();
            assertThat(written()).isGreaterThan(written);
            status.setRollbackOnly();
        });
    }

    /** What this connection has written and not yet reported, this transaction included. */
    private Long written() {
        return jdbc.queryForObject(
                "SELECT coalesce(sum(n_tup_ins + n_tup_upd + n_tup_del), 0)::bigint FROM pg_stat_xact_user_tables",
                Long.class);
    }

    private void explainAll(DecisionId id) {
        DecisionTrace trace = decisions.read(id);
        assertThat(trace.candidates()).isNotEmpty();
        trace.candidates().forEach(each -> explanations.explain(trace, each.action()));
        explanations.explain(id, Decisions.NONE);
        try {
            decisions.replay(id);
        } catch (ConflictException e) {
            assertThat(e.getMessage()).isNotBlank();
        }
        navigate(InsightNavigation.decision(id), DecisionView.class);
        navigate(InsightNavigation.letter(id), LetterView.class);
    }

    private Decision decide() {
        return decisions.decide(
                DecisionRequest.of(Objects.requireNonNull(customers.idOf("C-100001")), Channel.CALL_CENTER, "payment"));
    }

    /**
     * The number of rows of each table and a sum over all they hold; but for the desks, which say every few seconds that they are
     * still there.
     */
    private Map<String, String> contents() {
        Map<String, String> contents = new TreeMap<>();
        for (String table : jdbc.queryForList(
                "SELECT relname FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace"
                        + " AND relname <> 'interaction_desk'",
                String.class)) {
            contents.put(
                    table,
                    jdbc.queryForObject(
                            "SELECT count(*) || ' ' || coalesce(sum(hashtextextended(t::text, 0)), 0) FROM \"" + table
                                    + "\" t",
                            String.class));
        }
        return contents;
    }
}
