package org.attune.access;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.attune.access.internal.ClientStore;
import org.attune.access.internal.KnownTokens;
import org.attune.access.internal.TokenHash;
import org.attune.kernel.AuditedEvent;
import org.attune.kernel.ConflictException;
import org.attune.kernel.Ids;
import org.attune.kernel.InvalidException;
import org.attune.kernel.LocalText;
import org.attune.kernel.NotFoundException;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Programs that speak to the REST interface with a bearer token. Only the SHA-256 of a token is kept. */
@Service
public class ApiClients {
    /** How long the old token stays good after a rotation, unless it is to end at once. */
    public static final Duration OVERLAP = Duration.ofHours(24);

    private static final String PREFIX = "attune_";
    private static final int TOKEN_BYTES = 32;

    private final ClientStore store;
    private final KnownTokens known;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    ApiClients(ClientStore store, KnownTokens known, ApplicationEventPublisher events, Clock clock) {
        this.store = store;
        this.known = known;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Lets a program in with all scopes, or gives a known one a new token. Doing it twice with the same token changes nothing.
     *
     * @param token 16 characters at least; a shorter one is an {@link InvalidException}
     */
    @Transactional
    public void register(String who, String name, String token) {
        if (token.length() < 16) {
            throw new InvalidException("token", "An API token has at least 16 characters.");
        }
        if (store.register(Ids.next(), name, TokenHash.of(token).bytes(), who, clock.instant())) {
            changed(new AuditedEvent(who, "api-client.registered", "api-client", name, null, null));
        }
    }

    /**
     * The client that owns the token; empty when nobody does, or when it is disabled: at once on this node, within two seconds
     * on others.
     */
    public Optional<ApiClient> authenticate(String token) {
        return Optional.ofNullable(known.owner(token));
    }

    /** All clients by name, the disabled ones included. */
    public List<ApiClient> list() {
        return store.list();
    }

    /**
     * Lets a program in.
     *
     * @param name 2 to 64 small letters, digits, dots, dashes; a name that is taken is a {@link ConflictException}
     * @return with the token, which is not to be had again
     */
    @Transactional
    public IssuedToken create(String who, String name, Set<Scope> scopes, RateLimit limit) {
        if (!name.matches("[a-z0-9][a-z0-9.-]{1,63}")) {
            throw new InvalidException(
                    "name", "Needs 2 to 64 small letters, digits, dots or dashes, a letter or digit first.");
        }
        requireSome(scopes);
        String token = newToken();
        UUID id = Ids.next();
        if (!store.insert(id, name, TokenHash.of(token).bytes(), scopes, limit, who, clock.instant())) {
            throw new ConflictException(new LocalText(
                    "There is a client named '" + name + "' already.",
                    "Un client nommé « " + name + " » existe déjà."));
        }
        changed(new AuditedEvent(who, "api-client.created", "api-client", name, null, words(scopes, limit)));
        return new IssuedToken(find(id), token);
    }

    /** Gives other rights and limits; a base that is no longer the present one is a {@link ConflictException}. */
    @Transactional
    public ApiClient change(String who, ApiClient base, Set<Scope> scopes, RateLimit limit) {
        requireSome(scopes);
        if (base.scopes().equals(scopes) && base.limit().equals(limit)) {
            return base;
        }
        if (!store.change(base.id(), base.version(), scopes, limit)) {
            find(base.id());
            throw new ConflictException(new LocalText(
                    "Somebody else has changed '" + base.name() + "' meanwhile. Nothing was overwritten.",
                    "Quelqu’un d’autre a modifié « " + base.name() + " » entre-temps. Rien n’a été écrasé."));
        }
        changed(new AuditedEvent(
                who,
                "api-client.changed",
                "api-client",
                base.name(),
                words(base.scopes(), base.limit()),
                words(scopes, limit)));
        return find(base.id());
    }

    /**
     * Gives a new token.
     *
     * @param overlap how long the present token stays good beside it; zero ends it at once
     */
    @Transactional
    public IssuedToken rotate(String who, UUID id, Duration overlap) {
        String token = newToken();
        Instant until = overlap.isPositive() ? clock.instant().plus(overlap) : null;
        ApiClient client = find(id);
        store.rotate(id, TokenHash.of(token).bytes(), until);
        changed(new AuditedEvent(
                who, "api-client.rotated", "api-client", client.name(), null, until == null ? null : "until " + until));
        return new IssuedToken(find(id), token);
    }

    /** Lets a client in again, or shuts it out: its next call is refused. */
    @Transactional
    public void setEnabled(String who, UUID id, boolean enabled) {
        ApiClient client = find(id);
        if (client.enabled() != enabled) {
            store.setEnabled(id, enabled);
            changed(new AuditedEvent(
                    who,
                    enabled ? "api-client.enabled" : "api-client.disabled",
                    "api-client",
                    client.name(),
                    "" + !enabled,
                    "" + enabled));
        }
    }

    private ApiClient find(UUID id) {
        return store.find(id).orElseThrow(() -> new NotFoundException("API client", id));
    }

    private void changed(AuditedEvent event) {
        events.publishEvent(event);
        known.forgetAndTell(() -> events.publishEvent(new ApiClientsChanged(event.key())));
    }

    private String newToken() {
        byte[] bytes = new byte[TOKEN_BYTES];
        random.nextBytes(bytes);
        return PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static void requireSome(@Nullable Set<Scope> scopes) {
        if (scopes == null || scopes.isEmpty()) {
            throw new InvalidException("scopes", "A client needs at least one right.");
        }
    }

    private static String words(Set<Scope> scopes, RateLimit limit) {
        return new TreeSet<>(scopes).stream().map(Scope::key).collect(Collectors.joining(" ")) + "; "
                + limit.perSecond() + "/s, at once " + limit.burst();
    }
}
