package org.attune.outreach.internal;

import org.attune.catalog.Action;
import org.attune.catalog.Catalog;
import org.attune.customer.CustomerContext;
import org.attune.decision.Decision;
import org.attune.decision.Dropped;
import org.attune.decision.Recommendation;
import org.attune.policy.EventRule;
import org.attune.policy.Shield;
import org.jspecify.annotations.Nullable;

/**
 * What a call could bring, read from a decision. A sale needs the customer's consent to sales calls; nothing is ever sold to
 * somebody who is protected, whatever the decision said.
 *
 * @param action null to listen
 * @param held why nobody should call for this, null when somebody may
 */
record Suggestion(@Nullable String action, @Nullable String held) {

    static Suggestion of(EventRule rule, Decision decision, Catalog catalog, CustomerContext customer) {
        String fixed = rule.action();
        if (fixed != null) {
            return fixed(fixed, decision, catalog, customer);
        }
        for (Recommendation each : decision.recommendations()) {
            if (obstacle(each.action(), catalog, customer) == null) {
                return new Suggestion(each.action(), null);
            }
        }
        return new Suggestion(null, null);
    }

    private static Suggestion fixed(String action, Decision decision, Catalog catalog, CustomerContext customer) {
        for (Dropped each : decision.dropped()) {
            // That few accept it is no reason against what an admin has chosen; everything else is.
            if (each.action().equals(action) && !each.stage().equals("threshold")) {
                return new Suggestion(null, each.stage());
            }
        }
        String obstacle = obstacle(action, catalog, customer);
        return obstacle == null ? new Suggestion(action, null) : new Suggestion(null, obstacle);
    }

    private static @Nullable String obstacle(String key, Catalog catalog, CustomerContext customer) {
        Action action = catalog.action(key);
        if (action == null) {
            return "availability";
        }
        if (!Shield.sells(action, catalog.issueOf(action).key())) {
            return null;
        }
        if (Shield.guards(customer)) {
            return "shield";
        }
        return Boolean.TRUE.equals(customer.consents().get("sales_calls")) ? null : "consent";
    }
}
