package org.attune.telephony.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.attune.interaction.Handover;
import org.attune.interaction.Handover.Said;
import org.attune.interaction.Handover.Tried;
import org.attune.kernel.CardNumbers;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Reads what a bot tells when it hands over: {@code transcript}, a text or a list of texts or of {@code {who, text}}, and
 * {@code tried}, a list of action keys or of {@code {action, outcome, note}}. Card numbers are taken out before anything is kept.
 */
final class Handovers {
    private static final int LINES = 200;
    private static final int LONGEST = 1_000;
    private static final int TRIED = 30;

    private Handovers() {}

    /** From the first of these objects that has something to tell. */
    static Handover of(JsonNode... places) {
        for (JsonNode place : places) {
            Handover found = new Handover(transcript(place.path("transcript")), tried(place.path("tried")));
            if (!found.nothing()) {
                return found;
            }
        }
        return Handover.NONE;
    }

    private static List<Said> transcript(JsonNode node) {
        List<Said> lines = new ArrayList<>();
        if (node.isString()) {
            node.asString().lines().forEach(line -> add(lines, "", line));
        }
        for (JsonNode each : node.isArray() ? node : List.<JsonNode>of()) {
            if (each.isString()) {
                add(lines, "", each.asString());
            } else {
                String who = Json.text(each, "who", "role", "speaker", "from", "author");
                for (String name : List.of("text", "message", "content")) {
                    if (each.path(name).isString()) {
                        add(lines, who == null ? "" : who, each.path(name).asString());
                        break;
                    }
                }
            }
        }
        return lines;
    }

    private static void add(List<Said> lines, String who, String text) {
        String legible = Json.legible(text);
        if (!legible.isEmpty() && lines.size() < LINES) {
            lines.add(new Said(who.toLowerCase(Locale.ROOT), cut(CardNumbers.redact(legible))));
        }
    }

    private static List<Tried> tried(JsonNode node) {
        List<Tried> tried = new ArrayList<>();
        for (JsonNode each : node.isArray() ? node : List.<JsonNode>of()) {
            String action = each.isString() ? Json.legible(each.asString()) : Json.text(each, "action", "what", "name");
            if (action != null && !action.isEmpty() && tried.size() < TRIED) {
                String outcome = Json.text(each, "outcome", "result", "status");
                String note = Json.text(each, "note", "detail", "reason");
                tried.add(new Tried(
                        cut(CardNumbers.redact(action)),
                        outcome == null ? "" : outcome.toLowerCase(Locale.ROOT).replace('_', '-'),
                        note == null ? null : cut(CardNumbers.redact(note))));
            }
        }
        return tried;
    }

    private static String cut(String text) {
        return text.length() > LONGEST ? text.substring(0, LONGEST) + "…" : text;
    }

    /** What a system without structured attributes writes: action keys with commas between. */
    static Handover listed(@Nullable String keys) {
        if (keys == null) {
            return Handover.NONE;
        }
        List<Tried> tried = new ArrayList<>();
        for (String each : keys.split(",")) {
            String[] parts = each.strip().split(":", 2);
            if (!parts[0].isEmpty() && tried.size() < TRIED) {
                tried.add(new Tried(CardNumbers.redact(parts[0]), parts.length > 1 ? parts[1] : "", null));
            }
        }
        return new Handover(List.of(), tried);
    }
}
