package org.attune.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.attune.AttuneTest;
import org.attune.catalog.Action;
import org.attune.customer.CustomerState;
import org.attune.customer.Customers;
import org.attune.customer.SomeCustomer;
import org.attune.decision.Decision;
import org.attune.decision.DecisionRequest;
import org.attune.decision.DecisionTrace;
import org.attune.decision.Decisions;
import org.attune.decision.Dropped;
import org.attune.decision.Recommendation;
import org.attune.history.Answer;
import org.attune.history.History;
import org.attune.kernel.Channel;
import org.attune.kernel.CustomerId;
import org.attune.kernel.Outcome;
import org.attune.learning.Models;
import org.attune.policy.Shield;
import org.attune.strategy.Strategies;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@AttuneTest
class DecidingTest {
    @Autowired
    Customers customers;

    @Autowired
    Decisions decisions;

    @Autowired
    History history;

    @Autowired
    Models models;

    @Autowired
    Strategies strategies;

    @Autowired
    Clock clock;

    @Autowired
    MeterRegistry meters;

    private CustomerId customer(String ref, Map<String, Object> attributes, List<CustomerState> states) {
        Map<String, Object> all = new HashMap<>(Map.of(
                "arrears_days",
                0,
                "bills_missed_6m",
                0,
                "plan",
                "mobile-40",
                "tenure_months",
                30,
                "segment",
                "standard",
                "has_mobile",
                true,
                "churn_risk",
                0.2,
                "amount_owed",
                0));
        all.putAll(attributes);
        return SomeCustomer.named(ref, "Robin " + ref)
                .attributes(all)
                .consents(Map.of("sales_calls", true, "profiling", true))
                .in(states.toArray(CustomerState[]::new))
                .put(customers);
    }

    private Decision decide(CustomerId customer, String reason) {
        Decision decision = decisions.decide(DecisionRequest.of(customer, Channel.CALL_CENTER, reason));
        history.shown(
                decision.id(),
                decision.recommendations().stream().map(Recommendation::action).toList(),
                "test");
        return decision;
    }

    @Test
    void proposesAtMostThreeRankedActionsWithReasonsAndASpokenLine() {
        Decision decision = decide(customer("D-1", Map.of(), List.of()), "billing");
        assertThat(decision.recommendations()).isNotEmpty().hasSizeLessThanOrEqualTo(3);
        int rank = 1;
        for (Recommendation each : decision.recommendations()) {
            assertThat(each.rank()).isEqualTo(rank++);
            assertThat(Objects.requireNonNull(each.treatment()).script()).isNotBlank();
        }
        assertThat(decision.strategyRevision()).isEqualTo(strategies.revision());
    }

    @Test
    void theFunnelAddsUpToTheCatalog() {
        Decision decision = decide(customer("D-2", Map.of(), List.of()), "information");
        DecisionTrace trace = decisions.read(decision.id());
        int catalog = strategies.document().actions().size();
        long ranked = trace.candidates().stream()
                .filter(each -> each.stage().equals("ranked"))
                .count();
        assertThat(trace.candidates()).hasSize(catalog);
        assertThat(decision.dropped().size() + ranked).isEqualTo(catalog);
        assertThat(decision.dropped()).allSatisfy(dropped -> {
            assertThat(dropped.stage()).isNotBlank();
            assertThat(dropped.rule()).isNotBlank();
        });
    }

    @Test
    void sellsNothingToACustomerInHardshipAndSaysSo() {
        CustomerId robin = customer("D-3", Map.of("arrears_days", 34), List.of(CustomerState.HARDSHIP));
        Decision decision = decide(robin, "upgrade");
        assertThat(decision.recommendations()).allSatisfy(each -> {
            Action action =
                    Objects.requireNonNull(strategies.document().catalog().action(each.action()));
            assertThat(Shield.sells(action, each.issue())).isFalse();
        });
        assertThat(decision.protections()).isNotEmpty();
        assertThat(decision.protections().getFirst().en()).contains("Sales are off");
    }

    @Test
    void aDeclinedActionWaitsAndSaysFromWhen() {
        CustomerId robin = customer("D-4", Map.of(), List.of());
        Decision first = decide(robin, "billing");
        Recommendation top = first.recommendations().getFirst();
        history.answer(new Answer(first.id(), top.action(), Outcome.DECLINED, "no-need", null, null), "test");
        Decision second = decide(robin, "billing");
        assertThat(second.recommendations()).extracting(Recommendation::action).doesNotContain(top.action());
        Dropped dropped = second.dropped().stream()
                .filter(d -> d.action().equals(top.action()))
                .findFirst()
                .orElseThrow();
        assertThat(dropped.stage()).isEqualTo("contact");
        assertThat(dropped.values()).containsKey("again");
    }

