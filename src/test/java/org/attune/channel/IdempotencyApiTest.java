package org.attune.channel;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.stream.IntStream;
import org.attune.AttuneTest;
import org.attune.access.ApiClients;
import org.attune.access.Scope;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A client that never got its answer may ask again with the same key. */
@AttuneTest
class IdempotencyApiTest {
    private static final String DECISION = "{\"customer\": \"chan-key\", \"channel\": \"web\"}";

    private final Api api;
    private final JdbcClient jdbc;
    private final String key = UUID.randomUUID().toString();

    IdempotencyApiTest(@Value("${local.server.port}") int port, @Autowired JdbcClient jdbc) {
        this.api = new Api(port);
        this.jdbc = jdbc;
    }

    @BeforeEach
    void customer() {
        api.put("/api/v1/customers/chan-key", "{\"displayName\": \"Kay\"}");
    }

    @Test
    void theSameRequestGetsTheSameReplyAndIsNotCarriedOutAgain() {
        Api.Reply first =
                api.post("/api/v1/decisions", DECISION, "Idempotency-Key", key).is(200);
        Api.Reply again =
                api.post("/api/v1/decisions", DECISION, "Idempotency-Key", key).is(200);
        assertThat(again.text()).isEqualTo(first.text());
        assertThat(again.header("content-type")).isEqualTo(first.header("content-type"));
        assertThat(first.header("Idempotent-Replayed")).isEmpty();
        assertThat(again.header("Idempotent-Replayed")).isEqualTo("true");
        assertThat(api.post("/api/v1/decisions", DECISION, "Idempotency-Key", key + "x")
                        .text())
                .isNotEqualTo(first.text());
    }

    @Test
    void anImportIsStartedOnceAndItsLocationComesAgain() {
        String csv = "ref\nchan-key-import\n";
        Api.Reply first = api.upload(
                        "/api/v1/imports/customers", "k.csv", csv, "{\"refColumn\": \"ref\"}", "Idempotency-Key", key)
                .is(202);
        Api.Reply again = api.upload(
                        "/api/v1/imports/customers", "k.csv", csv, "{\"refColumn\": \"ref\"}", "Idempotency-Key", key)
                .is(202);
        assertThat(again.header("Location")).isEqualTo(first.header("Location"));
        api.upload("/api/v1/imports/customers", "other.csv", csv, null, "Idempotency-Key", key)
                .isProblem(422, "idempotency-key-reused");
    }

    @Test
    void theKeyOfAnotherRequestIsRefused() {
        api.post("/api/v1/decisions", DECISION, "Idempotency-Key", key).is(200);
        api.post("/api/v1/decisions", DECISION.replace("web", "branch"), "Idempotency-Key", key)
                .isProblem(422, "idempotency-key-reused");
        api.post("/api/v1/events", DECISION, "Idempotency-Key", key).isProblem(422, "idempotency-key-reused");
    }

    @Test
    void aRequestThatFailedLeavesItsKeyFree() {
        api.post("/api/v1/decisions", "{}", "Idempotency-Key", key).isProblem(400, "invalid");
        api.post("/api/v1/decisions", DECISION, "Idempotency-Key", key).is(200);
    }

    @Test
    void aKeyThatCannotBeKeptIsRefused() {
        api.post("/api/v1/decisions", DECISION, "Idempotency-Key", "k".repeat(201))
                .isProblem(400, "invalid")
                .names("Idempotency-Key");
    }

    @Test
    void anEmptyKeyIsRefused() {
        api.post("/api/v1/decisions", DECISION, "Idempotency-Key", " ")
                .isProblem(400, "invalid")
                .names("Idempotency-Key");
    }

    @Test
    void anotherClientsKeyIsItsOwnAndItsReplyIsNobodyElses(@Autowired ApiClients clients) {
        String first = api.post("/api/v1/decisions", DECISION, "Idempotency-Key", key)
                .is(200)
                .text();
        String[] other = {
            "Authorization",
            "Bearer " + Clients.with(clients, Scope.DECISIONS_WRITE).token(),
            "Idempotency-Key",
            key
        };
        Api.Reply reply = api.post("/api/v1/decisions", DECISION, other).is(200);
        assertThat(reply.header("Idempotent-Replayed")).isEmpty();
        assertThat(reply.text()).isNotEqualTo(first);
    }

    @Test
    void oneOfManySimultaneousRequestsIsCarriedOut() {
        var statuses = IntStream.range(0, 12)
                .parallel()
                .mapToObj(i -> api.post("/api/v1/decisions", DECISION, "Idempotency-Key", key))
                .toList();
        assertThat(statuses).allMatch(reply -> reply.status() == 200 || reply.status() == 409);
        assertThat(statuses.stream().filter(r -> r.status() == 409)).allSatisfy(reply -> {
            reply.isProblem(409, "in-progress");
            assertThat(reply.header("Retry-After")).isEqualTo("1");
        });
        assertThat(statuses.stream()
                        .filter(r -> r.status() == 200)
                        .map(Api.Reply::text)
                        .distinct())
                .hasSize(1);
    }

    @Test
    void aRequestThatDiedOnTheWayMayRunAgainAfterAMinute() {
        api.post("/api/v1/decisions", DECISION, "Idempotency-Key", key).is(200);
        jdbc.sql("UPDATE channel_idempotency SET status = NULL WHERE key = ?")
                .param(key)
                .update();
        api.post("/api/v1/decisions", DECISION, "Idempotency-Key", key).isProblem(409, "in-progress");
        age(Duration.ofMinutes(2));
        api.post("/api/v1/decisions", DECISION, "Idempotency-Key", key).is(200);
    }

    @Test
    void aKeyIsForgottenAfterADay() {
        String first =
                api.post("/api/v1/decisions", DECISION, "Idempotency-Key", key).text();
        age(Duration.ofHours(25));
        assertThat(api.post("/api/v1/decisions", DECISION, "Idempotency-Key", key)
                        .is(200)
                        .text())
                .isNotEqualTo(first);
    }

    private void age(Duration age) {
        jdbc.sql("UPDATE channel_idempotency SET created_at = ? WHERE key = ?")
                .param(Timestamp.from(Instant.now().minus(age)))
                .param(key)
                .update();
    }
}
