package org.attune.channel;

import static org.assertj.core.api.Assertions.assertThat;

import org.attune.AttuneTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Value;
import tools.jackson.databind.JsonNode;

/** The attribute dictionary over the API. */
@AttuneTest
class AttributeApiTest {
    private final Api api;

    AttributeApiTest(@Value("${local.server.port}") int port) {
        api = new Api(port);
    }

    @Test
    void anAttributeIsDefinedReadAndChanged() {
        Api.Reply defined = api.put("/api/v1/attributes/chan_visits", """
                {"type": "number", "label": {"en": "Visits", "fr": "Visites"}, "sensitivity": "ordinary",
                 "predictor": true, "source": "web"}""").is(201);
        assertThat(defined.header("Location")).isEqualTo("/api/v1/attributes/chan_visits");
        JsonNode read = api.get("/api/v1/attributes/chan_visits").is(200).json();
        assertThat(read).isEqualTo(defined.json());
        assertThat(read.at("/label/fr").asString()).isEqualTo("Visites");
        assertThat(read.at("/predictor").asBoolean()).isTrue();

        JsonNode changed = api.put("/api/v1/attributes/chan_visits", "{\"predictor\": false}")
                .is(200)
                .json();
        assertThat(changed.at("/predictor").asBoolean()).isFalse();
        assertThat(changed.at("/source").asString()).isEqualTo("web");
    }

    @Test
    void theWholeDictionaryCanBeRead() {
        api.put("/api/v1/attributes/chan_listed", "{\"type\": \"boolean\", \"label\": {\"en\": \"Listed\"}}");
        assertThat(api.get("/api/v1/attributes").is(200).json())
                .anyMatch(each -> each.path("key").asString().equals("chan_listed"));
    }

    @Test
    void aProtectedAttributeIsNeverAPredictor() {
        api.put("/api/v1/attributes/chan_age", """
                {"type": "number", "label": {"en": "Age"}, "sensitivity": "protected", "predictor": true}""").isProblem(400, "invalid").names("predictor", "protected");
        api.get("/api/v1/attributes/chan_age").isProblem(404, "not-found");
    }

    @Test
    void everythingWrongIsNamedAtOnce() {
        api.put("/api/v1/attributes/chan_wrong", "{\"unit\": \"miles\"}")
                .isProblem(400, "invalid")
                .names("type")
                .names("label")
                .names("unit", "eur");
        api.put("/api/v1/attributes/chan_wrong", "{\"type\": \"colour\"}")
                .isProblem(400, "invalid")
                .names("type", "number, category, boolean, date");
        api.put("/api/v1/attributes/Chan-Wrong", "{\"type\": \"number\", \"label\": {\"en\": \"x\"}}")
                .isProblem(400, "invalid")
                .names("key", "lower-case");
        api.put("/api/v1/attributes/chan_wrong", "{\"kind\": \"number\"}")
                .isProblem(400, "invalid")
                .names("kind", "type, label");
    }

    @Test
    void theTypeOfAnAttributeWithValuesStays() {
        api.put("/api/v1/attributes/chan_typed", "{\"type\": \"number\", \"label\": {\"en\": \"Typed\"}}");
        api.put("/api/v1/customers/chan-typed", "{\"displayName\": \"T\", \"attributes\": {\"chan_typed\": 1}}")
                .is(201);
        api.put("/api/v1/attributes/chan_typed", "{\"type\": \"category\"}").isProblem(409, "conflict");
    }
}
