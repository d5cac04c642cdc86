package org.attune.strategy.internal;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.attune.catalog.Action;
import org.attune.catalog.Group;
import org.attune.catalog.Issue;
import org.attune.policy.Constraint;
import org.attune.policy.ContactLimit;
import org.attune.policy.ContactPolicy;
import org.attune.policy.ContactRule;
import org.attune.strategy.StrategyDocument;

/** What holds contacts back: rules, limits, constraints; and what bundles are made of. */
final class ContactCheck implements PartCheck {
    private static final Set<String> SCOPES =
            Set.of(ContactRule.ACTION, ContactRule.GROUP, ContactRule.ISSUE, ContactRule.ANY);
    private static final Set<String> COUNTS = Set.of(ContactLimit.PRESENTED, ContactLimit.CONVERSATIONS);

    @Override
    public void check(StrategyDocument document, Findings findings) {
        Set<String> issues =
                new HashSet<>(document.issues().stream().map(Issue::key).toList());
        Set<String> groups =
                new HashSet<>(document.groups().stream().map(Group::key).toList());
        Findings.Keys keys = findings.keys();
        for (ContactRule rule : document.contactPolicy()) {
            keys.add(rule.key(), "contactPolicy[" + rule.key() + "]");
            rule(rule, issues, findings);
        }
        keys = findings.keys();
        for (ContactLimit limit : document.contactLimits()) {
            keys.add(limit.key(), "contactLimits[" + limit.key() + "]");
            limit(limit, issues, groups, findings);
        }
        Map<String, Action> actions = document.catalog().byKey();
        keys = findings.keys();
        for (Constraint constraint : document.constraints()) {
            keys.add(constraint.key(), "constraints[" + constraint.key() + "]");
            constraint(constraint, actions.keySet(), findings);
        }
        for (Action action : document.actions()) {
            if (!action.members().isEmpty()) {
                bundle(action, actions, findings);
            }
        }
    }

    private static void rule(ContactRule rule, Set<String> issues, Findings findings) {
        String place = "contactPolicy[" + rule.key() + "]";
        findings.text(place + ".label", rule.label(), "A rule needs a label: the desk says it.");
        findings.range(place + ".count", rule.count(), 1, 1000);
        Integer interactions = rule.windowInteractions();
        if (interactions != null) {
            findings.range(place + ".windowInteractions", interactions, 1, 1000);
        }
        findings.range(
                place + ".windowDays", rule.windowDays(), interactions == null ? 1 : 0, ContactPolicy.REACH_DAYS);
        findings.range(place + ".pauseDays", rule.pauseDays(), 0, ContactPolicy.REACH_DAYS);
        if (rule.count() > 1 && rule.windowDays() + rule.pauseDays() > ContactPolicy.REACH_DAYS) {
            findings.add(
                    place + ".pauseDays",
                    "Window and pause together reach back at most " + ContactPolicy.REACH_DAYS + " days.");
        }
        if (rule.scope() == null || !SCOPES.contains(rule.scope())) {
            findings.add(place + ".scope", "'" + rule.scope() + "' must be action, group, issue or any.");
        } else if (rule.scope().equals(ContactRule.ANY) && rule.issue() != null) {
            findings.add(place + ".issue", "A rule over everything cannot be for one issue: choose the scope issue.");
        }
        if (rule.issue() != null) {
            findings.known(place + ".issue", rule.issue(), issues, "issue");
        }
        if (rule.outcome() == null) {
            findings.add(place + ".outcome", "Say which outcome is counted: declined, presented ...");
        }
    }

    private static void limit(ContactLimit limit, Set<String> issues, Set<String> groups, Findings findings) {
        String place = "contactLimits[" + limit.key() + "]";
        findings.text(place + ".label", limit.label(), "A limit needs a label: the desk says it.");
        findings.range(place + ".count", limit.count(), 1, 1000);
        findings.range(place + ".days", limit.days(), 1, ContactPolicy.REACH_DAYS);
        if (limit.issue() != null) {
            findings.known(place + ".issue", limit.issue(), issues, "issue");
        }
        if (limit.group() != null) {
            findings.known(place + ".group", limit.group(), groups, "group");
        }
        if (!COUNTS.contains(limit.counts())) {
            findings.add(place + ".counts", "'" + limit.counts() + "' must be presented or conversations.");
        }
    }

    private static void constraint(Constraint constraint, Set<String> actions, Findings findings) {
        String place = "constraints[" + constraint.key() + "]";
        findings.text(place + ".label", constraint.label(), "A constraint needs a label: the desk says it.");
        if (constraint.actions().isEmpty()) {
            findings.add(place + ".actions", "Name at least one action that draws on it.");
        }
        constraint.actions().forEach(each -> findings.known(place + ".actions", each, actions, "action"));
        if (constraint.stock() == null && constraint.budget() == null) {
            findings.add(place + ".stock", "Give a stock, a budget or both.");
        }
        if (constraint.stock() != null) {
            findings.range(place + ".stock", constraint.stock(), 0, 1_000_000_000);
        }
        if (constraint.budget() != null) {
            findings.range(place + ".budget", constraint.budget().doubleValue(), 0, 1e12);
        }
        findings.range(place + ".reservationMinutes", constraint.holdMinutes(), 1, 1440);
    }

    private static void bundle(Action bundle, Map<String, Action> actions, Findings findings) {
        String place = "actions[" + bundle.key() + "].members";
        findings.range(place, bundle.members().size(), 2, 6);
        if (new HashSet<>(bundle.members()).size() < bundle.members().size()) {
            findings.add(place, "A bundle names each member once.");
        }
        for (String key : bundle.members()) {
            Action member = actions.get(key);
            if (member == null) {
                findings.add(place, "There is no action '" + key + "'.");
            } else if (!member.members().isEmpty()) {
                findings.add(place, "'" + key + "' is a bundle itself; a bundle is made of single actions.");
            }
        }
    }
}
