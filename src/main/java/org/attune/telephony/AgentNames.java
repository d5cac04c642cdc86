package org.attune.telephony;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.attune.access.Role;
import org.attune.access.UserAccount;
import org.attune.access.Users;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Whom a telephone system means: the setting {@code attune.telephony.agents} ({@code 101=ines, 102=tom}: extension, worker, agent id
 * to user name), a user name, or the name of exactly one agent as people read it.
 */
@Component
public class AgentNames {
    private final Users users;
    private final Map<String, String> told = new HashMap<>();

    AgentNames(Users users, @Value("${attune.telephony.agents:}") String agents) {
        this.users = users;
        for (String each : agents.split(",")) {
            if (!each.isBlank()) {
                int equals = each.lastIndexOf('=');
                if (equals < 1 || each.substring(equals + 1).isBlank()) {
                    throw new IllegalArgumentException(
                            "attune.telephony.agents: '" + each.strip() + "' is not of the form 101=username.");
                }
                told.put(
                        key(each.substring(0, equals)),
                        each.substring(equals + 1).strip());
            }
        }
    }

    /** The user name of the agent, null when it is nobody who works here as an agent. */
    public @Nullable String agent(@Nullable String name) {
        if (name == null || name.isBlank()) {
            return null;
        }
        String mapped = told.getOrDefault(key(name), name.strip());
        UserAccount user = users.byName(mapped).orElse(null);
        if (user != null) {
            return works(user) ? user.username() : null;
        }
        List<String> named = users.list().stream()
                .filter(each -> works(each) && key(each.displayName()).equals(key(mapped)))
                .map(UserAccount::username)
                .toList();
        return named.size() == 1 ? named.getFirst() : null;
    }

    private static boolean works(UserAccount user) {
        return user.enabled() && user.role() == Role.AGENT;
    }

    private static String key(String name) {
        return name.strip().toLowerCase(Locale.ROOT);
    }
}
