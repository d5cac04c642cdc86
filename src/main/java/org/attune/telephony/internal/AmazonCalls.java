package org.attune.telephony.internal;

import java.time.Instant;
import java.util.List;
import org.attune.telephony.CallEvent;
import org.attune.telephony.CallEvent.Facts;
import org.attune.telephony.Provider;
import org.attune.telephony.engine.Step.Kind;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/**
 * Contact events of Amazon Connect as EventBridge passes them on (docs.aws.amazon.com/connect, "Contact events"). A call keeps the
 * id of its first contact through all transfers; an agent is the last part of {@code agentArn}. Nothing tells that it rings, so a
 * desk opens when the agent is connected.
 */
@Component
class AmazonCalls implements CallReader {
    @Override
    public Provider provider() {
        return Provider.AMAZON_CONNECT;
    }

    @Override
    public List<CallEvent> read(JsonNode message, String source, Instant now) {
        JsonNode detail = message.path("detail");
        String contact = Json.text(detail, "contactId");
        String first = Json.text(detail, "initialContactId");
        String channel = Json.text(detail, "channel");
        if (contact == null || channel == null || !channel.equalsIgnoreCase("voice")) {
            return List.of();
        }
        String call = first == null ? contact : first;
        Instant told = Json.time(message, "time");
        Instant at = told == null ? now : told;
        JsonNode agent = detail.path("agentInfo");
        String who = Json.last(Json.text(agent, "agentArn"));
        String event = Json.text(detail, "eventType");
        return switch (event == null ? "" : event) {
            case "INITIATED", "QUEUED" -> one(message, source, call, Kind.RINGING, at, null);
            case "CONNECTED_TO_AGENT" ->
                one(message, source, call, Kind.ANSWERED, time(agent, "connectedToAgentTimestamp", at), who);
            case "DISCONNECTED" -> {
                Instant end = time(detail, "disconnectTimestamp", at);
                // A contact that goes on in another one is an agent who leaves, not the customer.
                yield Json.text(detail, "nextContactId") == null
                        ? one(message, source, call, Kind.ENDED, end, null)
                        : one(message, source, call, Kind.WRAPUP, end, who);
            }
            default -> List.of();
        };
    }

    private static List<CallEvent> one(
            JsonNode message, String source, String call, Kind kind, Instant at, @Nullable String agent) {
        JsonNode detail = message.path("detail");
        JsonNode attributes = detail.path("attributes");
        String method = Json.text(detail, "initiationMethod");
        boolean outbound = "OUTBOUND".equals(method);
        String number = Json.text(detail.path("customerEndpoint"), "address");
        Facts facts = Extras.facts(
                attributes,
                outbound,
                outbound ? null : number,
                outbound ? number : null,
                Json.last(Json.text(detail.path("queueInfo"), "queueName", "queueArn")));
        String id = Json.text(message, "id");
        return List.of(new CallEvent(
                source,
                id == null ? kind + ":" + call + ":" + at : id,
                kind,
                call,
                at,
                agent,
                facts,
                Extras.handover(attributes)));
    }

    private static Instant time(JsonNode node, String name, Instant otherwise) {
        Instant told = Json.time(node, name);
        return told == null ? otherwise : told;
    }
}
