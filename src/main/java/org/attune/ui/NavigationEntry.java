package org.attune.ui;

import java.util.Set;
import org.attune.access.Role;

/**
 * A place in the rail at the left. A module adds one by a bean:
 * {@code @Bean NavigationEntry desk() { return new NavigationEntry("desk.nav", Icons.DESK, "desk", 10, Role.AGENT); }}
 *
 * @param labelKey key of the one-word label
 * @param icon the picture above the word
 * @param path where it leads, without a leading slash; a page below it keeps the entry marked
 * @param order smaller stands higher
 * @param roles who sees it
 */
public record NavigationEntry(String labelKey, Icons icon, String path, int order, Set<Role> roles) {
    public NavigationEntry(String labelKey, Icons icon, String path, int order, Role... roles) {
        this(labelKey, icon, path, order, Set.of(roles));
    }

    /** The first part of the path; entries of one area stand together. */
    String area() {
        int slash = path.indexOf('/');
        return slash < 0 ? path : path.substring(0, slash);
    }
}
