package org.attune.studio;

import org.attune.catalog.Action;
import org.attune.catalog.Catalog;
import org.attune.catalog.Group;
import org.attune.catalog.Issue;
import org.attune.kernel.NotFoundException;

/**
 * An action as the editor opened it, with its place in the hierarchy.
 *
 * @param isNew it is not in the live catalog: saving adds it
 */
record Opened(Action action, Group group, Issue issue, boolean isNew) {

    /** An action in the place it names; a place that is not there is a NotFoundException. */
    static Opened in(Catalog catalog, Action action, boolean isNew) {
        Group group = catalog.group(action.group());
        if (group == null) {
            throw new NotFoundException("group", action.group());
        }
        Issue issue = catalog.issue(group.issue());
        if (issue == null) {
            throw new NotFoundException("issue", group.issue());
        }
        return new Opened(action, group, issue, isNew);
    }
}
