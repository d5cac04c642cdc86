package org.attune.access;

import org.attune.kernel.Language;
import org.jspecify.annotations.Nullable;

/**
 * A person who works with Attune.
 *
 * @param username the unique name typed at login, lower case
 * @param displayName the name others see
 * @param team the team, null when in none
 * @param language chosen language, null to follow the browser
 * @param scheme chosen colours, null to follow the system
 * @param enabled whether this person may log in
 * @param demo whether this is one of the invented people of the demonstration
 */
public record UserAccount(
        String username,
        String displayName,
        Role role,
        @Nullable String team,
        @Nullable Language language,
        @Nullable Scheme scheme,
        boolean enabled,
        boolean demo) {}
