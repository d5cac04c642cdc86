package org.attune.strategy.internal;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.attune.catalog.Action;
import org.attune.catalog.Group;
import org.attune.catalog.Nature;
import org.attune.catalog.Treatment;
import org.attune.strategy.StrategyDocument;

/** Actions and their treatments. */
final class ActionCheck implements PartCheck {
    private static final Set<Nature> SELLING = Set.of(Nature.SALE, Nature.UPSELL, Nature.CREDIT);

    @Override
    public void check(StrategyDocument document, Findings findings) {
        Map<String, Group> groups = new HashMap<>();
        document.groups().forEach(each -> groups.put(each.key(), each));
        Findings.Keys keys = findings.keys();
        for (Action action : document.actions()) {
            String place = "actions[" + action.key() + "]";
            keys.add(action.key(), place);
            findings.known(place + ".group", action.group(), groups.keySet(), "group");
            Group group = groups.get(action.group());
            nature(place, action, group != null && "sales".equals(group.issue()), findings);
            words(place, action, findings);
            numbers(place, action, findings);
            findings.period(place + ".ends", action.starts(), action.ends());
            if (action.channels().isEmpty()) {
                findings.add(place + ".channels", "Name at least one channel.");
            }
            treatments(place, action, findings);
            findings.lever(place, action.lever());
            findings.engagement(place, action.engagement());
        }
    }

    private static void nature(String place, Action action, boolean sells, Findings findings) {
        if (action.nature() == null) {
            findings.add(place + ".nature", "Say what the action does to the customer: sale, help, care ...");
        } else if (sells && !SELLING.contains(action.nature())) {
            findings.add(place + ".nature", "An action of the issue sales sells: sale, upsell or credit.");
        }
    }

    private static void words(String place, Action action, Findings findings) {
        findings.text(place + ".title", action.title(), "An action needs a title.");
        if (action.title() != null && action.title().en().strip().split("\\s+").length > 8) {
            findings.add(place + ".title", "A title has at most eight words; the agent reads it in a glance.");
        }
    }

    private static void numbers(String place, Action action, Findings findings) {
        findings.range(place + ".minutes", action.minutes(), 0, 120);
        findings.range(place + ".companyValue", action.companyValue(), 0, 100);
        findings.range(place + ".customerValue", action.customerValue(), 0, 100);
        findings.range(place + ".startingPropensity", action.startingPropensity(), 0.001, 0.999);
        findings.range(place + ".answers.days", action.terms().days(), 1, 365);
        findings.range(place + ".answers.fulfilledReward", action.terms().fulfilledReward(), 0, 1);
    }

    private static void treatments(String place, Action action, Findings findings) {
        if (action.treatments().isEmpty()) {
            findings.add(place + ".treatments", "An action needs at least one wording.");
        }
        Findings.Keys keys = findings.keys();
        for (Treatment treatment : action.treatments()) {
            String at = place + ".treatments[" + treatment.key() + "]";
            keys.add(treatment.key(), at);
            findings.text(at + ".script", treatment.script(), "The spoken line is empty.");
            findings.placeholders(at + ".script", treatment.script());
            if (treatment.tone() == null) {
                findings.add(at + ".tone", "Say how it speaks: gentle, neutral or direct.");
            }
        }
    }
}
