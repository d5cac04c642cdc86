package org.attune.channel;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.attune.channel.webhook.Receiver;
import org.jspecify.annotations.Nullable;

/** For each call of the API one that works, by operation id. A call that is new needs its line here. */
final class ValidCalls {
    private static final String NOTE = "{\"note\": \"contract\"}";

    private final Api api;
    private final Receiver receiver;
    private final Map<String, Supplier<Call>> calls = new LinkedHashMap<>();

    /**
     * A request that works.
     *
     * @param body null for none; for a file its content
     * @param type content type, null for none
     */
    record Call(
            String path, @Nullable String body, @Nullable String type) {}

    ValidCalls(Api api, Receiver receiver) {
        this.api = api;
        this.receiver = receiver;
        get("getCustomer", () -> "/api/v1/customers/" + customer());
        json("putCustomer", () -> "/api/v1/customers/" + customer(), """
                {"displayName": "Contract", "language": "fr", "phones": ["+33639980000"], "attributes": {},
                 "consents": {"sales_calls": true}, "preferences": {"tone": "gentle"},
                 "holdings": [{"product": "mobile-20", "since": "2024-02-01"}], "states": ["complaint-open"]}""");
        get("listAttributes", () -> "/api/v1/attributes");
        get("getAttribute", () -> attribute());
        json("putAttribute", () -> attribute(), "{\"predictor\": false, \"shown\": true, \"source\": \"contract\"}");
        file("importCustomers", "/api/v1/imports/customers", "ref\ncontract-import\n");
        file("importOutcomes", "/api/v1/imports/outcomes", "customer,action,outcome,occurredAt,channel\n");
        get(
                "getImport",
                () -> api.upload("/api/v1/imports/customers", "c.csv", "ref\ncontract-import\n", null)
                        .is(202)
                        .header("Location"));
        calls.put(
                "receiveEvents",
                () -> new Call(
                        "/api/v1/events",
                        "{\"specversion\": \"1.0\", \"type\": \"attune.signal.contract\", \"source\": \"/contract\", \"id\": \""
                                + UUID.randomUUID() + "\", \"subject\": \"" + customer()
                                + "\", \"data\": {\"days\": 3}}",
                        "application/cloudevents+json"));
        calls.put(
                "receiveCallEvents",
                () -> new Call(
                        "/api/v1/telephony/events",
                        "{\"specversion\": \"1.0\", \"type\": \"attune.call.ended\", \"source\": \"/contract\", \"id\": \""
                                + UUID.randomUUID()
                                + "\", \"subject\": \"contract\", \"time\": \"2026-03-02T09:00:00Z\", \"data\": {}}",
                        "application/cloudevents+json"));
        json("receiveSystemEvents", () -> "/api/v1/telephony/asterisk", "{\"type\": \"ChannelCreated\"}");
        calls.put(
                "receiveTwilioEvents",
                () -> new Call(
                        "/api/v1/telephony/twilio",
                        "EventType=task.created&TaskSid=WT1",
                        "application/x-www-form-urlencoded"));
        json("receiveCtiEvents", () -> "/api/v1/cti", "{\"event\": \"hangup\", \"callId\": \"contract\"}");
        calls.put(
                "decide",
                () -> new Call(
                        "/api/v1/decisions",
                        "{\"customer\": \"" + customer()
                                + "\", \"channel\": \"call-center\", \"reason\": \"billing\", \"language\": \"en\","
                                + " \"max\": 3, \"context\": {}, \"explain\": true}",
                        "application/json"));
        get("getDecision", () -> "/api/v1/decisions/" + decision());
        calls.put("replayDecision", () -> new Call("/api/v1/decisions/" + decision() + "/replay", null, null));
        json("recordOutcome", () -> "/api/v1/decisions/" + decision() + "/outcomes", """
                {"action": "none", "outcome": "accepted"}""");
        get("undoOutcome", () -> {
            String decision = decision();
            api.post("/api/v1/decisions/" + decision + "/outcomes", "{\"action\": \"none\", \"outcome\": \"accepted\"}")
                    .is(201);
            return "/api/v1/decisions/" + decision + "/outcomes/none";
        });
        get("getCatalog", () -> "/api/v1/catalog");
        calls.put("putCatalog", () -> new Call("/api/v1/catalog", catalog(), "application/json"));
        get("listRevisions", () -> "/api/v1/catalog/revisions?limit=5");
        get("getRevision", this::draft);
        get("getRevisionDocument", () -> draft() + "/document");
        get("compareRevisions", () -> draft() + "/diff?against=0");
        json("submitRevision", () -> draft() + "/submit", NOTE);
        json("approveRevision", () -> submitted() + "/approve", NOTE);
        json("returnRevision", () -> submitted() + "/return", NOTE);
        json("discardRevision", () -> draft() + "/discard", NOTE);
        json("publishRevision", () -> draft() + "/publish", NOTE);
        json(
                "rollBackRevision",
                () -> {
                    String before = "/api/v1/catalog/revisions/"
                            + api.get("/api/v1/catalog").header("ETag").replaceAll("[^0-9]", "");
                    api.post(draft() + "/publish", NOTE).is(200);
                    return before + "/rollback";
                },
                NOTE);
        get("getRoutingAdvice", () -> "/api/v1/routing-advice?caller=" + "%2B33639980000");
        get("getModel", () -> "/api/v1/actions/none/model");
        get("getActionFigures", () -> "/api/v1/insight/actions?from=2026-01-01&to=2026-12-31&channel=call-center");
        get("listWebhooks", () -> {
            webhook();
            return "/api/v1/webhooks";
        });
        json("createWebhook", () -> "/api/v1/webhooks", hook());
        get("getWebhook", this::webhook);
        json("putWebhook", this::webhook, "{\"description\": \"contract\", \"enabled\": true}");
        get("deleteWebhook", this::webhook);
        post("rotateWebhookSecret", () -> webhook() + "/secret");
        post("testWebhook", () -> webhook() + "/test");
        get("listDeliveries", () -> {
            String webhook = webhook();
            api.post(webhook + "/test", "").is(202);
            return webhook + "/deliveries?limit=5";
        });
        post("resendDelivery", () -> {
            String webhook = webhook();
            String event =
                    api.post(webhook + "/test", "").is(202).json().path("event").asString();
            return webhook + "/deliveries/" + event + "/resend";
        });
    }

