package org.attune.outreach.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.attune.AttuneTest;
import org.attune.customer.CustomerState;
import org.attune.customer.Customers;
import org.attune.customer.SomeCustomer;
import org.attune.interaction.Interactions;
import org.attune.kernel.CustomerId;
import org.attune.kernel.Language;
import org.attune.outreach.Outreach;
import org.attune.outreach.OutreachItem;
import org.attune.strategy.EventRuleEdits;
import org.attune.strategy.Strategies;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Customers to whom something happens, and what follows from it on the list. */
@AttuneTest
abstract class OutreachBed {
    @Autowired
    Customers customers;

    @Autowired
    Strategies strategies;

    @Autowired
    EventRuleEdits edits;

    @Autowired
    Interactions interactions;

    @Autowired
    Outreach outreach;

    @Autowired
    EventRuleRunner runner;

    @Autowired
    EventRuleListener listener;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Clock clock;

    @Autowired
    ZoneId zone;

    CustomerId customer(
            String ref,
            Map<String, Object> attributes,
            Map<String, Boolean> consents,
            Map<String, String> preferences,
            CustomerState... states) {
        Map<String, Object> all = new HashMap<>(
                Map.of("arrears_days", 0, "segment", "standard", "churn_risk", 0.1, "savings_balance", 20000));
        all.putAll(attributes);
        return SomeCustomer.named(ref, "Jules " + ref)
                .speaking(Language.FR)
                .attributes(all)
                .consents(consents)
                .preferences(preferences)
                .in(states)
                .put(customers);
    }

    CustomerId customer(String ref) {
        return customer(ref, Map.of(), Map.of("sales_calls", true), Map.of());
    }

    void happened(String ref, String type, Duration ago) {
        customers.receive(
                ref,
                type,
                "outreach-test",
                UUID.randomUUID().toString(),
                clock.instant().minus(ago),
                Map.of());
    }

    void happened(String ref, String type) {
        happened(ref, type, Duration.ofSeconds(1));
    }

    List<OutreachItem> items(CustomerId customer) {
        return outreach.worklist(10_000).stream()
                .filter(item -> item.customer().equals(customer))
                .toList();
    }

    OutreachItem only(CustomerId customer) {
        await(() -> !items(customer).isEmpty());
        assertThat(items(customer)).hasSize(1);
        return items(customer).getFirst();
    }

    /** What followed from a rule for a customer, as it was written down. */
    String followed(String rule, CustomerId customer) {
        return jdbc
                .sql("select result || ' ' || detail from outreach_firing where rule = ? and customer = ? order by at")
                .params(rule, customer.value())
                .query(String.class)
                .list()
                .stream()
                .map(String::strip)
                .reduce((a, b) -> a + ", " + b)
                .orElse("");
    }

    static void await(BooleanSupplier condition) {
        Instant end = Instant.now().plus(Duration.ofSeconds(20));
        while (!condition.getAsBoolean()) {
            assertThat(Instant.now()).as("it happens within 20 s").isBefore(end);
            LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
        }
    }
}
