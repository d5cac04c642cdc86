package org.attune.channel;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import javax.sql.DataSource;
import org.attune.AttuneTest;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;

/** Whatever goes wrong, a client reads a problem in plain words and nothing of the inside. */
@AttuneTest
class ErrorApiTest {
    private final Api api;

    ErrorApiTest(@Value("${local.server.port}") int port) {
        api = new Api(port);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /api/v1/customers/x",
                "PUT /api/v1/customers/x",
                "GET /api/v1/attributes",
                "PUT /api/v1/attributes/x",
                "POST /api/v1/imports/customers",
                "POST /api/v1/imports/outcomes",
                "GET /api/v1/imports/x",
                "POST /api/v1/events",
                "POST /api/v1/decisions",
                "GET /api/v1/decisions/x",
                "POST /api/v1/decisions/x/outcomes",
                "DELETE /api/v1/decisions/x/outcomes/y",
                "GET /api/v1/catalog",
                "GET /api/v1/actions/x/model",
                "GET /api/v1/insight/actions",
                "GET /api/v1/nothing-here"
            })
    void withoutAGoodTokenNothingIsAnswered(String call) {
        String[] parts = call.split(" ");
        String body = parts[0].startsWith("P") ? "{}" : null;
        for (String token : new String[] {"Bearer wrong", "Bearer ", "Basic YWdlbnQ6YXR0dW5lLWRlbW8="}) {
            Api.Reply reply =
                    api.send(parts[0], parts[1], body, "Authorization", token, "Content-Type", "application/json");
            reply.isProblem(401, "unauthorized");
            assertThat(reply.header("WWW-Authenticate")).as(call).isEqualTo("Bearer");
        }
    }

    @Test
    void anAddressThatDoesNotExistIsAProblemToo() {
        api.get("/api/v1/nothing-here").isProblem(404, "not-found");
        api.get("/api/v1/nothing/here/at/all").isProblem(404, "not-found");
        api.get("/api/v9/customers/x").isProblem(404, "not-found");
        api.get("/api/v1/nothing-here", "Accept", "text/html").isProblem(404, "not-found");
    }

    @Test
    void aBrowserGetsAPageInItsLanguageInstead() {
        Api.Reply french = api.get("/error", "Accept", "text/html", "Accept-Language", "fr");
        assertThat(french.status()).isEqualTo(404);
        assertThat(french.header("content-type")).startsWith("text/html");
        assertThat(french.text()).contains("Il n’y a rien ici").doesNotContain("Exception");
        assertThat(api.get("/error", "Accept", "text/html", "Accept-Language", "en")
                        .text())
                .contains("There is nothing here");
    }

    @Test
    void anAddressTheContainerRefusesIsAProblemToo() {
        api.get("/api/v1/actions//model").isProblem(400, "invalid");
    }

    @Test
    void brokenJsonIsShownByLineAndColumn() {
        Api.Reply reply = api.post("/api/v1/decisions", "{\"customer\": \"c\",\n \"channel\": }");
        reply.isProblem(400, "unreadable");
        assertThat(reply.json().at("/problems/0/place").asString()).isEqualTo("line 2, column 13");
        assertThat(reply.json().at("/problems/0/message").asString()).startsWith("Not valid JSON");
        api.post("/api/v1/decisions", "{\"customer\": \"c").isProblem(400, "unreadable");
        api.postAs("/api/v1/events", "application/cloudevents+json", "[{").isProblem(400, "unreadable");
    }

    @Test
    void anEmptyBodyOrOneOfTheWrongShapeIsRefused() {
        api.post("/api/v1/decisions", "").isProblem(400, "unreadable");
        api.post("/api/v1/decisions", "[]").isProblem(400, "invalid");
        api.post("/api/v1/decisions", "17").isProblem(400, "invalid");
        api.post("/api/v1/decisions", "null").isProblem(400, "unreadable");
    }

    @Test
    void theWrongMethodIsToldWhichOnesExist() {
        Api.Reply reply = api.post("/api/v1/customers/x", "{}").isProblem(405, "method-not-allowed");
        assertThat(reply.header("Allow")).contains("GET", "PUT");
    }

    @Test
    void theWrongFormatIsToldWhichOnesAreUnderstood() {
        Api.Reply reply =
                api.postAs("/api/v1/decisions", "text/plain", "hello").isProblem(415, "unsupported-media-type");
        assertThat(reply.json().path("detail").asString()).contains("application/json");
        api.get("/api/v1/attributes", "Accept", "image/png").isProblem(406, "not-acceptable");
    }

    @Test
    void aBodyBeyondOneMegabyteIsRefused() {
        String large = "{\"customer\": \"" + "x".repeat(1024 * 1024) + "\"}";
        api.post("/api/v1/decisions", large).isProblem(413, "too-large");
    }

    @Test
    void controlCharactersAndMarkupInAnAddressComeBackAsText() {
        Api.Reply reply = api.get("/api/v1/customers/%3Cscript%3Ealert(1)").isProblem(404, "not-found");
        assertThat(reply.header("content-type")).startsWith("application/problem+json");
    }

    @Test
    void aDatabaseThatIsAwayIsSaidInPlainWordsAndTheSameRequestWorksAfterwards(@Autowired DataSource source)
            throws SQLException {
        HikariDataSource pool = source.unwrap(HikariDataSource.class);
        String customer = "{\"displayName\": \"Away\"}";
        long patience = pool.getConnectionTimeout();
        try (Connection own = DriverManager.getConnection(pool.getJdbcUrl(), pool.getUsername(), pool.getPassword());
                Statement statement = own.createStatement()) {
            String name = own.getCatalog();
            pool.getHikariConfigMXBean().setConnectionTimeout(300);
            statement.execute("ALTER DATABASE " + name + " CONNECTION LIMIT 0");
            try {
                statement.execute("SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
                        + " WHERE datname = current_database() AND pid <> pg_backend_pid()");
                Api.Reply reply = api.put("/api/v1/customers/chan-away", customer);
                reply.isProblem(503, "unavailable");
                assertThat(reply.header("Retry-After")).isEqualTo("5");
                assertThat(reply.json().path("detail").asString()).contains("database", "again");
                api.post("/api/v1/decisions", "{}", "Idempotency-Key", "away-1").isProblem(503, "unavailable");
            } finally {
                statement.execute("ALTER DATABASE " + name + " CONNECTION LIMIT -1");
                pool.getHikariConfigMXBean().setConnectionTimeout(patience);
            }
        }
        // A connection that broke may still be handed out once: the client does as it was told and sends again.
        Awaitility.await()
                .atMost(Duration.ofSeconds(10))
                .until(() -> api.put("/api/v1/customers/chan-away", customer).status() < 300);
        api.get("/api/v1/customers/chan-away").is(200);
    }
}
