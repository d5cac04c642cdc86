package org.attune.channel;

import static org.assertj.core.api.Assertions.assertThat;

import org.attune.AttuneTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Value;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What other systems tell about customers, and what they read back. */
@AttuneTest
class CustomerApiTest {
    private final Api api;

    CustomerApiTest(@Value("${local.server.port}") int port) {
        api = new Api(port);
    }

    @BeforeEach
    void attributes() {
        api.put("/api/v1/attributes/chan_data_gb", """
                {"type": "number", "label": {"en": "Data", "fr": "Données"}, "source": "crm"}""");
        api.put("/api/v1/attributes/chan_plan", """
                {"type": "category", "label": {"en": "Plan", "fr": "Forfait"}, "source": "crm"}""");
    }

    @Test
    void aNewCustomerIsCreatedAndReadBackWithSourceAndAge() {
        Api.Reply created = api.put("/api/v1/customers/chan-1", """
                {"displayName": "Ada Lorne", "language": "en", "phones": ["+33 6 39 98 12 34"],
                 "attributes": {"chan_data_gb": 12.5, "chan_plan": "flex"}, "consents": {"sales_calls": true},
                 "preferences": {"tone": "gentle"},
                 "holdings": [{"product": "mobile-plan", "since": "2020-01-31"}, "home-internet"],
                 "states": ["hardship"]}""").is(201);
        assertThat(created.header("Location")).isEqualTo("/api/v1/customers/chan-1");

        JsonNode customer = api.get("/api/v1/customers/chan-1").is(200).json();
        assertThat(customer).isEqualTo(withoutAge(created.json(), customer));
        assertThat(customer.at("/ref").asString()).isEqualTo("chan-1");
        assertThat(customer.at("/displayName").asString()).isEqualTo("Ada Lorne");
        assertThat(customer.at("/language").asString()).isEqualTo("en");
        assertThat(customer.at("/phones/0").asString()).isEqualTo("+33639981234");
        assertThat(customer.at("/attributes/chan_data_gb").asDouble()).isEqualTo(12.5);
        assertThat(customer.at("/consents/sales_calls").asBoolean()).isTrue();
        assertThat(customer.at("/preferences/tone").asString()).isEqualTo("gentle");
        assertThat(customer.at("/holdings/0/since").asString()).isEqualTo("2020-01-31");
        assertThat(customer.at("/holdings/1/product").asString()).isEqualTo("home-internet");
        assertThat(customer.at("/states/0").asString()).isEqualTo("hardship");
        assertThat(customer.at("/facts/attributes/chan_plan/source").asString()).isNotBlank();
        assertThat(customer.at("/facts/attributes/chan_plan/at").asString()).endsWith("Z");
        assertThat(customer.at("/facts/attributes/chan_plan/ageDays").asInt()).isZero();
        assertThat(customer.at("/facts/states/0/active").asBoolean()).isTrue();
    }

    /** The two answers differ by nothing: facts are as old as before within the test. */
    private static JsonNode withoutAge(JsonNode first, JsonNode second) {
        ((ObjectNode) first).set("facts", second.get("facts"));
        return first;
    }

    @Test
    void aPartLeftOutStaysAsItWas() {
        api.put("/api/v1/customers/chan-2", """
                {"displayName": "Bo", "attributes": {"chan_plan": "flex"}, "states": ["dispute"]}""").is(201);
        api.put("/api/v1/customers/chan-2", """
                {"attributes": {"chan_data_gb": 3}}""").is(200);
        JsonNode customer = api.get("/api/v1/customers/chan-2").json();
        assertThat(customer.at("/displayName").asString()).isEqualTo("Bo");
        assertThat(customer.at("/attributes/chan_plan").asString()).isEqualTo("flex");
        assertThat(customer.at("/states/0").asString()).isEqualTo("dispute");
    }

    @Test
    void aStateThatIsNoLongerToldEndsAndStaysKnown() {
        api.put("/api/v1/customers/chan-3", """
                {"displayName": "Cy", "states": [{"state": "complaint-open", "since": "2026-01-02T10:00:00+01:00",
                 "note": "case 7"}]}""").is(201);
        JsonNode customer =
                api.put("/api/v1/customers/chan-3", "{\"states\": []}").is(200).json();
        assertThat(customer.at("/states")).isEmpty();
        assertThat(customer.at("/facts/states/0/state").asString()).isEqualTo("complaint-open");
        assertThat(customer.at("/facts/states/0/active").asBoolean()).isFalse();
    }

    @Test
    void whatWasReadCanBeSentBackUnchanged() {
        api.put("/api/v1/customers/chan-4", """
                {"displayName": "Di", "attributes": {"chan_plan": "flex"}, "states": ["discreet"]}""");
        JsonNode before = api.get("/api/v1/customers/chan-4").json();
        JsonNode after =
                api.put("/api/v1/customers/chan-4", before.toString()).is(200).json();
        assertThat(after.get("states")).isEqualTo(before.get("states"));
        assertThat(after.get("attributes")).isEqualTo(before.get("attributes"));
    }

    @Test
    void anUnknownCustomerIsNotFound() {
        assertThat(api.get("/api/v1/customers/nobody-here")
                        .isProblem(404, "not-found")
                        .text())
                .contains("nobody-here");
    }

    @Test
    void unknownAttributesAreRefusedByNameAndNothingIsStored() {
        api.put("/api/v1/customers/chan-5", """
                {"displayName": "Eve", "attributes": {"shoe_size": 41, "chan_plan": "flex", "eye_tint": "blue"}}""")
                .isProblem(400, "invalid")
                .names("attributes.shoe_size", "shoe_size")
                .names("attributes.eye_tint", "eye_tint");
        api.get("/api/v1/customers/chan-5").isProblem(404, "not-found");
    }

    @Test
    void unknownFieldsAreRefusedByName() {
        api.put("/api/v1/customers/chan-6", """
                {"displayName": "Flo", "nickname": "F", "colour": 3}""")
                .isProblem(400, "invalid")
                .names("nickname", "displayName")
                .names("colour");
    }

    @Test
    void valuesOfTheWrongKindAreRefusedWithTheirPlace() {
        api.put("/api/v1/customers/chan-7", "{\"displayName\": \"Gus\", \"attributes\": {\"chan_data_gb\": \"lots\"}}")
                .isProblem(400, "invalid")
                .names("attributes.chan_data_gb", "lots");
        api.put("/api/v1/customers/chan-7", "{\"states\": [\"happy\"]}")
                .isProblem(400, "invalid")
                .names("states[0]", "happy", "hardship");
        api.put("/api/v1/customers/chan-7", "{\"holdings\": [{\"product\": \"a\", \"since\": \"soon\"}]}")
                .isProblem(400, "invalid")
                .names("holdings[0].since", "a day such as");
        api.put("/api/v1/customers/chan-7", "{\"holdings\": [{}, null]}")
                .isProblem(400, "invalid")
                .names("holdings[0].product")
                .names("holdings[1].product");
        api.put("/api/v1/customers/chan-7", "{\"language\": \"tlh\"}")
                .isProblem(400, "invalid")
                .names("language", "tlh", "en, fr");
        api.put("/api/v1/customers/chan-7", "{\"phones\": \"none\"}")
                .isProblem(400, "invalid")
                .names("phones", "a list");
        api.put("/api/v1/customers/chan-7", "{\"ref\": \"other\"}")
                .isProblem(400, "invalid")
                .names("ref", "chan-7");
    }
}
