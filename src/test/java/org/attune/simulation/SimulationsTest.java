package org.attune.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.attune.AttuneTest;
import org.attune.catalog.Catalog;
import org.attune.customer.CustomerState;
import org.attune.customer.Customers;
import org.attune.customer.SomeCustomer;
import org.attune.decision.DecisionRequest;
import org.attune.decision.Decisions;
import org.attune.history.History;
import org.attune.kernel.Channel;
import org.attune.strategy.LiveStrategy;
import org.attune.strategy.Strategies;
import org.attune.strategy.Strategy;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The difference in decisions, before anything is published. */
@AttuneTest
class SimulationsTest {
    private static final int CASES = 12;

    @Autowired
    Simulations simulations;

    @Autowired
    Strategies strategies;

    @Autowired
    LiveStrategy live;

    @Autowired
    Decisions decisions;

    @Autowired
    Customers customers;

    @Autowired
    History history;

    @Autowired
    JdbcClient jdbc;

    /** Customers in hardship are never in the control group, so that every one of these counts. */
    private void recordDecisions() {
        for (int i = 0; i < CASES; i++) {
            String ref = "simulation-" + i;
            SomeCustomer.named(ref, "Robin")
                    .attributes(Map.of("arrears_days", 34, "amount_owed", 90, "bills_missed_6m", 2, "has_mobile", true))
                    .in(CustomerState.HARDSHIP)
                    .put(customers);
            decisions.decide(
                    DecisionRequest.of(Objects.requireNonNull(customers.idOf(ref)), Channel.CALL_CENTER, "payment"));
        }
    }

    /** What stands first on all these lists today, whatever other tests have taught the models. */
    private String first() {
        return decisions
                .under(history.latest(1).getFirst(), live.current())
                .recommendations()
                .getFirst()
                .action();
    }

    private long rows() {
        return jdbc.sql("select (select count(*) from history_decision) + (select count(*) from history_offer)"
                        + " + (select count(*) from strategy_revision)")
                .query(Long.class)
                .single();
    }

    @Test
    void aDraftThatIsTheSameChangesNoDecision() {
        recordDecisions();

        Impact impact = simulations.compare(live.current(), live.current(), CASES, done -> {});

        assertThat(impact.decided()).isEqualTo(CASES);
        assertThat(impact.changed()).isZero();
        assertThat(impact.actions()).isEmpty();
    }

    @Test
    void whatADraftTakesAwayIsSeenToLoseAndWhatComesInsteadToWin() {
        recordDecisions();
        long rows = rows();
        Catalog now = strategies.document().catalog();
        String first = first();
        Strategy draft = strategies.compiled(
                999,
                strategies
                        .document()
                        .with(now.with(Objects.requireNonNull(now.action(first)).paused(true))));
        List<Integer> progress = new ArrayList<>();

        Impact impact = simulations.compare(live.current(), draft, CASES, progress::add);

        assertThat(rows()).as("nothing is written").isEqualTo(rows);
        assertThat(progress).hasSize(CASES);
        assertThat(impact.changed()).isEqualTo(CASES);
        Impact.Shift lost = impact.actions().stream()
                .filter(each -> each.key().equals(first))
                .findFirst()
                .orElseThrow();
        assertThat(lost.before()).isEqualTo(CASES);
        assertThat(lost.after()).isZero();
        assertThat(impact.actions()).anyMatch(each -> each.change() > 0);
        assertThat(impact.samples())
                .hasSize(CASES)
                .allSatisfy(sample -> assertThat(sample.before()).isNotEqualTo(sample.after()));
    }
}
