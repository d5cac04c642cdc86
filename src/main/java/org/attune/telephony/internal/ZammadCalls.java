package org.attune.telephony.internal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.attune.interaction.Handover;
import org.attune.kernel.InvalidException;
import org.attune.kernel.Problem;
import org.attune.telephony.AgentNames;
import org.attune.telephony.CallEvent;
import org.attune.telephony.CallEvent.Facts;
import org.attune.telephony.Provider;
import org.attune.telephony.engine.Step.Kind;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/**
 * Zammad's generic CTI ({@code newCall}, {@code answer}, {@code hangup}; docs.zammad.org, "Generic CTI"). It names agents by their
 * real name in {@code user}, or by {@code answeringNumber}; where it names nobody, the number at our end may be an agent's.
 */
@Component
class ZammadCalls implements CallReader {
    private final AgentNames agents;

    ZammadCalls(AgentNames agents) {
        this.agents = agents;
    }

    @Override
    public Provider provider() {
        return Provider.ZAMMAD;
    }

    @Override
    public List<CallEvent> read(JsonNode message, String source, Instant now) {
        String event = Json.text(message, "event");
        String call = Json.text(message, "callId", "callID", "call_id");
        List<Problem> problems = new ArrayList<>();
        if (event == null || !Set.of("newCall", "answer", "hangup").contains(event)) {
            problems.add(new Problem("event", event == null ? "Is missing." : "Must be newCall, answer or hangup."));
        }
        if (call == null) {
            problems.add(new Problem("callId", "Is missing."));
        }
        if (event == null || call == null || !problems.isEmpty()) {
            throw new InvalidException(problems);
        }
        boolean outbound = "out".equalsIgnoreCase(Json.text(message, "direction"));
        Facts facts = new Facts(
                outbound,
                Json.text(message, "from"),
                Json.text(message, "to"),
                Json.text(message, "queue"),
                null,
                null);
        String ours = outbound ? facts.from() : facts.to();
        return switch (event) {
            case "newCall" ->
                named(message, ours).stream()
                        .map(agent -> event(source, call, Kind.RINGING, now, agent, facts))
                        .toList();
            case "answer" -> List.of(event(source, call, Kind.ANSWERED, now, answering(message, ours), facts));
            default -> List.of(event(source, call, Kind.ENDED, now, null, facts));
        };
    }

    /** Everybody at whom it rings; at least one entry, empty when nobody is named. */
    private List<String> named(JsonNode message, @Nullable String ours) {
        Set<String> names = new LinkedHashSet<>();
        for (String field : List.of("user", "user[]")) {
            JsonNode users = message.path(field);
            if (users.isString()) {
                names.add(users.asString());
            }
            users.forEach(each -> names.add(each.asString()));
        }
        names.removeIf(String::isBlank);
        if (names.isEmpty()) {
            names.add(Objects.requireNonNullElse(agents.agent(ours), ""));
        }
        return List.copyOf(names);
    }

    private @Nullable String answering(JsonNode message, @Nullable String ours) {
        String byNumber = agents.agent(Json.text(message, "answeringNumber"));
        if (byNumber != null) {
            return byNumber;
        }
        return named(message, ours).stream()
                .map(agents::agent)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    private static CallEvent event(
            String source, String call, Kind kind, Instant now, @Nullable String agent, Facts facts) {
        String whom = agent == null || agent.isBlank() ? null : agent;
        String id = call + ":" + kind.name().toLowerCase(java.util.Locale.ROOT) + (whom == null ? "" : ":" + whom);
        return new CallEvent(source, id, kind, call, now, whom, facts, Handover.NONE);
    }
}
