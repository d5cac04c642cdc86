package org.attune.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.attune.AttuneTest;
import org.attune.Records;
import org.attune.catalog.Action;
import org.attune.catalog.ActionClass;
import org.attune.catalog.Catalog;
import org.attune.catalog.Issue;
import org.attune.customer.CustomerContext;
import org.attune.customer.Customers;
import org.attune.customer.SomeCustomer;
import org.attune.decision.Decision;
import org.attune.decision.DecisionRequest;
import org.attune.decision.Decisions;
import org.attune.decision.Recommendation;
import org.attune.kernel.Channel;
import org.attune.strategy.Strategies;
import org.attune.strategy.StrategyDocument;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What must be said stands in its own band; what was asked for needs no likelihood; what is offered does. */
@AttuneTest
class ActionClassTest {
    private static final String ACTION = "flat-bill";

    @Autowired
    Customers customers;

    @Autowired
    Decisions decisions;

    @Autowired
    Strategies strategies;

    /** The live catalog with a threshold nothing ordinary can reach, and one action of another class. */
    private List<String> proposed(ActionClass actionClass) {
        StrategyDocument document = strategies.document();
        Catalog catalog = document.catalog();
        for (Issue each : catalog.issues()) {
            catalog = catalog.with(
                    new Issue(each.key(), each.label(), each.mix(), 1, each.lever(), each.paused(), each.engagement()));
        }
        catalog = catalog.with(of(Objects.requireNonNull(catalog.action(ACTION)), actionClass));
        Decision decision = decisions.tryOut(
                customer(),
                List.of(),
                DecisionRequest.of(customer().id(), Channel.CALL_CENTER, "billing"),
                strategies.compiled(strategies.revision() + 1, document.with(catalog)));
        return decision.recommendations().stream().map(Recommendation::action).toList();
    }

    private CustomerContext customer() {
        Map<String, Object> attributes = new HashMap<>(Map.of("arrears_days", 0, "bills_missed_6m", 0));
        SomeCustomer.named("action-class", "Robin").attributes(attributes).put(customers);
        return customers.context(Objects.requireNonNull(customers.idOf("action-class")), java.time.Instant.now());
    }

    private static Action of(Action a, ActionClass actionClass) {
        return Records.with(a, Map.of("companyValue", 1.0, "customerValue", 1.0, "actionClass", actionClass));
    }

    @Test
    void anOrdinaryActionUnderTheThresholdIsNotProposed() {
        assertThat(proposed(ActionClass.DEFAULT)).doesNotContain(ACTION);
    }

    @Test
    void aTransactionalActionIsNotSubjectToTheThreshold() {
        assertThat(proposed(ActionClass.TRANSACTIONAL)).contains(ACTION);
    }

    @Test
    void aMandatoryActionStandsFirstHoweverLittleItIsWorth() {
        assertThat(proposed(ActionClass.MANDATORY)).startsWith(ACTION);
    }
}
