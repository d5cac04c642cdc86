package org.attune.learning.engine;

import java.util.Objects;

/**
 * Where a model stands in the catalog: strength is shared global &lt;- issue &lt;- group &lt;- action.
 *
 * <p>The action's key alone identifies its model: an action that moves to another group keeps what it has learned and
 * borrows strength from its new siblings.
 *
 * @param issue key of the issue, not blank
 * @param group key of the group inside the issue, not blank
 * @param action key of the action, unique over the catalog, not blank
 */
public record ModelPath(String issue, String group, String action) {

    /** @throws IllegalArgumentException when a part is blank */
    public ModelPath {
        Objects.requireNonNull(issue);
        Objects.requireNonNull(group);
        Objects.requireNonNull(action);
        if (issue.isBlank() || group.isBlank() || action.isBlank()) {
            throw new IllegalArgumentException(
                    "A model path needs an issue, a group and an action: " + issue + "/" + group + "/" + action);
        }
    }
}
