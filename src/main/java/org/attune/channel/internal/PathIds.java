package org.attune.channel.internal;

import java.util.UUID;
import org.attune.kernel.DecisionId;
import org.attune.kernel.NotFoundException;

/** Reads ids from addresses. A text that cannot be an id names nothing, so it is simply not found. */
final class PathIds {
    private PathIds() {}

    static UUID uuid(String kind, String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw new NotFoundException(kind, text);
        }
    }

    static DecisionId decision(String text) {
        return new DecisionId(uuid("decision", text));
    }
}
