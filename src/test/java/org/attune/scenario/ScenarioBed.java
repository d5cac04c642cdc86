package org.attune.scenario;

import java.math.BigDecimal;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.attune.AttuneTest;
import org.attune.arbitration.ArbitrationSettings;
import org.attune.arbitration.ContextWeight;
import org.attune.arbitration.Factors;
import org.attune.catalog.Action;
import org.attune.catalog.ActionClass;
import org.attune.catalog.Catalog;
import org.attune.catalog.Engagement;
import org.attune.catalog.Group;
import org.attune.catalog.Issue;
import org.attune.catalog.Lever;
import org.attune.catalog.Nature;
import org.attune.catalog.Treatment;
import org.attune.customer.CustomerState;
import org.attune.customer.Customers;
import org.attune.customer.SomeCustomer;
import org.attune.decision.Decision;
import org.attune.decision.DecisionRequest;
import org.attune.decision.Decisions;
import org.attune.decision.Recommendation;
import org.attune.kernel.Channel;
import org.attune.kernel.CustomerId;
import org.attune.kernel.LocalText;
import org.attune.kernel.Tone;
import org.attune.strategy.Strategies;
import org.attune.strategy.StrategyDocument;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * The whole application, customers of the test's own, and small strategies that are tried out on them: propensities as the catalog
 * says, nothing left to chance, nothing written.
 */
@AttuneTest
abstract class ScenarioBed {
    @Autowired
    Customers customers;

    @Autowired
    Decisions decisions;

    @Autowired
    Strategies strategies;

    @Autowired
    Clock clock;

    /** An ordinary customer who pays; what is told comes on top. */
    CustomerId customer(
            String ref, Map<String, Object> attributes, Map<String, String> preferences, CustomerState... states) {
        Map<String, Object> all = new HashMap<>(Map.of(
                "arrears_days", 0,
                "bills_missed_6m", 0,
                "tenure_months", 30,
                "segment", "standard",
                "has_mobile", true,
                "churn_risk", 0.2,
                "amount_owed", 0));
        all.putAll(attributes);
        return SomeCustomer.named(ref, "Robin " + ref)
                .attributes(all)
                .consents(Map.of("sales_calls", true, "profiling", true))
                .preferences(preferences)
                .in(states)
                .put(customers);
    }

    CustomerId customer(String ref, CustomerState... states) {
        return customer(ref, Map.of(), Map.of(), states);
    }

    void happened(CustomerId customer, String signal) {
        customers.receive(
                customers.refOf(customer),
                "attune.signal." + signal,
                "/scenario",
                UUID.randomUUID().toString(),
                clock.instant().minusSeconds(60),
                Map.of());
    }

    /** What a strategy would decide. */
    Decision tryOut(StrategyDocument document, DecisionRequest request) {
        return decisions.tryOut(
                customers.context(request.customer(), clock.instant()),
                List.of(),
                request,
                strategies.compiled(strategies.revision() + 1, document));
    }

    Decision tryOut(StrategyDocument document, CustomerId customer, String reason) {
        return tryOut(document, DecisionRequest.of(customer, Channel.CALL_CENTER, reason));
    }

    static List<String> order(Decision decision) {
        return decision.recommendations().stream().map(Recommendation::action).toList();
    }

    /** The live strategy with this catalog in the place of its own, and nothing that speaks of the old one. */
    StrategyDocument only(Issue issue, ArbitrationSettings settings, Action... actions) {
        Group group = new Group("g", issue.key(), LocalText.same("Group"), Lever.NONE, Engagement.NONE);
        return strategies
                .document()
                .with(new Catalog(List.of(issue), List.of(group), List.of(actions)))
                .with(settings)
                .with(List.of(), List.of(), List.of())
                .withPersonas(List.of())
                .withEventRules(List.of());
    }

    static ArbitrationSettings settings(Factors factors, ContextWeight... weights) {
        return new ArbitrationSettings(factors, 0, 0, 3, List.of(weights));
    }

    static Issue issue(double mix, Lever lever) {
        return new Issue("service", LocalText.same("Service"), mix, 0, lever, false, Engagement.NONE);
    }

    static Action action(String key, double propensity, double company, double customer, Lever lever) {
        return new Action(
                key,
                "g",
                Nature.HELP,
                LocalText.same("Title of " + key),
                LocalText.same(""),
                3,
                company,
                customer,
                BigDecimal.ZERO,
                BigDecimal.ZERO,
                Set.of(Channel.values()),
                null,
                null,
                propensity,
                ActionClass.DEFAULT,
                false,
                lever,
                Engagement.NONE,
                List.of(
                        new Treatment(key + "-gentle", Tone.GENTLE, LocalText.same("Gently")),
                        new Treatment(key + "-neutral", Tone.NEUTRAL, LocalText.same("Plainly")),
                        new Treatment(key + "-direct", Tone.DIRECT, LocalText.same("Directly"))),
                List.of());
    }
}
