package org.attune.catalog;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Issues, groups and actions. A value: changing something makes another catalog. */
public record Catalog(List<Issue> issues, List<Group> groups, List<Action> actions) {
    public Catalog {
        issues = issues == null ? List.of() : List.copyOf(issues);
        groups = groups == null ? List.of() : List.copyOf(groups);
        actions = actions == null ? List.of() : List.copyOf(actions);
    }

    /** The issue of a key, null when there is none. */
    public @Nullable Issue issue(String key) {
        return issues.stream().filter(i -> i.key().equals(key)).findFirst().orElse(null);
    }

    /** The group of a key, null when there is none. */
    public @Nullable Group group(String key) {
        return groups.stream().filter(g -> g.key().equals(key)).findFirst().orElse(null);
    }

    /** The action of a key, null when there is none. */
    public @Nullable Action action(String key) {
        return actions.stream().filter(a -> a.key().equals(key)).findFirst().orElse(null);
    }

    /** The issue an action belongs to; an action without one is a broken catalog and an IllegalStateException. */
    public Issue issueOf(Action action) {
        Group group = group(action.group());
        Issue issue = group == null ? null : issue(group.issue());
        if (issue == null) {
            throw new IllegalStateException("action " + action.key() + " has no issue");
        }
        return issue;
    }

    /** The same catalog with one action put in the place of the one with its key. */
    public Catalog with(Action changed) {
        return new Catalog(
                issues,
                groups,
                actions.stream()
                        .map(a -> a.key().equals(changed.key()) ? changed : a)
                        .toList());
    }

    /** The same catalog with one issue put in the place of the one with its key. */
    public Catalog with(Issue changed) {
        return new Catalog(
                issues.stream()
                        .map(i -> i.key().equals(changed.key()) ? changed : i)
                        .toList(),
                groups,
                actions);
    }

    /** The same catalog with one group put in the place of the one with its key. */
    public Catalog with(Group changed) {
        return new Catalog(
                issues,
                groups.stream()
                        .map(g -> g.key().equals(changed.key()) ? changed : g)
                        .toList(),
                actions);
    }

    /** Actions by key, for many look-ups. */
    public Map<String, Action> byKey() {
        Map<String, Action> map = new HashMap<>();
        actions.forEach(a -> map.put(a.key(), a));
        return map;
    }
}
