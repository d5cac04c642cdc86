package org.attune.kernel;

import java.util.UUID;

/** Names one conversation between an agent and a customer. Opaque; may stand in an address. */
public record InteractionId(UUID value) {
    /** A new, time-ordered id. */
    public static InteractionId next() {
        return new InteractionId(Ids.next());
    }

    /** Reads an id from text; an illegal text is an {@link InvalidException}. */
    public static InteractionId of(String text) {
        return new InteractionId(Ids.parse("interaction", text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
