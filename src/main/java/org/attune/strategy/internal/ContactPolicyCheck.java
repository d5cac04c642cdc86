package org.attune.strategy.internal;

import java.util.Set;
import org.attune.policy.ContactRule;
import org.attune.strategy.StrategyDocument;

/** Suppressions of the contact policy. */
final class ContactPolicyCheck implements PartCheck {
    private static final Set<String> SCOPES = Set.of("action", "group", "issue");

    @Override
    public void check(StrategyDocument document, Findings findings) {
        Findings.Keys keys = findings.keys();
        for (ContactRule rule : document.contactPolicy()) {
            String place = "contactPolicy[" + rule.key() + "]";
            keys.add(rule.key(), place);
            findings.range(place + ".count", rule.count(), 1, 1000);
            findings.range(place + ".windowDays", rule.windowDays(), 1, 400);
            findings.range(place + ".pauseDays", rule.pauseDays(), 0, 3650);
            if (!SCOPES.contains(rule.scope())) {
                findings.add(place + ".scope", "'" + rule.scope() + "' must be action, group or issue.");
            }
            if (rule.outcome() == null) {
                findings.add(place + ".outcome", "Say which outcome is counted: declined, presented ...");
            }
        }
    }
}
