package org.attune.telephony.internal;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.attune.telephony.CallEvent;
import org.attune.telephony.CallEvent.Facts;
import org.attune.telephony.Provider;
import org.attune.telephony.engine.Step.Kind;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Contact events of Amazon Connect as EventBridge passes them on (docs.aws.amazon.com/connect, "Contact events"); names of fields begin
 * with a small letter in most and with a capital in some. A call keeps the id of its first contact through all transfers, each of which
 * is a contact of its own; an agent is the last part of {@code agentArn}. Nothing tells that it rings, so a desk opens when the agent is
 * connected. That a contact ends says nothing about whether the customer goes on in another one: its agent finishes up, and the call is
 * over when nothing more is heard of it.
 */
@Component
class AmazonCalls implements CallReader {
    /** Contacts beside the customer's: a supervisor who listens, a third party who is called in. */
    private static final Set<String> BESIDE = Set.of("MONITOR", "EXTERNAL_OUTBOUND");

    private static final Set<String> OUTBOUND = Set.of("OUTBOUND", "CALLBACK", "API");

    @Override
    public Provider provider() {
        return Provider.AMAZON_CONNECT;
    }

    @Override
    public List<CallEvent> read(JsonNode message, String source, Instant now) {
        JsonNode detail = message.path("detail");
        String contact = text(detail, "contactId");
        String first = text(detail, "initialContactId");
        String channel = text(detail, "channel");
        String method = text(detail, "initiationMethod");
        if (contact == null
                || channel == null
                || !channel.equalsIgnoreCase("voice")
                || method != null && BESIDE.contains(method)) {
            return List.of();
        }
        String call = first == null ? contact : first;
        Instant told = Json.time(message, "time");
        Instant at = told == null ? now : told;
        JsonNode agent = either(detail, "agentInfo");
        String who = Json.last(text(agent, "agentArn"));
        String event = text(detail, "eventType");
        return switch (event == null ? "" : event) {
            case "INITIATED", "QUEUED" -> one(message, source, call, Kind.RINGING, at, null);
            case "CONNECTED_TO_AGENT" ->
                one(message, source, call, Kind.ANSWERED, time(agent, "connectedToAgentTimestamp", at), who);
            case "DISCONNECTED" ->
                who == null
                        ? List.of()
                        : one(message, source, call, Kind.WRAPUP, time(detail, "disconnectTimestamp", at), who);
            default -> List.of();
        };
    }

    private static List<CallEvent> one(
            JsonNode message, String source, String call, Kind kind, Instant at, @Nullable String agent) {
        JsonNode detail = message.path("detail");
        String method = text(detail, "initiationMethod");
        boolean outbound = method != null && OUTBOUND.contains(method);
        String customer = text(either(detail, "customerEndpoint"), "address");
        String system = text(either(detail, "systemEndpoint"), "address");
        if (system == null) {
            system = Json.text(either(detail, "tags"), "aws:connect:systemEndpoint");
        }
        JsonNode extras = extras(detail);
        JsonNode queue = either(detail, "queueInfo");
        Facts facts = Extras.facts(
                extras,
                outbound,
                outbound ? system : customer,
                outbound ? customer : system,
                Json.last(text(queue, "queueArn")));
        String id = Json.text(message, "id");
        return List.of(new CallEvent(
                source,
                id == null ? kind + ":" + call + ":" + at : id,
                kind,
                call,
                at,
                agent,
                facts,
                Extras.handover(extras)));
    }

    /** What a flow can put on a contact: tags, and attributes of the segment; the customer's number in the company's books has a field. */
    private static JsonNode extras(JsonNode detail) {
        ObjectNode all = JsonNodeFactory.instance.objectNode();
        String customer = text(detail, "customerId");
        if (customer != null) {
            all.put("attune_customer", customer);
        }
        for (String place : List.of("tags", "segmentAttributes", "attributes")) {
            either(detail, place).properties().forEach(each -> {
                JsonNode value = each.getValue();
                all.set(each.getKey(), value.isObject() ? either(value, "valueString") : value);
            });
        }
        return all;
    }

    private static JsonNode either(JsonNode place, String name) {
        return place.has(name) ? place.path(name) : place.path(capital(name));
    }

    private static @Nullable String text(JsonNode place, String name) {
        return Json.text(place, name, capital(name));
    }

    private static Instant time(JsonNode place, String name, Instant otherwise) {
        Instant told = Json.time(place, name, capital(name));
        return told == null ? otherwise : told;
    }

    private static String capital(String name) {
        return Character.toUpperCase(name.charAt(0)) + name.substring(1);
    }
}
