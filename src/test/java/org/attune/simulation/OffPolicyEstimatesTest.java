package org.attune.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.attune.AttuneTest;
import org.attune.catalog.Catalog;
import org.attune.customer.CustomerDraft;
import org.attune.customer.CustomerState;
import org.attune.customer.Customers;
import org.attune.customer.SomeCustomer;
import org.attune.decision.Decision;
import org.attune.decision.DecisionRequest;
import org.attune.decision.Decisions;
import org.attune.decision.FirstPlace;
import org.attune.decision.FirstPlaces;
import org.attune.history.Answer;
import org.attune.history.FirstOffer;
import org.attune.history.History;
import org.attune.kernel.Channel;
import org.attune.kernel.Outcome;
import org.attune.simulation.engine.OffPolicy;
import org.attune.strategy.LiveStrategy;
import org.attune.strategy.Strategies;
import org.attune.strategy.Strategy;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** F29: what a draft would have had accepted, from decisions that were recorded under what is live. */
@AttuneTest
class OffPolicyEstimatesTest {
    private static final int CASES = 20;

    @Autowired
    OffPolicyEstimates estimates;

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

    private List<Decision> record(String prefix, List<CustomerDraft.StateDraft> states) {
        List<Decision> recorded = new ArrayList<>();
        for (int i = 0; i < CASES; i++) {
            String ref = prefix + i;
            SomeCustomer.named(ref, "Robin")
                    .attributes(Map.of("has_mobile", true))
                    .consents(Map.of("marketing", true, "profiling", true))
                    .states(states)
                    .put(customers);
            Decision decision = decisions.decide(
                    DecisionRequest.of(Objects.requireNonNull(customers.idOf(ref)), Channel.CALL_CENTER, "payment"));
            recorded.add(decision);
            if (!decision.recommendations().isEmpty()) {
                history.answer(
                        new Answer(
                                decision.id(),
                                decision.recommendations().getFirst().action(),
                                i % 2 == 0 ? Outcome.ACCEPTED : Outcome.DECLINED,
                                null,
                                null,
                                null),
                        "agent");
            }
        }
        return recorded;
    }

    @Test
    void theChanceOfTheFirstPlaceIsWorkedOutAgainToTheLastBit() {
        List<Decision> recorded = record("evidence-open-", List.of());

        int met = 0;
        for (FirstOffer each : history.firstOffers(CASES)) {
            FirstPlaces places = decisions.firstPlaces(each.decision(), List.of(live.current()));
            if (each.action() != null) {
                FirstPlace.Chance chance =
                        Objects.requireNonNull(places.recorded().of(each.action()));
                assertThat(each.arm().equals("main") ? chance.first() : chance.byChance())
                        .isEqualTo(each.selectionProbability());
                met++;
            }
            assertThat(places.recorded().silent()
                            + places.recorded().chances().stream()
                                    .mapToDouble(FirstPlace.Chance::first)
                                    .sum())
                    .isEqualTo(1, within(1e-9));
        }
        assertThat(met)
                .isEqualTo(recorded.stream()
                        .filter(each -> !each.recommendations().isEmpty())
                        .count());
    }

    @Test
    void aDraftThatIsTheSameEarnsTheSame() {
        record("evidence-same-", List.of());

        ExpectedEffect effect = estimates.estimate(live.current(), live.current(), CASES, done -> {});

        OffPolicy.Comparison accepted = Objects.requireNonNull(effect.accepted());
        assertThat(effect.decided()).isEqualTo(CASES);
        assertThat(effect.skipped()).isZero();
        assertThat(accepted.difference().doublyRobust()).isEqualTo(new OffPolicy.Estimate(0, 0, 0));
        assertThat(accepted.support().outside()).isZero();
        assertThat(accepted.refusal()).as("twenty decisions").isEqualTo(OffPolicy.Refusal.TOO_FEW);
        assertThat(accepted.verdict()).isZero();
    }

    @Test
    void whatNobodyCouldHaveHeardIsOutsideOfWhatCanBeJudgedAndNothingIsWritten() {
        // In hardship nothing is left to chance: what is not first is never first.
        List<Decision> recorded = record(
                "evidence-hardship-", List.of(new CustomerDraft.StateDraft(CustomerState.HARDSHIP, null, null, null)));
        Catalog now = strategies.document().catalog();
        Catalog without = now;
        for (String first : recorded.stream()
                .flatMap(each -> each.recommendations().stream().limit(1))
                .map(each -> each.action())
                .distinct()
                .toList()) {
            without = without.with(Objects.requireNonNull(now.action(first)).paused(true));
        }
        Strategy draft = strategies.compiled(999, strategies.document().with(without));
        long rows = rows();
        List<Integer> progress = new ArrayList<>();

        ExpectedEffect effect = estimates.estimate(live.current(), draft, CASES, progress::add);

        assertThat(rows()).as("nothing is written").isEqualTo(rows);
        assertThat(progress).hasSize(CASES);
        OffPolicy.Comparison accepted = Objects.requireNonNull(effect.accepted());
        assertThat(effect.control()).isZero();
        assertThat(accepted.reference().ips().value())
                .as("what is live is judged by what it did: every second accepted")
                .isEqualTo(0.5, within(1e-9));
        assertThat(accepted.candidate().ips().value()).isZero();
        assertThat(accepted.support().outside()).isEqualTo(1, within(1e-9));
        assertThat(accepted.refusal()).isEqualTo(OffPolicy.Refusal.OUTSIDE);
        assertThat(Objects.requireNonNull(effect.worth()).reference().ips().value())
                .isPositive();
    }

    private long rows() {
        return jdbc.sql("select (select count(*) from history_decision) + (select count(*) from history_offer)"
                        + " + (select count(*) from history_outcome) + (select count(*) from strategy_revision)")
                .query(Long.class)
                .single();
    }
}
