package org.attune.strategy.internal;

import java.util.Set;
import java.util.stream.Collectors;
import org.attune.catalog.Action;
import org.attune.policy.EventRule;
import org.attune.strategy.StrategyDocument;

/** What follows from signals. */
final class EventRuleCheck implements PartCheck {
    private static final Set<String> THEN = Set.of(EventRule.REDECIDE, EventRule.OUTREACH);

    @Override
    public void check(StrategyDocument document, Findings findings) {
        Findings.Keys keys = findings.keys();
        Set<String> actions = document.actions().stream().map(Action::key).collect(Collectors.toSet());
        for (EventRule rule : document.eventRules()) {
            String place = "eventRules[" + rule.key() + "]";
            keys.add(rule.key(), place);
            findings.text(place + ".label", rule.label(), "An event rule needs a label.");
            if (!rule.signal().matches("[a-z][a-z0-9]*(-[a-z0-9]+)*")
                    || rule.signal().length() > 64) {
                findings.add(place + ".signal", "Name a signal: lower-case words joined by -, such as bill-missed.");
            }
            findings.rule(place + ".when", rule.when());
            if (!THEN.contains(rule.then())) {
                findings.add(place + ".then", "'" + rule.then() + "' must be redecide or outreach.");
            }
            if (rule.reachesOut()) {
                findings.text(place + ".why", rule.why(), "Say in a sentence why somebody should call.");
                findings.range(place + ".onceInDays", rule.onceInDays(), 0, 400);
                findings.range(place + ".dueDays", rule.dueDays(), 0, 60);
                findings.range(place + ".priority", rule.priority(), 1, 100);
                if (rule.action() != null) {
                    findings.known(place + ".action", rule.action(), actions, "action");
                }
            }
        }
    }
}
