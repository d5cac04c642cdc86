package org.attune.kernel;

import java.util.UUID;

/** Names one decision: one ranked list for one customer at one moment. */
public record DecisionId(UUID value) {
    /** A new, time-ordered id. */
    public static DecisionId next() {
        return new DecisionId(Ids.next());
    }

    /** Reads an id from text; an illegal text is an {@link InvalidException}. */
    public static DecisionId of(String text) {
        return new DecisionId(Ids.parse("decision", text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
