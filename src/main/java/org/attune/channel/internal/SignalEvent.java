package org.attune.channel.internal;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A CloudEvents 1.0 event that tells a signal, as it was sent. Attributes that are not known here are ignored, as the
 * specification wants.
 */
@Schema(
        name = "SignalEvent",
        requiredProperties = {"specversion", "id", "source", "type", "subject"})
record SignalEvent(
        @Schema(allowableValues = "1.0") @Nullable String specversion,

        @Schema(description = "With source it names the event; a second one of the same name counts as a duplicate")
        @Nullable
        String id,

        @Schema(description = "The system the event comes from") @Nullable
        String source,

        @Schema(description = "attune.signal. followed by the signal's name") @Nullable
        String type,

        @Schema(description = "The customer's reference") @Nullable
        String subject,

        @Schema(type = "string", format = "date-time", description = "When it happened; now when absent") @Nullable
        String time,

        @Schema(implementation = Object.class, description = "What else is known about it, an object") @Nullable
        JsonNode data) {
    /** Start of every type that is a signal. */
    static final String PREFIX = "attune.signal.";

    private static final int LONGEST = 200;

    static SignalEvent of(JsonNode event) {
        return new SignalEvent(
                text(event, "specversion"),
                text(event, "id"),
                text(event, "source"),
                text(event, "type"),
                text(event, "subject"),
                event.path("time").isContainer() ? "not a time" : text(event, "time"),
                event.get("data"));
    }

    /** Everything that is wrong with the event itself. */
    Checks check() {
        return new Checks()
                .require("1.0".equals(specversion), "specversion", specversion == null ? "Is missing." : "Must be 1.0.")
                .present(id, "id")
                .atMost(LONGEST, id, "id")
                .present(source, "source")
                .atMost(LONGEST, source, "source")
                .present(type, "type")
                .require(
                        type == null || type.matches("attune\\.signal\\.[a-z0-9][a-z0-9-]{0,62}"),
                        "type",
                        "Must be " + PREFIX + " and the signal's name in lower-case letters, digits and dashes.")
                .present(subject, "subject")
                .require(
                        time == null || parsed(time) != null,
                        "time",
                        "Must be " + JsonProblems.expected(Instant.class) + ".")
                .require(data == null || data.isNull() || data.isObject(), "data", "Must be a JSON object.");
    }

    String signal() {
        return Checks.given(type).substring(PREFIX.length());
    }

    Instant at(Instant now) {
        Instant given = time == null ? null : parsed(time);
        return given == null ? now : given;
    }

    private static @Nullable Instant parsed(String time) {
        try {
            return OffsetDateTime.parse(time).toInstant();
        } catch (DateTimeParseException e) {
            return null;
        }
    }

    private static @Nullable String text(JsonNode event, String name) {
        JsonNode value = event.get(name);
        return value == null || value.isNull() || value.isContainer() ? null : value.asString();
    }

    /** What became of an event. */
    @Schema(name = "EventReceipt")
    record Receipt(
            @Nullable String id,

            @Schema(allowableValues = {"accepted", "duplicate", "rejected"})
            String status,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            String detail) {}
}
