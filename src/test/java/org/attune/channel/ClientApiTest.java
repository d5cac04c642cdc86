package org.attune.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import org.attune.AttuneTest;
import org.attune.access.ApiClient;
import org.attune.access.ApiClients;
import org.attune.access.IssuedToken;
import org.attune.access.RateLimit;
import org.attune.access.Scope;
import org.attune.kernel.ConflictException;
import org.attune.kernel.InvalidException;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Programs and what an administrator can give and take. */
@AttuneTest
class ClientApiTest {
    private static final String DICTIONARY = "/api/v1/attributes";

    @Autowired
    private ApiClients clients;

    @Autowired
    private JdbcClient jdbc;

    private final Api api;

    ClientApiTest(@Value("${local.server.port}") int port) {
        api = new Api(port);
    }

    @Test
    void theNextCallOfADisabledClientIsRefused() {
        IssuedToken token = Clients.with(clients, Scope.CUSTOMERS_READ);
        api.get(DICTIONARY, Clients.bearer(token)).is(200);
        clients.setEnabled("test", token.client().id(), false);
        api.get(DICTIONARY, Clients.bearer(token)).isProblem(401, "unauthorized");
        clients.setEnabled("test", token.client().id(), true);
        api.get(DICTIONARY, Clients.bearer(token)).is(200);
    }

    @Test
    void aRightThatIsTakenIsGoneWithTheNextCallEvenForAReplyThatWasKept() {
        IssuedToken token = Clients.with(clients, Scope.DECISIONS_WRITE, Scope.EVENTS_WRITE);
        api.put("/api/v1/customers/client-rights", "{}");
        String key = UUID.randomUUID().toString();
        String[] headers = {"Authorization", "Bearer " + token.token(), "Idempotency-Key", key};
        String body = "{\"customer\": \"client-rights\", \"channel\": \"web\"}";
        api.post("/api/v1/decisions", body, headers).is(200);
        clients.change("test", token.client(), Set.of(Scope.EVENTS_WRITE), RateLimit.USUAL);
        api.post("/api/v1/decisions", body, headers).isProblem(403, "forbidden");
        api.post("/api/v1/decisions", body, Clients.bearer(token)).isProblem(403, "forbidden");
    }

    @Test
    void aRotatedTokenWorksBesideTheNewOneUntilItsTimeIsOver() {
        IssuedToken old = Clients.with(clients, Scope.CUSTOMERS_READ);
        IssuedToken next = clients.rotate("test", old.client().id(), ApiClients.OVERLAP);
        assertThat(next.token()).isNotEqualTo(old.token());
        api.get(DICTIONARY, Clients.bearer(old)).is(200);
        api.get(DICTIONARY, Clients.bearer(next)).is(200);
        jdbc.sql("update access_api_client set previous_until = now() - interval '1 second' where id = ?")
                .param(old.client().id())
                .update();
        clients.setEnabled("test", old.client().id(), false);
        clients.setEnabled("test", old.client().id(), true);
        api.get(DICTIONARY, Clients.bearer(old)).isProblem(401, "unauthorized");
        api.get(DICTIONARY, Clients.bearer(next)).is(200);
    }

    @Test
    void aTokenThatLeakedEndsAtOnce() {
        IssuedToken leaked = Clients.with(clients, Scope.CUSTOMERS_READ);
        IssuedToken next = clients.rotate("test", leaked.client().id(), Duration.ZERO);
        api.get(DICTIONARY, Clients.bearer(leaked)).isProblem(401, "unauthorized");
        api.get(DICTIONARY, Clients.bearer(next)).is(200);
    }

    @Test
    void whatAnotherNodeChangedIsKnownWithinSeconds() {
        IssuedToken token = Clients.with(clients, Scope.CUSTOMERS_READ);
        api.get(DICTIONARY, Clients.bearer(token)).is(200);
        jdbc.sql("update access_api_client set enabled = false where id = ?")
                .param(token.client().id())
                .update();
        Awaitility.await()
                .atMost(Duration.ofSeconds(5))
                .until(() -> api.get(DICTIONARY, Clients.bearer(token)).status() == 401);
    }

    @Test
    void twoAdministratorsNeverOverwriteEachOther() {
        ApiClient base = Clients.with(clients, Scope.CUSTOMERS_READ).client();
        ApiClient changed = clients.change("one", base, Set.of(Scope.EVENTS_WRITE), RateLimit.USUAL);
        assertThatThrownBy(() -> clients.change("two", base, Set.of(Scope.IMPORTS_WRITE), RateLimit.USUAL))
                .isInstanceOf(ConflictException.class);
        assertThat(changed.scopes()).containsExactly(Scope.EVENTS_WRITE);
    }

    @Test
    void whatCannotBeIsRefused() {
        Set<Scope> all = EnumSet.allOf(Scope.class);
        assertThatThrownBy(() -> clients.create("test", "With Blanks", all, RateLimit.USUAL))
                .isInstanceOf(InvalidException.class);
        assertThatThrownBy(() -> clients.create("test", "no-rights", Set.of(), RateLimit.USUAL))
                .isInstanceOf(InvalidException.class);
        assertThatThrownBy(() -> new RateLimit(0, 1)).isInstanceOf(InvalidException.class);
        clients.create("test", "taken-name", all, RateLimit.USUAL);
        assertThatThrownBy(() -> clients.create("test", "taken-name", all, RateLimit.USUAL))
                .isInstanceOf(ConflictException.class);
    }

    @Test
    void everythingStandsInTheTrailAndNoTokenDoes() {
        IssuedToken token = Clients.with(clients, Scope.CUSTOMERS_READ);
        String name = token.client().name();
        clients.rotate("test", token.client().id(), ApiClients.OVERLAP);
        clients.setEnabled("test", token.client().id(), false);
        var lines = jdbc.sql("select what || coalesce(after, '') from audit_entry where key = ?")
                .param(name)
                .query(String.class)
                .list();
        assertThat(lines)
                .hasSize(3)
                .anyMatch(each -> each.startsWith("api-client.created") && each.contains("customers:read"))
                .anyMatch(each -> each.startsWith("api-client.rotated"))
                .anyMatch(each -> each.startsWith("api-client.disabled"))
                .noneMatch(each -> each.contains(token.token()));
    }

    @Test
    void checkingATokenCostsMicrosecondsAndNoStatement() {
        IssuedToken token = Clients.with(clients, Scope.CUSTOMERS_READ);
        for (int i = 0; i < 20_000; i++) {
            clients.authenticate(token.token());
        }
        long from = System.nanoTime();
        int calls = 50_000;
        for (int i = 0; i < calls; i++) {
            assertThat(clients.authenticate(token.token()).isPresent()).isTrue();
        }
        double micros = (System.nanoTime() - from) / 1e3 / calls;
        System.out.printf("checking a token: %.2f us%n", micros);
        assertThat(micros).isLessThan(100);
    }
}