    Map<String, Supplier<Call>> all() {
        return calls;
    }

    private void get(String operation, Supplier<String> path) {
        calls.put(operation, () -> new Call(path.get(), null, null));
    }

    private void post(String operation, Supplier<String> path) {
        get(operation, path);
    }

    private void json(String operation, Supplier<String> path, String body) {
        calls.put(operation, () -> new Call(path.get(), body, "application/json"));
    }

    private void file(String operation, String path, String content) {
        calls.put(operation, () -> new Call(path, content, "multipart/form-data"));
    }

    private String customer() {
        api.put("/api/v1/customers/contract", "{\"displayName\": \"Contract\"}");
        return "contract";
    }

    private String attribute() {
        api.put("/api/v1/attributes/contract_run", "{\"type\": \"number\", \"label\": {\"en\": \"Contract\"}}");
        return "/api/v1/attributes/contract_run";
    }

    private String decision() {
        return api.post("/api/v1/decisions", "{\"customer\": \"" + customer() + "\", \"channel\": \"call-center\"}")
                .is(200)
                .json()
                .path("decisionId")
                .asString();
    }

    private String catalog() {
        return api.get("/api/v1/catalog").is(200).text();
    }

    private String draft() {
        return api.put("/api/v1/catalog", catalog()).is(201).header("Location");
    }

    private String submitted() {
        String draft = draft();
        api.post(draft + "/submit", NOTE).is(200);
        return draft;
    }

    private String hook() {
        return "{\"url\": \"" + receiver.url() + "\", \"description\": \"contract\","
                + " \"events\": [\"attune.strategy.published\"], \"enabled\": true}";
    }

    private String webhook() {
        return api.post("/api/v1/webhooks", hook()).is(201).header("Location");
    }
}
