package org.attune.channel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.attune.AttuneTest;
import org.attune.channel.Api.Reply;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Value;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The catalog as one document, out and in, and the way of its revisions. */
@AttuneTest
class CatalogApiTest {
    private static final String CATALOG = "/api/v1/catalog";
    private static final String REVISIONS = CATALOG + "/revisions/";

    private final Api api;

    CatalogApiTest(@Value("${local.server.port}") int port) {
        api = new Api(port);
    }

    private static long number(Reply reply) {
        return reply.json().path("number").asLong();
    }

    private long live() {
        return Long.parseLong(api.get(CATALOG).header("ETag").replaceAll("\\D", ""));
    }

    private ObjectNode catalog() {
        return (ObjectNode) api.get(CATALOG).json();
    }

    private static ObjectNode firstAction(JsonNode catalog) {
        return (ObjectNode) catalog.path("actions").get(0);
    }

    @Test
    void whatIsReadAndSentBackIsTheSameCatalogLetterForLetter() {
        for (String type : List.of("application/json", "application/yaml")) {
            Reply before = api.get(CATALOG, "Accept", type).is(200);
            Reply draft = api.send("PUT", CATALOG + "?note=round%20trip", before.text(), "Content-Type", type)
                    .is(201);
            assertThat(draft.header("Location")).isEqualTo(REVISIONS + number(draft));
            assertThat(draft.json().path("state").asString()).isEqualTo("draft");
            api.post(REVISIONS + number(draft) + "/publish", "").is(200);

            Reply after = api.get(CATALOG, "Accept", type).is(200);

            assertThat(after.header("ETag")).isEqualTo("\"revision-" + number(draft) + "\"");
            assertThat(after.text()).as(type).isEqualTo(before.text());
            assertThat(api.get(REVISIONS + number(draft) + "/document", "Accept", type)
                            .text())
                    .isEqualTo(before.text());
        }
    }

    @Test
    void everyErrorIsListedWithItsPlace() {
        ObjectNode catalog = catalog();
        String key = firstAction(catalog).path("key").asString();
        firstAction(catalog).put("minuts", 3);
        firstAction(catalog).put("minutes", "three");
        firstAction(catalog).put("nature", "present");
        firstAction(catalog).put("starts", "tomorrow");
        catalog.put("colour", "blue");

        Reply reply = api.put(CATALOG, catalog.toString()).isProblem(422, "invalid-catalog");

        String at = "actions[" + key + "].";
        reply.names(at + "minuts", "Known", "minutes").names(at + "minutes", "whole number");
        reply.names(at + "nature", "help").names(at + "starts", "2026-05-01").names("colour", "actions");
        assertThat(reply.json().path("errors"))
                .hasSize(5)
                .isEqualTo(reply.json().path("problems"));
    }

    @Test
    void errorsOfMeaningAreListedAsWell() {
        ObjectNode catalog = catalog();
        ObjectNode action = firstAction(catalog);
        String at = "actions[" + action.path("key").asString() + "].";
        action.put("minutes", 900);
        ((ObjectNode) action.path("engagement")).put("applicability", "arears_days > 1");

        api.put(CATALOG, catalog.toString())
                .isProblem(422, "invalid-catalog")
                .names(at + "minutes", "120")
                .names(at + "engagement.applicability 1:1", "arrears_days");
    }

    @Test
    void whatCannotBeReadIsNamedByLineAndColumn() {
        api.put(CATALOG, "{\n \"issues\": [,]}")
                .isProblem(422, "invalid-catalog")
                .names("line 2, column 13");
        api.send("PUT", CATALOG, "issues:\n  - key: a\n key: b\n", "Content-Type", "application/yaml")
                .isProblem(422, "invalid-catalog")
                .names("line 3, column 2");
        api.put(CATALOG, "[1]").isProblem(422, "invalid-catalog").names("line 1, column 1");
        api.put(CATALOG, "{\"issues\": [], \"issues\": []}").isProblem(422, "invalid-catalog");
    }

    @Test
    void aDraftIsSubmittedApprovedPublishedAndRolledBack() {
        long before = live();
        ObjectNode catalog = catalog();
        int minutes = firstAction(catalog).path("minutes").asInt() + 1;
        firstAction(catalog).put("minutes", minutes);
        String at = "actions[" + firstAction(catalog).path("key").asString() + "].minutes";

        long draft = number(api.put(CATALOG, catalog.toString(), "If-Match", "\"revision-" + before + "\"")
                .is(201));
        assertThat(live()).isEqualTo(before);
        JsonNode changes = api.get(REVISIONS + draft + "/diff").is(200).json().path("changes");
        assertThat(changes).hasSize(1);
        assertThat(changes.get(0).path("place").asString()).isEqualTo(at);
        assertThat(changes.get(0).path("after").asInt()).isEqualTo(minutes);
        api.post(REVISIONS + draft + "/approve", "{}").isProblem(409, "conflict");
        api.post(REVISIONS + draft + "/submit", "{\"note\": \"please\"}").is(200);
        api.post(REVISIONS + draft + "/approve", "{}").is(200);
        Reply live = api.post(REVISIONS + draft + "/publish", "{}").is(200);
        assertThat(live.json().path("state").asString()).isEqualTo("live");
        assertThat(live.json().at("/steps/1/note").asString()).isEqualTo("please");

        api.post(REVISIONS + before + "/rollback", "{}").is(200);

        assertThat(live()).isEqualTo(before);
        assertThat(api.get(REVISIONS + draft).json().path("state").asString()).isEqualTo("retired");
        assertThat(api.get(CATALOG + "/revisions?limit=200").json().path("revisions"))
                .anySatisfy(each -> assertThat(each.path("number").asLong()).isEqualTo(draft));
    }

    @Test
    void twoDraftsThatChangeTheSameAreNotBothPublished() {
        ObjectNode one = catalog();
        ObjectNode other = catalog();
        firstAction(one).put("minutes", 61);
        firstAction(other).put("minutes", 62);
        ((ObjectNode) other.path("actions").get(1)).put("minutes", 63);
        long before = live();
        long first = number(api.put(CATALOG, one.toString()).is(201));
        long second = number(api.put(CATALOG, other.toString()).is(201));
        api.post(REVISIONS + first + "/publish", "").is(200);

        Reply refused = api.post(REVISIONS + second + "/publish", "").isProblem(409, "conflict");

        assertThat(refused.json().path("problems")).hasSize(1);
        refused.names("actions[" + firstAction(one).path("key").asString() + "].minutes");
        api.post(REVISIONS + before + "/rollback", "").is(200);
        api.post(REVISIONS + second + "/publish", "").is(200);
        api.post(REVISIONS + before + "/rollback", "").is(200);
    }

    @Test
    void aDraftNamesTheRevisionItWasMadeFrom() {
        String text = api.get(CATALOG).text();
        api.put(CATALOG, text, "If-Match", "\"revision-987654\"").isProblem(412, "precondition-failed");
        api.put(CATALOG, text, "If-Match", "\"something\"").isProblem(412, "precondition-failed");
        api.get(REVISIONS + "987654").isProblem(404, "not-found");
        api.post(REVISIONS + "987654/publish", "").isProblem(404, "not-found");
        api.get(REVISIONS + "1/diff?against=987654").isProblem(404, "not-found");
    }
}
