package org.attune.access;

import java.security.Principal;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A program that may speak to the REST interface.
 *
 * @param name unique, as it stands in logs and in the audit trail
 * @param createdBy who let it in
 * @param lastUsedAt its latest call, about a minute behind; null when it never called
 * @param previousUntil until when the token before the latest rotation stays good; null when there is none
 * @param version counts changes; guards against overwriting somebody else's
 */
public record ApiClient(
        UUID id,
        String name,
        Set<Scope> scopes,
        RateLimit limit,
        boolean enabled,
        String createdBy,
        Instant createdAt,
        @Nullable Instant lastUsedAt,
        @Nullable Instant previousUntil,
        int version)
        implements Principal {

    public ApiClient {
        scopes = Set.copyOf(scopes);
    }

    @Override
    public String getName() {
        return name;
    }

    /** Whether it has this right. */
    public boolean may(Scope scope) {
        return scopes.contains(scope);
    }

    @Override
    public String toString() {
        return name;
    }
}
