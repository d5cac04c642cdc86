package org.attune.channel.internal;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.attune.customer.AttributeValue;
import org.attune.customer.CustomerContext;
import org.attune.customer.CustomerState;
import org.attune.customer.Holding;
import org.attune.customer.SignalFact;
import org.attune.customer.StateFact;
import org.attune.kernel.Language;
import org.jspecify.annotations.Nullable;

/**
 * A customer as told, what Attune derived from it, and the source and age of every fact. It can be sent back with PUT:
 * {@code derived} and {@code facts} are then ignored.
 *
 * @param states the states the customer is in by what others told
 */
@Schema(name = "CustomerWithFacts")
record CustomerAnswer(
        String ref,
        String displayName,
        Language language,
        List<String> phones,
        Map<String, Object> attributes,
        Map<String, Boolean> consents,
        Map<String, String> preferences,
        List<HoldingAnswer> holdings,
        List<CustomerState> states,
        Derived derived,
        Facts facts) {
    /** Source of what Attune works out itself. */
    static final String DERIVED = "derived";

    /** A product the customer has. */
    @Schema(name = "HoldingKept")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record HoldingAnswer(
            String product,
            @Nullable LocalDate since,
            @Nullable String label) {}

    /** What Attune worked out from signals, holdings and attributes. */
    @Schema(name = "DerivedFacts")
    record Derived(Map<String, Object> attributes, List<CustomerState> states) {}

    /** Every fact with its source and age; ended states of the last two years and signals of 180 days included. */
    @Schema(name = "Facts")
    record Facts(Map<String, Fact> attributes, List<StateFactAnswer> states, List<SignalFact> signals) {}

    /** One value with source and age. */
    @Schema(name = "Fact")
    record Fact(
            Object value,
            Instant at,

            @Schema(description = "Whole days since the source told it")
            long ageDays,

            String source) {}

    /** A state with its time. */
    @Schema(name = "StateFact")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record StateFactAnswer(
            CustomerState state,
            Instant since,
            @Nullable Instant until,
            String source,
            @Nullable String note,
            boolean active) {}

    static CustomerAnswer of(CustomerContext customer) {
        Map<String, Object> told = new TreeMap<>();
        Map<String, Object> derived = new TreeMap<>();
        Map<String, Fact> facts = new TreeMap<>();
        customer.attributes().forEach((key, value) -> {
            (DERIVED.equals(value.source()) ? derived : told).put(key, value.value());
            facts.put(key, fact(value, customer.at()));
        });
        return new CustomerAnswer(
                customer.ref(),
                customer.displayName(),
                customer.language(),
                customer.phones(),
                told,
                new TreeMap<>(customer.consents()),
                new TreeMap<>(customer.preferences()),
                customer.holdings().stream().map(CustomerAnswer::holding).toList(),
                active(customer, false),
                new Derived(derived, active(customer, true)),
                new Facts(
                        facts,
                        customer.states().stream()
                                .map(s -> state(s, customer.at()))
                                .toList(),
                        customer.signals()));
    }

    private static List<CustomerState> active(CustomerContext customer, boolean derived) {
        return customer.states().stream()
                .filter(s -> s.activeAt(customer.at()) && DERIVED.equals(s.source()) == derived)
                .map(StateFact::state)
                .distinct()
                .sorted()
                .toList();
    }

    private static Fact fact(AttributeValue value, Instant now) {
        long days = Math.max(0, Duration.between(value.at(), now).toDays());
        return new Fact(value.value(), value.at(), days, value.source());
    }

    private static HoldingAnswer holding(Holding holding) {
        return new HoldingAnswer(holding.product(), holding.since(), holding.label());
    }

    private static StateFactAnswer state(StateFact state, Instant now) {
        return new StateFactAnswer(
                state.state(), state.since(), state.until(), state.source(), state.note(), state.activeAt(now));
    }
}
