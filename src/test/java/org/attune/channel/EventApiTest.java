package org.attune.channel;

import static org.assertj.core.api.Assertions.assertThat;

import org.attune.AttuneTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Value;
import tools.jackson.databind.JsonNode;

/** Signals as CloudEvents. */
@AttuneTest
class EventApiTest {
    private static final String SINGLE = "application/cloudevents+json";
    private static final String BATCH = "application/cloudevents-batch+json";

    private final Api api;

    EventApiTest(@Value("${local.server.port}") int port) {
        api = new Api(port);
    }

    @BeforeEach
    void customer() {
        api.put("/api/v1/customers/chan-signals", "{\"displayName\": \"Sig Nal\"}");
    }

    private static String event(String id, String subject) {
        return """
                {"specversion": "1.0", "id": "%s", "source": "/billing", "type": "attune.signal.bill-missed",
                 "subject": "%s", "data": {"amount": 12.5}, "traceparent": "00-ab"}""".formatted(id, subject);
    }

    private long signals(String customer) {
        JsonNode signals = api.get("/api/v1/customers/" + customer).json().at("/facts/signals");
        return signals.valueStream()
                .filter(s -> s.path("type").asString().equals("bill-missed"))
                .count();
    }

    @Test
    void aSignalIsTakenOnceHoweverOftenItIsSent() {
        long before = signals("chan-signals");
        for (String expected : new String[] {"accepted", "duplicate", "duplicate"}) {
            JsonNode receipts = api.postAs("/api/v1/events", SINGLE, event("ev-1", "chan-signals"))
                    .is(202)
                    .json();
            assertThat(receipts).hasSize(1);
            assertThat(receipts.at("/0/id").asString()).isEqualTo("ev-1");
            assertThat(receipts.at("/0/status").asString()).isEqualTo(expected);
        }
        assertThat(signals("chan-signals")).isEqualTo(before + 1);
    }

    @Test
    void plainJsonIsUnderstoodToo() {
        api.post("/api/v1/events", event("ev-2", "chan-signals")).is(202);
        api.post("/api/v1/events", "[" + event("ev-2", "chan-signals") + "]").is(202);
    }

    @Test
    void aBadEventInABatchSpoilsNothingButItself() {
        String batch = "["
                + event("ev-10", "chan-signals") + ","
                + event("ev-11", "nobody") + ","
                + "{\"specversion\": \"1.0\", \"id\": \"ev-12\", \"type\": \"attune.signal.x\"},"
                + event("ev-10", "chan-signals") + "]";
        JsonNode receipts = api.postAs("/api/v1/events", BATCH, batch).is(202).json();
        assertThat(receipts.valueStream().map(r -> r.path("status").asString()))
                .containsExactly("accepted", "rejected", "rejected", "duplicate");
        assertThat(receipts.at("/1/detail").asString()).contains("nobody");
        assertThat(receipts.at("/2/detail").asString()).contains("source", "subject");
        assertThat(receipts.get(0).has("detail")).isFalse();
    }

    @Test
    void anEmptyBatchIsFine() {
        assertThat(api.postAs("/api/v1/events", BATCH, "[]").is(202).json()).isEmpty();
    }

    @Test
    void everythingMissingIsNamed() {
        api.postAs("/api/v1/events", SINGLE, "{}")
                .isProblem(400, "invalid")
                .names("specversion")
                .names("id")
                .names("source")
                .names("type")
                .names("subject");
    }

    @Test
    void wrongAttributesAreNamed() {
        api.postAs("/api/v1/events", SINGLE, """
                {"specversion": "0.3", "id": "e", "source": "/x", "type": "com.example.thing", "subject": "c",
                 "time": "yesterday", "data": "text"}""")
                .isProblem(400, "invalid")
                .names("specversion", "1.0")
                .names("type", "attune.signal.")
                .names("time")
                .names("data");
        api.postAs("/api/v1/events", SINGLE, "\"hello\"")
                .isProblem(400, "invalid")
                .names("body");
    }

    @Test
    void anEventAboutAnUnknownCustomerIsNotFound() {
        api.postAs("/api/v1/events", SINGLE, event("ev-20", "nobody")).isProblem(404, "not-found");
    }
}
