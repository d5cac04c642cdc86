package org.attune.access;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.attune.kernel.InvalidException;
import org.attune.kernel.Problem;
import org.jspecify.annotations.Nullable;

/**
 * What it takes to let somebody in.
 *
 * @param username lower-case letters, digits, dot, dash and underscore; at most 64
 * @param password 8 characters at least, 72 bytes at most (the limit of bcrypt)
 * @param displayName the name others see
 * @param team the team, null when in none
 * @param demo true only for the invented people of the demonstration
 * @throws InvalidException naming each field that does not fit
 */
public record NewUser(
        String username,
        String password,
        String displayName,
        Role role,
        @Nullable String team,
        boolean demo) {
    public NewUser {
        List<Problem> problems = new ArrayList<>();
        if (!username.matches("[a-z0-9][a-z0-9._-]{0,63}")) {
            problems.add(new Problem(
                    "username", "Use lower-case letters, digits, dots, dashes and underscores; 64 at most."));
        }
        if (password.length() < 8 || password.getBytes(StandardCharsets.UTF_8).length > 72) {
            problems.add(new Problem("password", "A password has at least 8 characters and at most 72 bytes."));
        }
        if (displayName.isBlank()) {
            problems.add(new Problem("displayName", "A user needs a name others can read."));
        }
        if (!problems.isEmpty()) {
            throw new InvalidException(problems);
        }
    }

    @Override
    public String toString() {
        return "NewUser[" + username + ", " + role + "]";
    }
}
