package org.attune.interaction;

import org.attune.access.Role;
import org.jspecify.annotations.Nullable;

/**
 * Who wants to read or write a note.
 *
 * @param user user name
 * @param team null when in none
 */
public record Reader(String user, Role role, @Nullable String team) {}
