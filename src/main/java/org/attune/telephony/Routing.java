package org.attune.telephony;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.attune.customer.CustomerContext;
import org.attune.customer.CustomerSummary;
import org.attune.customer.Customers;
import org.attune.kernel.CustomerId;
import org.attune.kernel.NotFoundException;
import org.attune.policy.JourneyStages;
import org.attune.strategy.LiveStrategy;
import org.springframework.stereotype.Service;

/** Advises who should take a call. Reads only, writes nothing. */
@Service
public class Routing {
    private final Customers customers;
    private final LiveStrategy live;
    private final Clock clock;

    Routing(Customers customers, LiveStrategy live, Clock clock) {
        this.customers = customers;
        this.live = live;
        this.clock = clock;
    }

    /** Advice for a caller by number, in any usual writing; a withheld or unknown number is an ordinary call. */
    public RoutingAdvice caller(String number) {
        Instant now = clock.instant();
        List<RoutingAdvice> matches = customers.calledOn(number).stream()
                .map(CustomerSummary::id)
                .map(id -> advice(customers.context(id, now)))
                .toList();
        return switch (matches.size()) {
            case 0 -> RoutingRules.unknown();
            case 1 -> matches.getFirst();
            default -> RoutingRules.several(matches);
        };
    }

    /** Advice for a customer by reference; an unknown one is a NotFoundException. */
    public RoutingAdvice customer(String ref) {
        CustomerId id = customers.idOf(ref);
        if (id == null) {
            throw new NotFoundException("customer", ref);
        }
        return advice(customers.context(id, clock.instant()));
    }

    private RoutingAdvice advice(CustomerContext customer) {
        JourneyStages journeys = live.exists() ? live.current().journeys() : JourneyStages.NONE;
        return RoutingRules.of(customer, journeys.of(customer));
    }
}
