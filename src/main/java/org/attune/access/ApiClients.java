package org.attune.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.Optional;
import org.attune.kernel.AuditedEvent;
import org.attune.kernel.Ids;
import org.attune.kernel.InvalidException;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Programs that speak to the REST interface with a bearer token. Only the SHA-256 of a token is kept. */
@Service
public class ApiClients {
    private static final long FRESH_NANOS = 2_000_000_000L;

    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;
    private volatile Snapshot known = new Snapshot(List.of(), System.nanoTime() - 2 * FRESH_NANOS);

    ApiClients(JdbcClient jdbc, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.events = events;
    }

    /**
     * Lets a program in, or gives a known one a new token. Doing it twice with the same token changes nothing.
     *
     * @param token 16 characters at least; a shorter one is an {@link InvalidException}
     */
    @Transactional
    public void register(String who, String name, String token) {
        if (token.length() < 16) {
            throw new InvalidException("token", "An API token has at least 16 characters.");
        }
        int changed = jdbc.sql("""
                insert into access_api_client (id, name, token_hash, enabled) values (?, ?, ?, true)
                on conflict (name) do update set token_hash = excluded.token_hash, enabled = true
                where access_api_client.token_hash <> excluded.token_hash or not access_api_client.enabled""").params(Ids.next(), name, sha256(token)).update();
        if (changed > 0) {
            events.publishEvent(new AuditedEvent(who, "api-client.registered", "api-client", name, null, null));
        }
        known = new Snapshot(List.of(), System.nanoTime() - 2 * FRESH_NANOS);
    }

    /**
     * The name of the client that owns the token; empty when nobody does. Every known hash is compared in constant time.
     * A client that was disabled is refused after two seconds at the latest.
     */
    public Optional<String> authenticate(String token) {
        byte[] hash = sha256(token);
        String found = null;
        for (Client client : fresh().clients()) {
            if (MessageDigest.isEqual(client.hash(), hash)) {
                found = client.name();
            }
        }
        return Optional.ofNullable(found);
    }

    private Snapshot fresh() {
        Snapshot snapshot = known;
        if (System.nanoTime() - snapshot.readAt() > FRESH_NANOS) {
            List<Client> clients = jdbc.sql("select name, token_hash from access_api_client where enabled")
                    .query((row, index) -> new Client(row.getString(1), row.getBytes(2)))
                    .list();
            snapshot = new Snapshot(clients, System.nanoTime());
            known = snapshot;
        }
        return snapshot;
    }

    private static byte[] sha256(String token) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private record Client(String name, byte[] hash) {}

    private record Snapshot(List<Client> clients, long readAt) {}
}
