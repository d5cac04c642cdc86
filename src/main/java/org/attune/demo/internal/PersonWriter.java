package org.attune.demo.internal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.attune.customer.AttributeDefinition;
import org.attune.customer.AttributeDictionary;
import org.attune.customer.Attributes;
import org.attune.customer.CustomerDraft;
import org.attune.customer.Customers;
import org.attune.customer.Origin;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.stereotype.Component;

/** Tells the customer module about an invented person, each fact as from the system it would come from. */
@Component
@ConditionalOnBooleanProperty("attune.demo")
class PersonWriter {
    private static final String WHO = "system";
    private static final String CRM = "crm";
    /** Which system tells which signals; the others come from customer care. */
    private static final Map<String, String> SIGNAL_SOURCES = Map.ofEntries(
            Map.entry("bill-missed", "billing"),
            Map.entry("payment-late", "billing"),
            Map.entry("debit-refused", "billing"),
            Map.entry("price-rise", "billing"),
            Map.entry("bundle-broken", "billing"),
            Map.entry("asked-to-pay-later", "chat"),
            Map.entry("dropped-calls", "network"),
            Map.entry("outage", "network"),
            Map.entry("data-used-up", "network"),
            Map.entry("trip-abroad", "network"),
            Map.entry("competitor-visit", "web"),
            Map.entry("cancel-page-viewed", "web"),
            Map.entry("unusual-payment", "payments"),
            Map.entry("card-declined-abroad", "payments"),
            Map.entry("salary-stopped", "payments"));

    /** How many minutes old a system's facts are at most. */
    private static final Map<String, Integer> AGES = Map.of("network", 180, "web", 90, "billing", 1_300, "crm", 20_000);

    private final Customers customers;
    private final Attributes attributes;
    private final Clock clock;

    PersonWriter(Customers customers, Attributes attributes, Clock clock) {
        this.customers = customers;
        this.attributes = attributes;
        this.clock = clock;
    }

    void write(DemoPerson person) {
        customers.put(
                new CustomerDraft(
                        person.ref(),
                        person.displayName(),
                        person.language(),
                        person.phones(),
                        person.attributes(),
                        person.consents(),
                        person.preferences(),
                        person.holdings(),
                        person.states()),
                origins(person),
                CRM,
                WHO);
        int number = 0;
        for (DemoPerson.Signal each : person.signals()) {
            customers.receive(
                    person.ref(),
                    each.type(),
                    SIGNAL_SOURCES.getOrDefault(each.type(), CRM),
                    "demo-" + person.ref() + "-" + ++number,
                    each.at(),
                    Map.of());
        }
    }

    /** Each system told what it knows at an hour of its own, the same for all that it told. */
    private Map<String, Origin> origins(DemoPerson person) {
        AttributeDictionary dictionary = attributes.dictionary();
        Instant now = clock.instant();
        Map<String, Origin> origins = new HashMap<>();
        for (String key : person.attributes().keySet()) {
            AttributeDefinition definition = dictionary.find(key);
            if (definition != null) {
                String source = definition.source();
                int minutes = Math.floorMod((person.ref() + source).hashCode(), AGES.getOrDefault(source, 600));
                origins.put(key, new Origin(source, now.minus(Duration.ofMinutes(5 + minutes))));
            }
        }
        return origins;
    }
}
