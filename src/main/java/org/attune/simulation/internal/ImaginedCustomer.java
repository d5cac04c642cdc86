package org.attune.simulation.internal;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.attune.catalog.Action;
import org.attune.catalog.Group;
import org.attune.customer.AttributeValue;
import org.attune.customer.CustomerContext;
import org.attune.customer.Holding;
import org.attune.customer.SignalFact;
import org.attune.customer.StateFact;
import org.attune.history.PastOffer;
import org.attune.kernel.CustomerId;
import org.attune.strategy.Persona;
import org.attune.strategy.StrategyDocument;

/** Turns a persona into what decisions are made from, as of an instant. */
public final class ImaginedCustomer {
    private static final String SOURCE = "persona";

    private ImaginedCustomer() {}

    /** The customer, without what follows from other facts. */
    public static CustomerContext told(Persona persona, Instant now) {
        Persona.Customer facts = persona.customer();
        Map<String, AttributeValue> attributes = new TreeMap<>();
        facts.attributes().forEach((key, value) -> attributes.put(key, new AttributeValue(value, now, SOURCE)));
        return new CustomerContext(
                new CustomerId(UUID.nameUUIDFromBytes(("persona " + persona.key()).getBytes(StandardCharsets.UTF_8))),
                now,
                persona.key(),
                persona.label().en(),
                facts.language(),
                List.of(),
                attributes,
                facts.consents(),
                facts.preferences(),
                facts.holdings().stream()
                        .map(product -> new Holding(product, null, null))
                        .toList(),
                facts.states().stream()
                        .map(state -> new StateFact(
                                state.state(),
                                ago(now, state.sinceDays()),
                                state.endedDays() == null ? null : ago(now, state.endedDays()),
                                SOURCE,
                                null))
                        .toList(),
                facts.signals().stream()
                        .map(signal -> new SignalFact(signal.type(), ago(now, signal.daysAgo()), SOURCE, Map.of()))
                        .sorted(Comparator.comparing(SignalFact::at).reversed())
                        .toList());
    }

    /** What was offered to them before; actions that are not in the document any more are left out. */
    public static List<PastOffer> past(Persona persona, StrategyDocument document, Instant now) {
        Map<String, Action> actions = document.catalog().byKey();
        Map<String, Group> groups = new HashMap<>();
        document.groups().forEach(group -> groups.put(group.key(), group));
        List<PastOffer> offers = new ArrayList<>();
        for (Persona.Past past : persona.customer().past()) {
            Action action = actions.get(past.action());
            Group group = action == null ? null : groups.get(action.group());
            if (group != null) {
                offers.add(new PastOffer(
                        past.action(),
                        group.issue(),
                        group.key(),
                        persona.channel(),
                        past.outcome(),
                        ago(now, past.daysAgo()),
                        null));
            }
        }
        return offers;
    }

    private static Instant ago(Instant now, int days) {
        return now.minus(Duration.ofDays(days));
    }
}