    @Test
    void notNowComesBackOnTheDayAgreed() {
        CustomerId robin = customer("D-5", Map.of(), List.of());
        Decision first = decide(robin, "billing");
        String action = first.recommendations().getFirst().action();
        LocalDate again = LocalDate.now(clock).plusDays(40);
        history.answer(new Answer(first.id(), action, Outcome.NOT_NOW, "needs-time", again, null), "test");
        assertThat(decide(robin, "billing").dropped())
                .filteredOn(d -> d.action().equals(action))
                .singleElement()
                .satisfies(d -> assertThat(d.values()).containsEntry("again", again.toString()));
    }

    @Test
    void undoBringsTheActionBack() {
        CustomerId robin = customer("D-6", Map.of(), List.of());
        Decision first = decide(robin, "technical");
        String action = first.recommendations().getFirst().action();
        String before = models.fingerprint();
        history.answer(new Answer(first.id(), action, Outcome.DECLINED, "price", null, null), "test");
        assertThat(models.fingerprint()).isNotEqualTo(before);
        assertThat(history.undo(first.id(), action, "test")).isTrue();
        assertThat(models.fingerprint()).isEqualTo(before);
        assertThat(decide(robin, "technical").dropped())
                .filteredOn(d -> d.action().equals(action))
                .noneMatch(d -> d.stage().equals("contact"));
    }

    @Test
    void afterEnoughAnswersTheSameSituationRanksDifferently() {
        CustomerId seen = customer("D-7", Map.of("churn_risk", 0.81), List.of());
        Decision before = decide(seen, "leaving");
        String top = before.recommendations().getFirst().action();
        double propensity = before.recommendations().getFirst().propensity();
        for (int i = 0; i < 60; i++) {
            CustomerId other = customer("D-7-" + i, Map.of("churn_risk", 0.81), List.of());
            Decision decision = decide(other, "leaving");
            for (Recommendation each : decision.recommendations()) {
                Outcome outcome = each.action().equals(top) ? Outcome.DECLINED : Outcome.ACCEPTED;
                history.answer(new Answer(decision.id(), each.action(), outcome, null, null, null), "test");
            }
        }
        Decision after = decide(customer("D-7-again", Map.of("churn_risk", 0.81), List.of()), "leaving");
        assertThat(after.modelVersion()).isGreaterThan(before.modelVersion());
        assertThat(after.recommendations().getFirst().action()).isNotEqualTo(top);
        after.recommendations().stream()
                .filter(each -> each.action().equals(top))
                .forEach(each -> assertThat(each.propensity()).isLessThan(propensity));
    }

    @Test
    void theEndOfADifficultyIsNotTheBeginningOfSales() {
        CustomerId robin = customer("D-8", Map.of(), List.of(CustomerState.HARDSHIP));
        customers.endState(robin, CustomerState.HARDSHIP, "test");
        Decision decision = decide(robin, "upgrade");
        assertThat(decision.dropped())
                .filteredOn(d -> d.stage().equals("shield"))
                .isNotEmpty()
                .allSatisfy(d -> assertThat(d.rule()).isEqualTo("cool-off-after-difficulty"));
        assertThat(decision.recommendations()).noneMatch(each -> each.issue().equals("sales"));
    }

    @Test
    void eachBlockOfTheShieldIsCountedByRuleAndStateButNotWhenItIsReplayed() {
        CustomerId robin = customer("D-10", Map.of(), List.of(CustomerState.BEREAVEMENT));
        double before = blocked();
        Decision decision = decide(robin, "information");
        long stopped = decision.dropped().stream()
                .filter(each -> each.stage().equals("shield"))
                .count();
        assertThat(stopped).isPositive();
        assertThat(blocked() - before).isEqualTo(stopped);
        decisions.replay(decision.id());
        assertThat(blocked() - before).isEqualTo(stopped);
    }

    private double blocked() {
        return meters
                .find("attune.shield.blocks")
                .tag("rule", "no-sales-in-difficulty")
                .tag("state", "bereavement")
                .counters()
                .stream()
                .mapToDouble(Counter::count)
                .sum();
    }

    @Test
    void explainingWritesNothing() {
        CustomerId robin = customer("D-9", Map.of(), List.of());
        Decision decision = decide(robin, "billing");
        Instant now = clock.instant();
        int offers = history.pastOffers(robin).size();
        decisions.read(decision.id());
        assertThat(history.pastOffers(robin)).hasSize(offers);
        assertThat(customers.context(robin, now).states()).isEmpty();
    }
}
