package org.attune.telephony.internal;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads fields of messages that others write: whatever has another shape than expected is absent. */
final class Json {
    /** As Asterisk writes it: {@code 2026-03-02T10:15:00.123+0100}. */
    private static final DateTimeFormatter BARE_OFFSET = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss[.SSS]Z");

    private static final int LONGEST = 200;

    private Json() {}

    /** A text or number as text, without surrounding space; null when absent, blank or of another kind. */
    static @Nullable String text(JsonNode node, String... names) {
        for (String name : names) {
            JsonNode value = node.get(name);
            if (value != null && (value.isString() || value.isNumber())) {
                String text = legible(value.asString());
                if (!text.isEmpty()) {
                    return text.length() > LONGEST ? text.substring(0, LONGEST) : text;
                }
            }
        }
        return null;
    }

    /** Without what no database takes and no eye reads. */
    static String legible(String text) {
        return text.replaceAll("[\\p{Cc}\\p{Cs}&&[^\\n\\t]]", " ").strip();
    }

    static @Nullable Instant time(JsonNode node, String... names) {
        for (String name : names) {
            String text = text(node, name);
            Instant time = text == null ? null : instant(text);
            if (time != null) {
                return time;
            }
        }
        return null;
    }

    /** A point in time as ISO 8601, with or without a colon in the offset, or null. */
    static @Nullable Instant instant(String text) {
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException e) {
            try {
                return OffsetDateTime.parse(text, BARE_OFFSET).toInstant();
            } catch (DateTimeException none) {
                return null;
            }
        }
    }

    /** What stands behind the last slash. */
    static @Nullable String last(@Nullable String text) {
        return text == null ? null : text.substring(text.lastIndexOf('/') + 1);
    }
}
