package org.attune.strategy;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * One thing that differs between two documents.
 *
 * @param place such as {@code actions[payment-pause].title.en}; an element that is new or gone stands as a whole
 * @param before null when it is new
 * @param after null when it is gone
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record DocumentChange(
        String place, @Nullable JsonNode before, @Nullable JsonNode after) {
    /** Whether it is new, gone or another. */
    public String kind() {
        return before == null ? "added" : after == null ? "removed" : "changed";
    }
}
