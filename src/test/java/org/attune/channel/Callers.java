package org.attune.channel;

import java.util.UUID;
import org.attune.access.NewUser;
import org.attune.access.Role;
import org.attune.access.Users;

/** Agents of a test's own, and events about their calls. */
final class Callers {
    private Callers() {}

    /** An agent nobody else uses. */
    static String agent(Users users, String name) {
        String username = name + "-" + UUID.randomUUID().toString().substring(0, 8);
        users.create("test", new NewUser(username, "a-long-password", name + " " + username, Role.AGENT, null, false));
        return username;
    }

    static String event(String id, String type, String call, String time, String data) {
        return """
                {"specversion": "1.0", "id": "%s", "source": "/pbx", "type": "attune.call.%s", "subject": "%s", "time": "%s",
                 "data": {%s}, "traceparent": "00-ab"}""".formatted(id, type, call, time, data);
    }
}
