package org.attune.ui;

import java.util.List;
import java.util.Set;
import org.attune.access.Role;

/**
 * Something a single key does while no field has the focus. Its owner may give it another key.
 *
 * @param id lower-case word it is kept under
 * @param key the usual key: one character, upper case where it has one
 * @param labelKey what it does, key of the text
 * @param roles whom it concerns
 */
public record KeyCommand(String id, String key, String labelKey, Set<Role> roles) {

    /** The commands of one module, in the order in which they are listed. A module adds its own by a bean. */
    public record Listed(List<KeyCommand> commands) {}
}
