package org.attune.telephony.internal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.attune.interaction.Handover;
import org.attune.telephony.CallEvent;
import org.attune.telephony.CallEvent.Facts;
import org.attune.telephony.Provider;
import org.attune.telephony.engine.Step.Kind;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/**
 * Notifications of Genesys Cloud about calls (developer.genesys.cloud, topics {@code v2.users.{id}.conversations.calls} and
 * {@code v2.users.{id}.conversations}). Each notification is the whole conversation as it stands, so it is read as everything that
 * has happened until then; what was told before counts once.
 */
@Component
class GenesysCalls implements CallReader {
    @Override
    public Provider provider() {
        return Provider.GENESYS;
    }

    @Override
    public List<CallEvent> read(JsonNode message, String source, Instant now) {
        // EventBridge puts a notification into an envelope of its own.
        JsonNode told = message.has("eventBody") ? message : message.path("detail");
        JsonNode body = told.path("eventBody");
        String call = Json.text(body, "id");
        if (call == null || !body.path("participants").isArray()) {
            return List.of();
        }
        List<JsonNode> people = new ArrayList<>();
        body.path("participants").forEach(people::add);
        String topic = Json.text(told, "topicName");
        boolean onlyCalls = topic != null && topic.endsWith(".calls");
        if (!onlyCalls && people.stream().allMatch(each -> each.path("calls").isEmpty())) {
            return List.of(); // a chat, an e-mail, a callback that is not made yet
        }
        JsonNode customer = people.stream()
                .filter(each -> is(each, "customer", "external"))
                .findFirst()
                .orElse(body.path("none"));
        String named = first(people, GenesysCalls::queueName);
        String queue = named == null ? first(people, each -> name(each, "queue")) : named;
        Teller teller = new Teller(source, call, now, customer, queue);
        List<JsonNode> agents = people.stream()
                .filter(each -> is(each, "agent", "user") && name(each, "user") != null)
                .toList();
        for (int i = 0; i < agents.size(); i++) {
            teller.tell(agents.get(i), i + 1 < agents.size() ? agents.get(i + 1) : null);
        }
        if (over(state(customer))) {
            teller.add("over", Kind.ENDED, time(customer, "endTime", now), null);
        }
        return teller.events;
    }

    private static final class Teller {
        private final String source;
        private final String call;
        private final Instant now;
        private final Facts facts;
        private final Handover handover;
        private final List<CallEvent> events = new ArrayList<>();

        Teller(String source, String call, Instant now, JsonNode customer, @Nullable String queue) {
            this.source = source;
            this.call = call;
            this.now = now;
            boolean outbound = "outbound".equals(Json.text(leg(customer), "direction"));
            String number = Json.text(customer, "address");
            if (number == null) {
                number = Json.text(leg(customer).path("other"), "addressNormalized");
            }
            JsonNode attributes = customer.path("attributes");
            facts = Extras.facts(attributes, outbound, outbound ? null : number, outbound ? number : null, queue);
            handover = Extras.handover(attributes);
        }

        void tell(JsonNode agent, @Nullable JsonNode next) {
            String who = name(agent, "user");
            String part = Json.text(agent, "id");
            JsonNode leg = leg(agent);
            String state = state(agent);
            Instant inLeg = Json.time(leg, "connectedTime");
            Instant connected = inLeg == null ? Json.time(agent, "connectedTime") : inLeg;
            add(part + ":alerting", Kind.RINGING, time(agent, "startTime", now), who);
            if (connected != null) {
                add(part + ":connected", Kind.ANSWERED, connected, who);
            }
            Instant held = Json.time(leg, "startHoldTime");
            if (held != null) {
                add(part + ":held:" + held, Kind.HELD, held, who);
                if (!leg.path("held").asBoolean(false) && "connected".equals(state)) {
                    add(part + ":resumed:" + held, Kind.ANSWERED, now, who);
                }
            }
            if (over(state)) {
                Instant end = time(agent, "endTime", now);
                String passedTo =
                        next != null && "transfer".equals(Json.text(leg, "disconnectType")) ? name(next, "user") : null;
                if (connected == null) {
                    add(part + ":released", Kind.RELEASED, end, who);
                } else if (passedTo != null) {
                    add(part + ":transferred", Kind.TRANSFERRED, end, passedTo);
                } else {
                    add(part + ":wrapup", Kind.WRAPUP, end, who);
                }
            }
        }

        void add(String id, Kind kind, Instant at, @Nullable String agent) {
            events.add(new CallEvent(source, call + ":" + id, kind, call, at, agent, facts, handover));
        }
    }

    private static boolean is(JsonNode participant, String one, String other) {
        String purpose = Json.text(participant, "purpose");
        return one.equals(purpose) || other.equals(purpose);
    }

    /** In one topic a participant has its call's fields itself, in the other in a list of calls. */
    private static JsonNode leg(JsonNode participant) {
        JsonNode calls = participant.path("calls");
        return calls.isArray() && !calls.isEmpty() ? calls.get(calls.size() - 1) : participant;
    }

    private static @Nullable String state(JsonNode participant) {
        return Json.text(leg(participant), "state");
    }

    private static boolean over(@Nullable String state) {
        return "disconnected".equals(state) || "terminated".equals(state);
    }

    private static Instant time(JsonNode participant, String name, Instant otherwise) {
        Instant inLeg = Json.time(leg(participant), name);
        Instant own = inLeg == null ? Json.time(participant, name) : inLeg;
        return own == null ? otherwise : own;
    }

    private static @Nullable String first(List<JsonNode> people, Function<JsonNode, @Nullable String> told) {
        return people.stream().map(told).filter(Objects::nonNull).findFirst().orElse(null);
    }

    /** As wrap-up rules know it; often only one of the participants has it. */
    private static @Nullable String queueName(JsonNode participant) {
        String flat = Json.text(participant, "queueName");
        return flat == null ? Json.text(participant.path("queue"), "name") : flat;
    }

    private static @Nullable String name(JsonNode participant, String of) {
        String flat = Json.text(participant, of + "Id");
        return flat == null ? Json.text(participant.path(of), "id") : flat;
    }
}
