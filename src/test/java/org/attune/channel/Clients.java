package org.attune.channel;

import java.util.Set;
import java.util.UUID;
import org.attune.access.ApiClients;
import org.attune.access.IssuedToken;
import org.attune.access.RateLimit;
import org.attune.access.Scope;

/** API clients of a test's own. */
final class Clients {
    private Clients() {}

    static IssuedToken with(ApiClients clients, Scope... scopes) {
        return with(clients, new RateLimit(10_000, 10_000), scopes);
    }

    static IssuedToken with(ApiClients clients, RateLimit limit, Scope... scopes) {
        return clients.create("test", "test-" + UUID.randomUUID(), Set.of(scopes), limit);
    }

    static String[] bearer(IssuedToken token) {
        return new String[] {"Authorization", "Bearer " + token.token()};
    }
}
