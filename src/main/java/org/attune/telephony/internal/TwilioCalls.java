package org.attune.telephony.internal;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.attune.telephony.AgentNames;
import org.attune.telephony.CallEvent;
import org.attune.telephony.CallEvent.Facts;
import org.attune.telephony.Provider;
import org.attune.telephony.engine.Step.Kind;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Event callbacks of Twilio TaskRouter (twilio.com/docs/taskrouter/api/event/reference). A call is a task; an agent is a worker, by
 * name, id or {@code contact_uri}.
 */
@Component
class TwilioCalls implements CallReader {
    private final AgentNames agents;
    private final JsonMapper json;

    TwilioCalls(AgentNames agents, JsonMapper json) {
        this.agents = agents;
        this.json = json;
    }

    @Override
    public Provider provider() {
        return Provider.TWILIO;
    }

    @Override
    public List<CallEvent> read(JsonNode message, String source, Instant now) {
        String task = Json.text(message, "TaskSid");
        String type = Json.text(message, "EventType");
        String channel = Json.text(message, "TaskChannelUniqueName");
        Kind kind = kind(type);
        if (task == null || kind == null || (channel != null && !channel.matches("voice|default"))) {
            return List.of();
        }
        JsonNode attributes = object(message, "TaskAttributes");
        Instant at = at(message, now);
        String direction = Json.text(attributes, "direction");
        boolean outbound = direction != null && direction.startsWith("outbound");
        Facts facts = Extras.facts(
                attributes,
                outbound,
                Json.text(attributes, "from", "caller"),
                Json.text(attributes, "to", "called", "outbound_to"),
                Json.text(message, "TaskQueueName"));
        String id = Json.text(message, "Sid");
        return List.of(new CallEvent(
                source,
                id == null ? type + ":" + Json.text(message, "ResourceSid") + ":" + at : id,
                kind,
                task,
                at,
                kind == Kind.ENDED ? null : worker(message),
                facts,
                Extras.handover(attributes)));
    }

    private static @Nullable Kind kind(@Nullable String type) {
        return switch (type == null ? "" : type) {
            case "reservation.created" -> Kind.RINGING;
            case "reservation.accepted" -> Kind.ANSWERED;
            case "reservation.rejected", "reservation.timeout", "reservation.canceled", "reservation.rescinded" ->
                Kind.RELEASED;
            case "reservation.wrapup", "reservation.completed" -> Kind.WRAPUP;
            case "task.wrapup", "task.completed", "task.canceled", "task.deleted", "task.system-deleted" -> Kind.ENDED;
            default -> null;
        };
    }

    private @Nullable String worker(JsonNode message) {
        String name = Json.text(message, "WorkerName");
        String uri = Json.text(object(message, "WorkerAttributes"), "contact_uri");
        return Stream.of(
                        name,
                        Json.text(message, "WorkerSid"),
                        uri == null
                                ? null
                                : uri.replaceFirst("^(client|sip):", "").replaceFirst("@.*$", ""))
                .filter(each -> agents.agent(each) != null)
                .findFirst()
                .orElse(name);
    }

    private static Instant at(JsonNode message, Instant now) {
        String millis = Json.text(message, "TimestampMs");
        String seconds = Json.text(message, "Timestamp");
        try {
            return millis != null
                    ? Instant.ofEpochMilli(Long.parseLong(millis))
                    : seconds != null ? Instant.ofEpochSecond(Long.parseLong(seconds)) : now;
        } catch (NumberFormatException e) {
            return now;
        }
    }

    private JsonNode object(JsonNode message, String name) {
        JsonNode value = message.path(name);
        if (!value.isString()) {
            return value;
        }
        try {
            return json.readTree(value.asString());
        } catch (JacksonException e) {
            return json.missingNode();
        }
    }
}
