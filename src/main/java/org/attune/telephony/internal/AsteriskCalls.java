package org.attune.telephony.internal;

import java.time.Instant;
import java.util.List;
import org.attune.telephony.AgentNames;
import org.attune.telephony.CallEvent;
import org.attune.telephony.CallEvent.Facts;
import org.attune.telephony.Provider;
import org.attune.telephony.engine.Step.Kind;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/**
 * Events of Asterisk's REST interface (docs.asterisk.org, "Asterisk REST Data Models"). A call is followed by the linked id of its
 * channels, which {@code channelvars = CHANNEL(linkedid)} in ari.conf adds to every event; an agent is the endpoint in a channel's
 * name, {@code 101} in {@code PJSIP/101-0000002a}.
 */
@Component
class AsteriskCalls implements CallReader {
    private final AgentNames agents;

    AsteriskCalls(AgentNames agents) {
        this.agents = agents;
    }

    @Override
    public Provider provider() {
        return Provider.ASTERISK;
    }

    @Override
    public List<CallEvent> read(JsonNode message, String source, Instant now) {
        String named = Json.text(message, "type");
        String type = named == null ? "" : named;
        Instant told = Json.time(message, "timestamp");
        Instant at = told == null ? now : told;
        JsonNode channel = message.path("channel");
        return switch (type) {
            case "Dial" -> dial(message, source, at);
            case "ChannelHold" -> one(source, type, channel, Kind.HELD, at, agent(endpoint(channel)), Facts.NONE);
            case "ChannelUnhold" -> one(source, type, channel, Kind.ANSWERED, at, agent(endpoint(channel)), Facts.NONE);
            case "BridgeBlindTransfer" ->
                "Success".equals(Json.text(message, "result"))
                        ? one(
                                source,
                                type,
                                message.has("transferee") ? message.path("transferee") : channel,
                                Kind.TRANSFERRED,
                                at,
                                agent(Json.text(message, "exten")),
                                Facts.NONE)
                        : List.of();
            case "BridgeAttendedTransfer" ->
                "Success".equals(Json.text(message, "result"))
                        ? one(
                                source,
                                type,
                                message.has("transferee")
                                        ? message.path("transferee")
                                        : message.path("transferer_first_leg"),
                                Kind.TRANSFERRED,
                                at,
                                agent(endpoint(message.path("transfer_target"))),
                                Facts.NONE)
                        : List.of();
            case "ChannelDestroyed" ->
                isCall(channel, Json.text(channel, "id"))
                        ? one(source, type, channel, Kind.ENDED, at, null, Facts.NONE)
                        : List.of();
            default -> List.of();
        };
    }

    private static boolean isCall(JsonNode channel, @Nullable String id) {
        return id != null && id.equals(call(channel));
    }

    private static List<CallEvent> dial(JsonNode message, String source, Instant at) {
        JsonNode caller = message.path("caller");
        JsonNode peer = message.path("peer");
        String status = Json.text(message, "dialstatus");
        Kind kind = switch (status == null ? "" : status) {
            case "", "RINGING" -> Kind.RINGING;
            case "ANSWER" -> Kind.ANSWERED;
            case "PROGRESS", "PROCEEDING" -> null;
            default -> Kind.RELEASED;
        };
        if (kind == null) {
            return List.of();
        }
        JsonNode attributes = caller.path("channelvars");
        Facts facts = Extras.facts(
                attributes,
                false,
                Json.text(caller.path("caller"), "number"),
                Json.text(caller.path("dialplan"), "exten"),
                Json.text(attributes, "QUEUENAME"));
        return one(source, "Dial:" + status, caller.isObject() ? caller : peer, kind, at, endpoint(peer), facts);
    }

    private static List<CallEvent> one(
            String source, String type, JsonNode channel, Kind kind, Instant at, @Nullable String agent, Facts facts) {
        String call = call(channel);
        if (call == null) {
            return List.of();
        }
        String id = type + ":" + Json.text(channel, "id") + ":" + (agent == null ? "" : agent + ":") + at;
        return List.of(
                new CallEvent(source, id, kind, call, at, agent, facts, Extras.handover(channel.path("channelvars"))));
    }

    /** An agent who works here, null for anybody else: somebody outside also holds and is transferred to. */
    private @Nullable String agent(@Nullable String name) {
        return agents.agent(name);
    }

    private static @Nullable String call(JsonNode channel) {
        String linked = Json.text(channel.path("channelvars"), "CHANNEL(linkedid)");
        return linked == null ? Json.text(channel, "id") : linked;
    }

    private static @Nullable String endpoint(JsonNode channel) {
        String full = Json.text(channel, "name");
        if (full != null && full.startsWith("Local/")) { // a member of a queue: Local/101@from-queue/n-0000002a;1
            return full.substring("Local/".length()).replaceFirst("@.*$", "");
        }
        String name = Json.last(full);
        return name == null ? null : name.replaceFirst("-[0-9a-f]{8}(;[12])?$", "");
    }
}
