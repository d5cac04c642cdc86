package org.attune.access;

import java.util.List;
import org.attune.kernel.Keyed;

/** What somebody may do here. Each role has a page it starts on and the areas it may open. */
public enum Role implements Keyed {
    AGENT("/desk", List.of("/desk")),
    SUPERVISOR("/insight", List.of("/insight")),
    ADMIN("/studio", List.of("/studio", "/insight"));

    /** Where everybody chooses what is theirs to choose. */
    private static final String OWN = "/preferences";

    private final String home;
    private final List<String> areas;

    Role(String home, List<String> areas) {
        this.home = home;
        this.areas = areas;
    }

    @Override
    public String key() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }

    /** The address this role starts on after login. */
    public String home() {
        return home;
    }

    /** Whether a path (starting with a slash) lies in an area of this role, or is everybody's own. */
    public boolean mayOpen(String path) {
        return path.equals(OWN) || areas.stream().anyMatch(area -> path.equals(area) || path.startsWith(area + "/"));
    }

    /** The Spring Security authority, {@code ROLE_AGENT}. */
    public String authority() {
        return "ROLE_" + name();
    }

    /** The constant of a key; an unknown one is an {@link org.attune.kernel.InvalidException}. */
    public static Role of(String key) {
        return Keyed.of(Role.class, "role", key);
    }
}
