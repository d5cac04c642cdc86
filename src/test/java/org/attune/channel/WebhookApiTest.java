package org.attune.channel;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.attune.AttuneTest;
import org.attune.channel.webhook.Receiver;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Value;
import tools.jackson.databind.JsonNode;

/** Webhooks as a client of the API makes, changes and ends them. */
@AttuneTest
class WebhookApiTest {
    private static final String WEBHOOKS = "/api/v1/webhooks";

    private final Api api;
    private final Receiver receiver = new Receiver();

    WebhookApiTest(@Value("${local.server.port}") int port) {
        api = new Api(port);
    }

    @AfterEach
    void end() {
        for (JsonNode each : api.get(WEBHOOKS).json()) {
            if (each.path("url").asString().equals(receiver.url())) {
                api.delete(WEBHOOKS + "/" + each.path("id").asString());
            }
        }
        receiver.close();
    }

    private Api.Reply create(String events) {
        return api.post(WEBHOOKS, "{\"url\": \"" + receiver.url() + "\", \"events\": [" + events + "]}");
    }

    @Test
    void anOutcomeAndItsDecisionAreToldToWhoAsksForThem() {
        create("\"attune.outcome.recorded\", \"attune.decision.made\"").is(201);
        api.put("/api/v1/customers/hook-outcome", "{\"displayName\": \"H\"}");
        JsonNode decision = api.post(
                        "/api/v1/decisions", "{\"customer\": \"hook-outcome\", \"channel\": \"call-center\"}")
                .is(200)
                .json();
        String id = decision.path("decisionId").asString();
        JsonNode first = decision.at("/recommendations/0/action");
        String action = first.isMissingNode() ? "none" : first.asString();
        api.post("/api/v1/decisions/" + id + "/outcomes", "{\"action\": \"" + action + "\", \"outcome\": \"accepted\"}")
                .is(201);
        Awaitility.await()
                .atMost(Duration.ofSeconds(10))
                .until(() -> bodies().contains("attune.decision.made") && bodies().contains("attune.outcome.recorded"));
        JsonNode outcome = receiver.posts().stream()
                .map(each -> Api.JSON.readTree(each.body()))
                .filter(each -> each.path("type").asString().equals("attune.outcome.recorded"))
                .filter(each -> each.at("/data/decisionId").asString().equals(id))
                .findFirst()
                .orElseThrow();
        assertThat(outcome.path("subject").asString()).isEqualTo("hook-outcome");
        assertThat(outcome.at("/data/outcome").asString()).isEqualTo("accepted");
        assertThat(outcome.at("/data/action").asString()).isEqualTo(action);
    }

    private String bodies() {
        return String.join(
                "\n", receiver.posts().stream().map(Receiver.Post::body).toList());
    }

    @Test
    void theSecretIsShownOnceAndWhenItIsRenewed() {
        JsonNode made = create("\"attune.strategy.published\"").is(201).json();
        assertThat(made.path("secret").asString()).startsWith("whsec_");
        String address = WEBHOOKS + "/" + made.path("id").asString();
        assertThat(api.get(address).is(200).json().has("secret")).isFalse();
        JsonNode renewed = api.post(address + "/secret", "").is(200).json();
        assertThat(renewed.path("secret").asString())
                .startsWith("whsec_")
                .isNotEqualTo(made.path("secret").asString());
        assertThat(renewed.has("previousSecretUntil")).isTrue();
    }

    @Test
    void aTestEventShowsThatItWorks() {
        String address = WEBHOOKS + "/"
                + create("\"attune.strategy.published\"")
                        .is(201)
                        .json()
                        .path("id")
                        .asString();
        String event =
                api.post(address + "/test", "").is(202).json().path("event").asString();
        Awaitility.await()
                .atMost(Duration.ofSeconds(10))
                .until(() -> api.get(address + "/deliveries?state=delivered")
                        .json()
                        .path(0)
                        .path("event")
                        .asString("")
                        .equals(event));
        api.post(address + "/deliveries/" + event + "/resend", "").is(202);
        Awaitility.await()
                .atMost(Duration.ofSeconds(10))
                .until(() -> receiver.posts().size() == 2);
        assertThat(receiver.posts().getFirst().body())
                .isEqualTo(receiver.posts().getLast().body());
    }

    @Test
    void aWebhookIsChangedOnlyAsItWasRead() {
        Api.Reply made = create("\"attune.strategy.published\"").is(201);
        String address = made.header("Location");
        String tag = made.header("ETag");
        Api.Reply changed =
                api.put(address, "{\"enabled\": false}", "If-Match", tag).is(200);
        assertThat(changed.json().path("enabled").asBoolean()).isFalse();
        assertThat(changed.json().path("url").asString()).isEqualTo(receiver.url());
        api.put(address, "{\"enabled\": true}", "If-Match", tag).isProblem(412, "precondition-failed");
        api.put(address, "{\"enabled\": true}", "If-Match", changed.header("ETag"))
                .is(200);
        api.delete(address).is(204);
        api.get(address).isProblem(404, "not-found");
        api.delete(address).isProblem(404, "not-found");
    }

    @Test
    void whatIsWrongIsNamed() {
        api.post(WEBHOOKS, "{}").isProblem(400, "invalid").names("url").names("events");
        api.post(WEBHOOKS, "{\"url\": \"ftp://example.com\", \"events\": [\"attune.decision.made\"]}")
                .isProblem(400, "invalid")
                .names("url", "https");
        api.post(WEBHOOKS, "{\"url\": \"https://example.com\", \"events\": [\"everything\"]}")
                .isProblem(400, "invalid");
        api.post(WEBHOOKS, "{\"url\": \"https://127.1\", \"events\": [\"attune.decision.made\"]}")
                .isProblem(400, "invalid")
                .names("url");
        String address = create("\"attune.strategy.published\"").is(201).header("Location");
        api.get(address + "/deliveries?state=lost").isProblem(400, "invalid");
        api.get(address + "/deliveries?limit=0").isProblem(400, "invalid");
        api.post(address + "/deliveries/nothing/resend", "").isProblem(404, "not-found");
    }
}
