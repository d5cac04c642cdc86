package org.attune.channel;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Set;
import org.attune.AttuneTest;
import org.attune.access.ApiClients;
import org.attune.access.IssuedToken;
import org.attune.access.RateLimit;
import org.attune.access.Scope;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;

/** What a client with a limit sees of it. The arithmetic is in TokenBucketTest. */
@AttuneTest
class RateLimitApiTest {
    private static final String DICTIONARY = "/api/v1/attributes";

    @Autowired
    private ApiClients clients;

    private final Api api;

    RateLimitApiTest(@Value("${local.server.port}") int port) {
        api = new Api(port);
    }

    @Test
    void theCallBeyondTheLimitIsToldWhenToComeBackAndIsTakenThen() {
        IssuedToken token = Clients.with(clients, new RateLimit(1, 2), Scope.CUSTOMERS_READ);
        Api.Reply first = api.get(DICTIONARY, Clients.bearer(token)).is(200);
        assertThat(first.header("RateLimit-Limit")).isEqualTo("2");
        assertThat(first.header("RateLimit-Remaining")).isEqualTo("1");
        assertThat(first.header("RateLimit-Policy")).isEqualTo("\"client\";q=2;w=2");
        assertThat(first.header("RateLimit")).startsWith("\"client\";r=1;t=");
        api.get(DICTIONARY, Clients.bearer(token)).is(200);
        Api.Reply refused = api.get(DICTIONARY, Clients.bearer(token)).isProblem(429, "rate-limited");
        assertThat(refused.header("Retry-After")).isEqualTo("1");
        assertThat(refused.header("RateLimit-Remaining")).isEqualTo("0");
        Awaitility.await()
                .atMost(Duration.ofSeconds(5))
                .until(() -> api.get(DICTIONARY, Clients.bearer(token)).status() == 200);
    }

    @Test
    void oneClientsHasteIsNotAnothersProblem() {
        IssuedToken hasty = Clients.with(clients, new RateLimit(1, 1), Scope.CUSTOMERS_READ);
        IssuedToken calm = Clients.with(clients, new RateLimit(1, 1), Scope.CUSTOMERS_READ);
        api.get(DICTIONARY, Clients.bearer(hasty)).is(200);
        api.get(DICTIONARY, Clients.bearer(hasty)).isProblem(429, "rate-limited");
        api.get(DICTIONARY, Clients.bearer(calm)).is(200);
    }

    @Test
    void aNewLimitHoldsFromTheNextCall() {
        IssuedToken token = Clients.with(clients, new RateLimit(1, 1), Scope.CUSTOMERS_READ);
        api.get(DICTIONARY, Clients.bearer(token)).is(200);
        api.get(DICTIONARY, Clients.bearer(token)).isProblem(429, "rate-limited");
        clients.change("test", token.client(), Set.of(Scope.CUSTOMERS_READ), new RateLimit(1_000, 1_000));
        api.get(DICTIONARY, Clients.bearer(token)).is(200);
    }
}
