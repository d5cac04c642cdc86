package org.attune.customer;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.attune.kernel.CustomerId;
import org.attune.kernel.Language;

/** An invented customer of a test's own: speaks English, and nothing is known that the test does not tell. */
public final class SomeCustomer {
    private final String ref;
    private final String name;
    private Language language = Language.EN;
    private List<String> phones = List.of();
    private Map<String, Object> attributes = Map.of();
    private Map<String, Boolean> consents = Map.of();
    private Map<String, String> preferences = Map.of();
    private List<CustomerDraft.StateDraft> states = List.of();

    private SomeCustomer(String ref, String name) {
        this.ref = ref;
        this.name = name;
    }

    public static SomeCustomer named(String ref, String name) {
        return new SomeCustomer(ref, name);
    }

    public SomeCustomer speaking(Language spoken) {
        language = spoken;
        return this;
    }

    public SomeCustomer phones(List<String> numbers) {
        phones = numbers;
        return this;
    }

    public SomeCustomer attributes(Map<String, Object> values) {
        attributes = values;
        return this;
    }

    public SomeCustomer consents(Map<String, Boolean> given) {
        consents = given;
        return this;
    }

    public SomeCustomer preferences(Map<String, String> wishes) {
        preferences = wishes;
        return this;
    }

    public SomeCustomer states(List<CustomerDraft.StateDraft> told) {
        states = told;
        return this;
    }

    /** Pays, holds a mobile and home internet, may be profiled: somebody to whom much could be proposed. */
    public SomeCustomer untroubled() {
        return attributes(Map.of(
                        "arrears_days",
                        0,
                        "bills_missed_6m",
                        0,
                        "has_mobile",
                        true,
                        "has_home_internet",
                        true,
                        "segment",
                        "standard",
                        "tenure_months",
                        30,
                        "churn_risk",
                        0.2))
                .consents(Map.of("profiling", true));
    }

    /** Since now, for as long as it lasts. */
    public SomeCustomer in(CustomerState... now) {
        return states(java.util.Arrays.stream(now)
                .map(each -> new CustomerDraft.StateDraft(each, null, null, null))
                .toList());
    }

    /** Tells it, as the source "test". */
    public CustomerId put(Customers customers) {
        customers.put(
                new CustomerDraft(ref, name, language, phones, attributes, consents, preferences, List.of(), states),
                "test",
                "test");
        return Objects.requireNonNull(customers.idOf(ref));
    }
}
