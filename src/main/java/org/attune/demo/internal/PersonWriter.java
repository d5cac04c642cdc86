package org.attune.demo.internal;

import java.util.LinkedHashMap;
import java.util.Map;
import org.attune.customer.AttributeDefinition;
import org.attune.customer.AttributeDictionary;
import org.attune.customer.Attributes;
import org.attune.customer.CustomerDraft;
import org.attune.customer.Customers;
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

    private final Customers customers;
    private final Attributes attributes;

    PersonWriter(Customers customers, Attributes attributes) {
        this.customers = customers;
        this.attributes = attributes;
    }

    void write(DemoPerson person) {
        Map<String, Map<String, Object>> bySource = bySource(person);
        customers.put(
                new CustomerDraft(
                        person.ref(),
                        person.displayName(),
                        person.language(),
                        person.phones(),
                        bySource.remove(CRM),
                        person.consents(),
                        person.preferences(),
                        person.holdings(),
                        person.states()),
                CRM,
                WHO);
        bySource.forEach((source, facts) -> customers.put(
                new CustomerDraft(person.ref(), null, null, null, facts, null, null, null, null), source, WHO));
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

    private Map<String, Map<String, Object>> bySource(DemoPerson person) {
        AttributeDictionary dictionary = attributes.dictionary();
        Map<String, Map<String, Object>> bySource = new LinkedHashMap<>();
        bySource.put(CRM, new LinkedHashMap<>());
        person.attributes().forEach((key, value) -> {
            AttributeDefinition definition = dictionary.find(key);
            String source = definition == null ? CRM : definition.source();
            bySource.computeIfAbsent(source, any -> new LinkedHashMap<>()).put(key, value);
        });
        return bySource;
    }
}
