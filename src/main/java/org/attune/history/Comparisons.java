package org.attune.history;

import java.util.Map;

/**
 * How often what was presented was accepted, main arm against control.
 *
 * @param all all actions that compete
 * @param issues the same by issue
 * @param actions by action, those that do not compete included
 */
public record Comparisons(Comparison all, Map<String, Comparison> issues, Map<String, Comparison> actions) {
    public Comparisons {
        issues = Map.copyOf(issues);
        actions = Map.copyOf(actions);
    }

    /** Nothing to compare. */
    public static final Comparisons NONE = new Comparisons(Comparison.NONE, Map.of(), Map.of());

    /** Of an action, nothing when it was not presented. */
    public Comparison action(String key) {
        return actions.getOrDefault(key, Comparison.NONE);
    }
}
