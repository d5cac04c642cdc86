package org.attune.interaction;

import java.util.Locale;
import org.attune.access.Role;
import org.attune.kernel.Keyed;
import org.jspecify.annotations.Nullable;

/** Who may read a note beside its author. Administrators talk with no customer and read none. */
public enum NoteVisibility implements Keyed {
    /** Agents and supervisors. */
    EVERYONE,
    /** The author's team, and supervisors. */
    TEAM,
    /** Supervisors only. */
    SUPERVISORS,
    /** Nobody. */
    AUTHOR;

    @Override
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The constant of a key; an unknown one is an {@link org.attune.kernel.InvalidException}. */
    public static NoteVisibility of(String key) {
        return Keyed.of(NoteVisibility.class, "visibility", key);
    }

    /** Whether somebody may read a note of this visibility. */
    public boolean shows(Reader reader, String author, @Nullable String team) {
        if (reader.user().equals(author)) {
            return true;
        }
        return switch (this) {
            case EVERYONE -> reader.role() != Role.ADMIN;
            case TEAM ->
                reader.role() == Role.SUPERVISOR
                        || reader.role() == Role.AGENT && team != null && team.equals(reader.team());
            case SUPERVISORS -> reader.role() == Role.SUPERVISOR;
            case AUTHOR -> false;
        };
    }
}
