package org.attune.telephony;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What became of an event.
 *
 * @param id the event's, null when it had none
 * @param detail more about it, in plain words
 */
@JsonPropertyOrder({"id", "status", "detail"})
public record Receipt(
        @JsonProperty("id") @Nullable String id,
        @JsonProperty("status") Status status,

        @JsonProperty("detail") @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
        String detail) {
    /** The three answers. */
    public enum Status {
        ACCEPTED,
        DUPLICATE,
        REJECTED;

        /** As it is written. */
        @com.fasterxml.jackson.annotation.JsonValue
        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    static Receipt accepted(String id, @Nullable String detail) {
        return new Receipt(id, Status.ACCEPTED, detail);
    }

    static Receipt duplicate(String id) {
        return new Receipt(id, Status.DUPLICATE, null);
    }

    /** Nothing was taken in; the same may be sent again when what is wrong has been put right. */
    public static Receipt rejected(@Nullable String id, String detail) {
        return new Receipt(id, Status.REJECTED, detail);
    }
}
