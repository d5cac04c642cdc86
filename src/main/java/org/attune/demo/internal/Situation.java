package org.attune.demo.internal;

import java.util.SortedMap;
import java.util.TreeMap;
import org.attune.customer.AttributeDefinition;
import org.attune.customer.AttributeDictionary;
import org.attune.customer.CustomerContext;
import org.attune.kernel.Channel;

/** The predictors of a decision of the past, as the decision module would have frozen them. */
final class Situation {
    private static final int SIGNAL_DAYS = 60;

    private Situation() {}

    static SortedMap<String, Object> of(
            CustomerContext customer, AttributeDictionary dictionary, String reason, Channel channel) {
        SortedMap<String, Object> situation = new TreeMap<>();
        situation.put("context.channel", channel.key());
        if (!reason.isEmpty()) {
            situation.put("context.reason", reason);
        }
        if (Boolean.FALSE.equals(customer.consents().get("profiling"))) {
            return situation;
        }
        customer.attributes().forEach((key, value) -> {
            AttributeDefinition definition = dictionary.find(key);
            if (definition != null && definition.predictor()) {
                situation.put(key, value.value());
            }
        });
        customer.signalDays().forEach((type, days) -> {
            if (days <= SIGNAL_DAYS) {
                situation.put("signal." + type, true);
            }
        });
        customer.holdings().forEach(holding -> situation.put("holds." + holding.product(), true));
        return situation;
    }
}
