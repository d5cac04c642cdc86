package org.attune.floor;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.attune.care.CareChanged;
import org.attune.customer.CustomerChanged;
import org.attune.customer.Customers;
import org.attune.interaction.Interaction;
import org.attune.kernel.CustomerId;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Which customers in conversation are protected; read again when something about them changes, and each half minute. */
@Component
class GuardedCustomers {
    private static final Duration FRESH = Duration.ofSeconds(30);

    private final Customers customers;
    private final Map<CustomerId, Seen> seen = new ConcurrentHashMap<>();

    private record Seen(boolean guarded, Instant at) {}

    GuardedCustomers(Customers customers) {
        this.customers = customers;
    }

    /** Whether the customer is in any state that protects. */
    boolean isGuarded(CustomerId customer, Instant now) {
        return seen.compute(customer, (id, before) -> {
                    if (before != null && before.at.plus(FRESH).isAfter(now)) {
                        return before;
                    }
                    return new Seen(!customers.context(id, now).activeStates().isEmpty(), now);
                })
                .guarded;
    }

    /** Forgets everybody else. */
    void keepOnly(Collection<Interaction> open) {
        Set<CustomerId> still = open.stream()
                .map(Interaction::customer)
                .filter(each -> each != null)
                .collect(Collectors.toSet());
        seen.keySet().retainAll(still);
    }

    @EventListener
    void changed(CustomerChanged news) {
        seen.remove(news.customer());
    }

    @EventListener
    void changed(CareChanged news) {
        seen.remove(news.customer());
    }
}
