package org.attune.telephony.internal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.attune.kernel.InvalidException;
import org.attune.kernel.Problem;
import org.attune.telephony.CallEvent;
import org.attune.telephony.CallEvent.Facts;
import org.attune.telephony.engine.Step.Kind;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads CloudEvents 1.0 about calls. What is not known here is ignored, as the specification wants. */
public final class CloudCalls {
    private static final String PREFIX = "attune.call.";
    private static final int LONGEST = 200;

    private CloudCalls() {}

    /** The event's id as far as it can be read. */
    public static @Nullable String id(JsonNode event) {
        return Json.text(event, "id");
    }

    /** An InvalidException names everything that is wrong. */
    public static CallEvent read(JsonNode event, Instant now) {
        if (!event.isObject()) {
            throw new InvalidException("body", "Must be a JSON object, a CloudEvents 1.0 event.");
        }
        List<Problem> problems = new ArrayList<>();
        String version = Json.text(event, "specversion");
        if (!"1.0".equals(version)) {
            problems.add(new Problem("specversion", version == null ? "Is missing." : "Must be 1.0."));
        }
        String id = needed(event, "id", problems);
        String source = needed(event, "source", problems);
        String call = needed(event, "subject", problems);
        Kind kind = kind(needed(event, "type", problems), problems);
        JsonNode data = event.path("data");
        if (!data.isObject() && !data.isMissingNode() && !data.isNull()) {
            problems.add(new Problem("data", "Must be a JSON object."));
        }
        Instant at = now;
        if (event.hasNonNull("time")) {
            Instant told = Json.time(event, "time");
            if (told == null) {
                problems.add(new Problem("time", "Must be a point in time such as 2026-05-01T09:30:00Z."));
            } else {
                at = told;
            }
        }
        if (!problems.isEmpty()) {
            throw new InvalidException(problems);
        }
        JsonNode attributes = data.path("attributes");
        return new CallEvent(
                source, id, kind, call, at, Json.text(data, "agent"), facts(data), Handovers.of(attributes, data));
    }

    private static Facts facts(JsonNode data) {
        String direction = Json.text(data, "direction");
        String reason = Json.text(data, "reason");
        return new Facts(
                direction == null ? null : direction.toLowerCase(Locale.ROOT).startsWith("out"),
                Json.text(data, "from"),
                Json.text(data, "to"),
                Json.text(data, "queue"),
                reason != null && reason.length() > 64 ? reason.substring(0, 64) : reason,
                Json.text(data, "customer"),
                Extras.yes(data.path("attributes"), "verified"));
    }

    private static Kind kind(String type, List<Problem> problems) {
        return switch (type) {
            case PREFIX + "ringing" -> Kind.RINGING;
            case PREFIX + "answered" -> Kind.ANSWERED;
            case PREFIX + "held" -> Kind.HELD;
            case PREFIX + "released" -> Kind.RELEASED;
            case PREFIX + "transferred" -> Kind.TRANSFERRED;
            case PREFIX + "wrapup" -> Kind.WRAPUP;
            case PREFIX + "ended" -> Kind.ENDED;
            default -> {
                if (!type.isEmpty()) {
                    problems.add(
                            new Problem(
                                    "type",
                                    "Must be attune.call. and one of ringing, answered, held, released, transferred, wrapup, ended."));
                }
                yield Kind.ENDED;
            }
        };
    }

    private static String needed(JsonNode event, String name, List<Problem> problems) {
        JsonNode value = event.get(name);
        String text = value != null && (value.isString() || value.isNumber()) ? value.asString() : "";
        if (text.isBlank()) {
            problems.add(new Problem(name, "Is missing."));
        } else if (text.length() > LONGEST || !Json.legible(text).equals(text)) {
            problems.add(new Problem(name, "Must have 1 to " + LONGEST + " legible characters."));
        }
        return text;
    }
}
