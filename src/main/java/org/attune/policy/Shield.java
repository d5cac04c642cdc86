package org.attune.policy;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.attune.catalog.Action;
import org.attune.catalog.Nature;
import org.attune.customer.CustomerContext;
import org.attune.customer.CustomerState;
import org.attune.kernel.LocalText;
import org.jspecify.annotations.Nullable;

/**
 * The protections no configuration can defeat: a customer in difficulty is never sold to. Judged from what the action is and what
 * the customer goes through, not from catalog rules, levers, classes or arms; it runs inside the pipeline and again at its end.
 */
public final class Shield {
    /** No sale this long after a protecting state has ended. */
    public static final Duration COOL_OFF = Duration.ofDays(90);

    private static final Set<CustomerState> NO_COLLECTION =
            EnumSet.of(CustomerState.MORATORIUM, CustomerState.FRAUD_ALERT);

    private Shield() {}

    /** Whether an action sells: by its nature, by its issue, or because it makes the customer pay more. */
    public static boolean sells(Action action, String issue) {
        return action.nature() == Nature.SALE
                || action.nature() == Nature.UPSELL
                || action.nature() == Nature.CREDIT
                || issue.equals("sales")
                || action.priceDelta().signum() > 0;
    }

    /** Whether an action asks for money that is owed. */
    public static boolean collects(Action action, String issue) {
        return action.nature() == Nature.COLLECTION || issue.equals("collections");
    }

    /** Whether the customer is protected now: every state protects. */
    public static boolean guards(CustomerContext customer) {
        return !customer.activeStates().isEmpty();
    }

    /** Why the shield stops an action for a customer; null when it lets it through. */
    public static @Nullable Rejection judge(Action action, String issue, CustomerContext customer) {
        Set<CustomerState> active = customer.activeStates();
        if (sells(action, issue)) {
            if (!active.isEmpty()) {
                return rejection("no-sales-in-difficulty", states(active), NO_SALES);
            }
            for (Map.Entry<CustomerState, Instant> ended :
                    customer.endedStates().entrySet()) {
                if (ended.getValue().plus(COOL_OFF).isAfter(customer.at())) {
                    Map<String, Object> values = new TreeMap<>();
                    values.put("state", ended.getKey().key());
                    values.put("ended", ended.getValue().toString());
                    return rejection("cool-off-after-difficulty", values, COOLING);
                }
            }
        }
        if (collects(action, issue) && !active.isEmpty()) {
            boolean forbearance = action.nature() == Nature.FORBEARANCE;
            boolean never = active.stream().anyMatch(NO_COLLECTION::contains);
            if (never || !forbearance) {
                return rejection("no-collections-in-difficulty", states(active), NO_COLLECTIONS);
            }
        }
        return null;
    }

    private static final LocalText NO_SALES = new LocalText(
            "No sales while this customer is in difficulty. Cannot be overridden.",
            "Pas de vente tant que ce client est en difficulté. Sans exception.");
    private static final LocalText COOLING = new LocalText(
            "No sales for 90 days after a difficulty has ended.",
            "Pas de vente pendant 90 jours après la fin d’une difficulté.");
    private static final LocalText NO_COLLECTIONS =
            new LocalText("No collections contact in this situation.", "Pas de recouvrement dans cette situation.");

    private static Map<String, Object> states(Set<CustomerState> active) {
        Map<String, Object> values = new TreeMap<>();
        values.put("states", active.stream().map(CustomerState::key).toList());
        return values;
    }

    private static Rejection rejection(String rule, Map<String, Object> values, LocalText words) {
        return new Rejection("shield", rule, values, words);
    }
}
