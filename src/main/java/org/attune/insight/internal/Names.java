package org.attune.insight.internal;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.attune.catalog.Action;
import org.attune.catalog.ActionClass;
import org.attune.catalog.Group;
import org.attune.catalog.Issue;
import org.attune.kernel.Language;
import org.attune.strategy.Strategies;
import org.attune.strategy.StrategyDocument;

/**
 * What the live catalog calls things in one language. What is no longer in the catalog keeps its key.
 *
 * @param actions titles by action
 * @param issues labels by issue
 * @param issueOf the issue of each action
 * @param mandatory actions that never compete and stay out of sums of rates
 * @param controlShare share of customers per month whose list is ranked at random
 */
public record Names(
        Map<String, String> actions,
        Map<String, String> issues,
        Map<String, String> issueOf,
        Set<String> mandatory,
        double controlShare) {

    /** The key of "propose nothing, listen", as an action and as an issue. */
    public static final String NONE = "none";

    /**
     * Reads the live catalog; before the first one there are only keys.
     *
     * @param listen the title of NONE
     * @param nothing the label of its issue
     */
    public static Names of(Strategies strategies, Language language, String listen, String nothing) {
        Map<String, String> actions = new HashMap<>();
        Map<String, String> issues = new HashMap<>();
        Map<String, String> issueOf = new HashMap<>();
        Set<String> mandatory = new HashSet<>();
        double controlShare = 0;
        if (strategies.revision() > 0) {
            StrategyDocument document = strategies.document();
            controlShare = document.arbitration().controlShare();
            for (Issue issue : document.issues()) {
                issues.put(issue.key(), issue.label().in(language));
            }
            Map<String, String> groups = new HashMap<>();
            for (Group group : document.groups()) {
                groups.put(group.key(), group.issue());
            }
            for (Action action : document.actions()) {
                actions.put(action.key(), action.title().in(language));
                issueOf.put(action.key(), groups.getOrDefault(action.group(), ""));
                if (action.actionClass() == ActionClass.MANDATORY) {
                    mandatory.add(action.key());
                }
            }
        }
        actions.put(NONE, listen);
        issues.put(NONE, nothing);
        issueOf.put(NONE, NONE);
        return new Names(actions, issues, issueOf, mandatory, controlShare);
    }

    /** The title of an action. */
    public String action(String key) {
        return actions.getOrDefault(key, key);
    }

    /** The label of an issue. */
    public String issue(String key) {
        return issues.getOrDefault(key, key);
    }

    /** Actions whose acceptance says nothing about relevance: listening and mandatory ones. */
    public Set<String> apart() {
        Set<String> apart = new HashSet<>(mandatory);
        apart.add(NONE);
        return apart;
    }

    /** Whether an acceptance of this action says something about relevance. */
    public boolean competes(String action) {
        return !action.equals(NONE) && !mandatory.contains(action);
    }
}
