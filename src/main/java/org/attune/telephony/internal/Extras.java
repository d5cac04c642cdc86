package org.attune.telephony.internal;

import java.util.Locale;
import org.attune.interaction.Handover;
import org.attune.telephony.CallEvent.Facts;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What a call flow can add to a call in the attributes that every system has, under names of ours: {@code attune_customer},
 * {@code attune_reason}, {@code attune_verified} ({@code true}), {@code attune_tried} ({@code restart-router:failed,show-bill}).
 */
final class Extras {
    private Extras() {}

    static Facts facts(
            JsonNode attributes,
            @Nullable Boolean outbound,
            @Nullable String from,
            @Nullable String to,
            @Nullable String queue) {
        return new Facts(
                outbound,
                from,
                to,
                queue,
                Json.text(attributes, "attune_reason"),
                Json.text(attributes, "attune_customer"),
                yes(attributes, "attune_verified"));
    }

    /** A yes or no that may be written as a text; null when it is not said. */
    static @Nullable Boolean yes(JsonNode place, String name) {
        JsonNode value = place.path(name);
        if (value.isBoolean()) {
            return value.asBoolean();
        }
        return switch (value.asString("").strip().toLowerCase(Locale.ROOT)) {
            case "true", "yes", "1" -> true;
            case "false", "no", "0" -> false;
            default -> null;
        };
    }

    static Handover handover(JsonNode attributes) {
        return Handovers.listed(Json.text(attributes, "attune_tried"));
    }
}
