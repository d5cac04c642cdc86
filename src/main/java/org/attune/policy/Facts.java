package org.attune.policy;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.attune.customer.AttributeValue;
import org.attune.customer.CustomerContext;
import org.attune.history.PastOffer;
import org.attune.kernel.Keyed;
import org.attune.kernel.Outcome;

/**
 * What rules can read about one customer at one moment, by variable name. Built once per decision.
 *
 * @param values attributes, {@code states}, {@code holdings}, {@code signals}, {@code signal_count}, {@code reason},
 *     {@code channel}, {@code language}, {@code accepted}, {@code declined}, {@code consents}, {@code context}
 */
public record Facts(Map<String, Object> values) {

    /** Collects the facts of a moment. */
    public static Facts of(
            CustomerContext customer,
            List<PastOffer> past,
            String reason,
            String channel,
            Map<String, Object> liveContext) {
        Map<String, Object> values = new HashMap<>();
        for (Map.Entry<String, AttributeValue> each : customer.attributes().entrySet()) {
            values.put(each.getKey(), each.getValue().value());
        }
        values.put("states", customer.activeStates().stream().map(Keyed::key).toList());
        values.put(
                "holdings", customer.holdings().stream().map(h -> h.product()).toList());
        values.put("signals", customer.signalDays());
        values.put("signal_count", customer.signalCount());
        values.put("reason", reason);
        values.put("channel", channel);
        values.put("language", customer.language().key());
        values.put("accepted", days(customer, past, Outcome.ACCEPTED));
        values.put("declined", days(customer, past, Outcome.DECLINED));
        values.put("consents", customer.consents());
        values.put("context", liveContext);
        return new Facts(values);
    }

    private static Map<String, Long> days(CustomerContext customer, List<PastOffer> past, Outcome outcome) {
        Map<String, Long> days = new TreeMap<>();
        for (PastOffer each : past) {
            if (each.state() == outcome) {
                long ago =
                        Math.max(0, Duration.between(each.at(), customer.at()).toDays());
                days.merge(each.action(), ago, Math::min);
            }
        }
        return days;
    }
}
