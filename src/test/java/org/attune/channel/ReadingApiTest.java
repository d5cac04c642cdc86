package org.attune.channel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import org.attune.AttuneTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Value;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The catalog, the models and the figures as other systems read them. */
@AttuneTest
class ReadingApiTest {
    private final Api api;

    ReadingApiTest(@Value("${local.server.port}") int port) {
        api = new Api(port);
    }

    @Test
    void theCatalogIsOneDocumentInJsonAndInYaml() {
        Api.Reply json = api.get("/api/v1/catalog").is(200);
        assertThat(json.header("content-type")).startsWith("application/json");
        assertThat(json.json().propertyNames()).contains("issues", "groups", "actions", "contactPolicy", "arbitration");
        assertThat(json.json().path("actions")).isNotEmpty().allSatisfy(action -> {
            assertThat(action.at("/title/en").asString()).isNotBlank();
            assertThat(action.path("title").size()).isEqualTo(2);
        });
        Api.Reply yaml =
                api.get("/api/v1/catalog", "Accept", "application/yaml").is(200);
        assertThat(yaml.header("content-type")).startsWith("application/yaml");
        JsonNode read = YAMLMapper.builder().build().readTree(yaml.text());
        assertThat(read.at("/actions/0/key")).isEqualTo(json.json().at("/actions/0/key"));
        assertThat(yaml.header("ETag")).isEqualTo(json.header("ETag")).startsWith("\"revision-");
    }

    @Test
    void anUnchangedCatalogNeedNotBeSentAgain() {
        String tag = api.get("/api/v1/catalog").is(200).header("ETag");
        api.get("/api/v1/catalog", "If-None-Match", tag).is(304);
    }

    @Test
    void aModelTellsHowWellItKnows() {
        String action = api.get("/api/v1/catalog").json().at("/actions/0/key").asString();
        JsonNode model = api.get("/api/v1/actions/" + action + "/model").is(200).json();
        assertThat(model.path("action").asString()).isEqualTo(action);
        assertThat(model.propertyNames())
                .containsExactly(
                        "action",
                        "responses",
                        "positives",
                        "mature",
                        "auc",
                        "logLoss",
                        "baseLogLoss",
                        "calibrationError",
                        "recentLogLoss",
                        "drifting",
                        "driftAlarms",
                        "renewals",
                        "calibration",
                        "gains",
                        "liftOfBestTenth",
                        "engine",
                        "position",
                        "contributions");
        String learned = api.get("/api/v1/insight/actions")
                .json()
                .valueStream()
                .max(Comparator.comparingLong(row -> row.path("presented").asLong()))
                .orElseThrow()
                .path("action")
                .asString();
        JsonNode known =
                api.get("/api/v1/actions/" + learned + "/model").is(200).json();
        assertThat(known.path("contributions")).isNotEmpty();
        assertThat(known.at("/contributions/0/bins")).isNotEmpty();
        long inBands = known.path("calibration")
                .valueStream()
                .mapToLong(band -> band.path("responses").asLong())
                .sum();
        assertThat(inBands).isEqualTo(known.path("responses").asLong());
        if (known.path("positives").asLong() > 0) {
            assertThat(known.path("gains")).hasSize(11);
            assertThat(known.at("/gains/10").asDouble()).isEqualTo(1);
        }
        api.get("/api/v1/actions/no-such-action/model").isProblem(404, "not-found");
    }

    @Test
    void theFiguresOfAnActionCountWhatWasReported() {
        api.put("/api/v1/customers/chan-figures", """
                {"displayName": "Fig", "states": ["hardship"],
                 "attributes": {"arrears_days": 40, "bills_missed_6m": 3, "amount_owed": 90}}""");
        JsonNode decision = api.post("/api/v1/decisions", """
                {"customer": "chan-figures", "channel": "ivr", "reason": "payment"}""").is(200).json();
        String action = decision.at("/recommendations/0/action").asString("none");
        action = action.isEmpty() ? "none" : action;
        JsonNode before = row(action);
        api.post(
                        "/api/v1/decisions/" + decision.path("decisionId").asString() + "/outcomes",
                        "{\"action\": \"" + action + "\", \"outcome\": \"accepted\"}")
                .is(201);
        JsonNode after = row(action);
        assertThat(after.propertyNames())
                .containsExactly(
                        "action",
                        "issue",
                        "shown",
                        "presented",
                        "accepted",
                        "declined",
                        "notNow",
                        "notOffered",
                        "fulfilled",
                        "acceptanceRate",
                        "interval",
                        "lift",
                        "liftInterval");
        if (decision.path("arm").asString().equals("main")) {
            assertThat(after.path("accepted").asLong())
                    .isEqualTo(before.path("accepted").asLong() + 1);
            assertThat(after.path("interval")).hasSize(2);
            assertThat(after.path("acceptanceRate").asDouble()).isBetween(0.0, 1.0);
        }
        assertThat(api.get("/api/v1/insight/actions?from=1999-01-01&to=1999-12-31")
                        .is(200)
                        .json())
                .isEmpty();
    }

    private JsonNode row(String action) {
        return api.get("/api/v1/insight/actions?channel=ivr")
                .is(200)
                .json()
                .valueStream()
                .filter(r -> r.path("action").asString().equals(action))
                .findFirst()
                .orElseGet(Api.JSON::createObjectNode);
    }

    @Test
    void theFiguresComeAsCsvToo() {
        Api.Reply csv = api.get("/api/v1/insight/actions", "Accept", "text/csv").is(200);
        assertThat(csv.header("content-type")).startsWith("text/csv");
        assertThat(csv.text().lines().findFirst())
                .hasValue("action,issue,shown,presented,accepted,declined,notNow,notOffered,fulfilled,acceptanceRate,"
                        + "intervalLow,intervalHigh,lift,liftIntervalLow,liftIntervalHigh");
    }

    @Test
    void aPeriodOrChannelThatMakesNoSenseIsNamed() {
        api.get("/api/v1/insight/actions?from=yesterday")
                .isProblem(400, "invalid")
                .names("from", "a day such as");
        api.get("/api/v1/insight/actions?from=2026-02-01&to=2026-01-01")
                .isProblem(400, "invalid")
                .names("from");
        api.get("/api/v1/insight/actions?channel=pigeon")
                .isProblem(400, "invalid")
                .names("channel", "call-center");
        api.get("/api/v1/insight/actions?channel=pigeon", "Accept", "text/csv").isProblem(400, "invalid");
    }
}
