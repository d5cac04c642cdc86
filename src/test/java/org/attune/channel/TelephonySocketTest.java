package org.attune.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.attune.AttuneTest;
import org.attune.access.ApiClients;
import org.attune.access.IssuedToken;
import org.attune.access.RateLimit;
import org.attune.access.Scope;
import org.attune.access.Users;
import org.attune.interaction.Interaction.State;
import org.attune.interaction.Interactions;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import tools.jackson.databind.JsonNode;

/** F40: calls over the WebSocket. */
@AttuneTest
class TelephonySocketTest {
    @Value("${local.server.port}")
    int port;

    @Autowired
    Users users;

    @Autowired
    ApiClients clients;

    @Autowired
    Interactions interactions;

    /** A telephone system at its end of the line. */
    private final class Pbx implements WebSocket.Listener, AutoCloseable {
        private final BlockingQueue<String> answers = new LinkedBlockingQueue<>();
        private final CompletableFuture<Integer> closed = new CompletableFuture<>();
        private final StringBuilder frame = new StringBuilder();
        private final WebSocket socket;

        Pbx(String token, String... headers) {
            WebSocket.Builder builder = HttpClient.newHttpClient().newWebSocketBuilder();
            builder.header("Authorization", "Bearer " + token);
            for (int i = 0; i < headers.length; i += 2) {
                builder.header(headers[i], headers[i + 1]);
            }
            socket = builder.buildAsync(URI.create("ws://localhost:" + port + "/ws/telephony"), this)
                    .join();
        }

        @Override
        public CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
            frame.append(data);
            if (last) {
                answers.add(frame.toString());
                frame.setLength(0);
            }
            from.request(1);
            return CompletableFuture.completedStage(null);
        }

        @Override
        public CompletionStage<?> onClose(WebSocket from, int status, String reason) {
            closed.complete(status);
            return CompletableFuture.completedStage(null);
        }

        @Override
        public void onError(WebSocket from, Throwable error) {
            closed.complete(-1);
        }

        void send(String text) {
            socket.sendText(text, true).join();
        }

        JsonNode answer() throws InterruptedException {
            String answer = answers.poll(20, TimeUnit.SECONDS);
            assertThat(answer).as("an answer").isNotNull();
            return Api.JSON.readTree(answer);
        }

        @Override
        public void close() {
            socket.abort();
        }
    }

    private IssuedToken client(Scope... scopes) {
        return Clients.with(clients, scopes);
    }

    private static String ringing(String id, String call, String agent) {
        return Callers.event(id, "ringing", call, Instant.now().toString(), "\"agent\": \"" + agent + "\"");
    }

    @Test
    void eachFrameHasItsAnswer() throws Exception {
        String agent = Callers.agent(users, "ws");
        String call = UUID.randomUUID().toString();
        try (Pbx pbx = new Pbx(client(Scope.TELEPHONY_WRITE).token())) {
            pbx.send(ringing(call + "1", call, agent));
            JsonNode first = pbx.answer();
            assertThat(first.path("id").asString()).isEqualTo(call + "1");
            assertThat(first.path("status").asString()).isEqualTo("accepted");
            assertThat(interactions.open(agent).getFirst().state()).isEqualTo(State.RINGING);
            pbx.send(ringing(call + "1", call, agent));
            assertThat(pbx.answer().path("status").asString()).isEqualTo("duplicate");
            pbx.send("{\"id\": \"bad\"}");
            JsonNode bad = pbx.answer();
            assertThat(bad.path("id").asString()).isEqualTo("bad");
            assertThat(bad.path("status").asString()).isEqualTo("rejected");
            assertThat(bad.path("detail").asString()).contains("specversion", "source", "subject");
            pbx.send("no JSON");
            assertThat(pbx.answer().path("status").asString()).isEqualTo("rejected");
            pbx.send(
                    "[" + Callers.event(call + "2", "ended", call, Instant.now().toString(), "") + ", 1]");
            JsonNode batch = pbx.answer();
            assertThat(batch.at("/0/status").asString()).isEqualTo("accepted");
            assertThat(batch.at("/1/status").asString()).isEqualTo("rejected");
            assertThat(interactions.open(agent)).isEmpty();
        }
    }

    @Test
    void whoMayNotTellOfCallsIsNotLetIn() {
        assertThat(handshake(client(Scope.EVENTS_WRITE).token())).isEqualTo(403);
        assertThat(handshake("no-such-token-anywhere")).isEqualTo(401);
    }

    @Test
    void aPageOfSomebodyElseIsNotLetIn() {
        String token = client(Scope.TELEPHONY_WRITE).token();
        assertThat(handshake(token, "Origin", "https://evil.example")).isEqualTo(403);
        new Pbx(token, "Origin", "http://localhost:" + port).close();
    }

    private int handshake(String token, String... headers) {
        try {
            new Pbx(token, headers).close();
            return 101;
        } catch (CompletionException e) {
            assertThat(e.getCause()).isInstanceOf(WebSocketHandshakeException.class);
            return ((WebSocketHandshakeException) e.getCause()).getResponse().statusCode();
        }
    }

    @Test
    void aFrameThatIsTooLargeEndsTheConnection() throws Exception {
        try (Pbx pbx = new Pbx(client(Scope.TELEPHONY_WRITE).token())) {
            pbx.send("{\"id\": \"" + "x".repeat(70_000) + "\"}");
            assertThat(pbx.closed.get(20, TimeUnit.SECONDS)).isEqualTo(1009);
        }
    }

    @Test
    void framesBeyondTheRateAreRefusedAndTakenWhenSentAgain() throws Exception {
        IssuedToken slow = Clients.with(clients, new RateLimit(1, 2), Scope.TELEPHONY_WRITE);
        try (Pbx pbx = new Pbx(slow.token())) {
            for (int i = 0; i < 3; i++) {
                pbx.send("{\"id\": \"" + i + "\"}");
            }
            pbx.answer();
            pbx.answer();
            JsonNode refused = pbx.answer();
            assertThat(refused.path("id").asString()).isEqualTo("2");
            assertThat(refused.path("detail").asString()).contains("frames per second");
        }
    }

    @Test
    void aTokenThatIsTakenAwayEndsTheConnection() throws Exception {
        IssuedToken token = client(Scope.TELEPHONY_WRITE);
        try (Pbx pbx = new Pbx(token.token())) {
            clients.setEnabled("test", token.client().id(), false);
            pbx.send("{}");
            assertThat(pbx.closed.get(20, TimeUnit.SECONDS)).isEqualTo(1008);
        }
    }

    @Test
    void aTokenInTheAddressOpensNothing() {
        String token = client(Scope.TELEPHONY_WRITE).token();
        assertThatThrownBy(() -> HttpClient.newHttpClient()
                        .newWebSocketBuilder()
                        .buildAsync(
                                URI.create("ws://localhost:" + port + "/ws/telephony?token=" + token),
                                new WebSocket.Listener() {})
                        .join())
                .hasCauseInstanceOf(WebSocketHandshakeException.class);
    }
}
