package org.attune.channel.internal;

import java.security.Principal;

/** How API clients are named in logs, facts and the audit trail. */
final class Callers {
    private Callers() {}

    static String who(Principal client) {
        return "api:" + client.getName();
    }
}
