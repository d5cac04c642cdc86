package org.attune.decision.internal;

import java.util.SortedMap;
import java.util.TreeMap;
import org.attune.customer.AttributeDefinition;
import org.attune.customer.AttributeDictionary;
import org.attune.customer.AttributeValue;
import org.attune.customer.CustomerContext;
import org.attune.customer.Sensitivity;

/** What models may see of a customer: the predictors of the dictionary, signals, holdings and the live context. */
public final class Situations {
    /** A signal counts as a predictor for so many days. */
    static final int SIGNAL_DAYS = 60;

    private Situations() {}

    /**
     * The predictors of one moment, by name. Protected attributes are left out whatever the dictionary says; a customer who
     * objects to profiling ({@code profiling} consent false) is seen by the live context only.
     */
    public static SortedMap<String, Object> of(
            CustomerContext customer, AttributeDictionary dictionary, String reason, String channel) {
        SortedMap<String, Object> situation = new TreeMap<>();
        situation.put("context.channel", channel);
        if (!reason.isEmpty()) {
            situation.put("context.reason", reason);
        }
        if (objects(customer)) {
            return situation;
        }
        attributes(customer, dictionary, situation);
        customer.signalDays().forEach((type, days) -> {
            if (days <= SIGNAL_DAYS) {
                situation.put("signal." + type, true);
            }
        });
        customer.holdings().forEach(holding -> situation.put("holds." + holding.product(), true));
        return situation;
    }

    /** The predictors of an answer of the past: attributes only, since signals and holdings of now were not there then. */
    static SortedMap<String, Object> ofPast(CustomerContext customer, AttributeDictionary dictionary, String channel) {
        SortedMap<String, Object> situation = new TreeMap<>();
        situation.put("context.channel", channel);
        if (!objects(customer)) {
            attributes(customer, dictionary, situation);
        }
        return situation;
    }

    private static boolean objects(CustomerContext customer) {
        return Boolean.FALSE.equals(customer.consents().get("profiling"));
    }

    private static void attributes(
            CustomerContext customer, AttributeDictionary dictionary, SortedMap<String, Object> situation) {
        for (var each : customer.attributes().entrySet()) {
            AttributeDefinition definition = dictionary.find(each.getKey());
            AttributeValue value = each.getValue();
            if (definition != null && definition.predictor() && definition.sensitivity() != Sensitivity.PROTECTED) {
                situation.put(each.getKey(), value.value());
            }
        }
    }
}
