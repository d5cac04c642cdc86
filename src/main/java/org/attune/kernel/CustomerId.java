package org.attune.kernel;

import java.util.UUID;

/** Names one customer inside Attune. Opaque: it carries no personal data and may stand in an address. */
public record CustomerId(UUID value) {
    /** A new, time-ordered id. */
    public static CustomerId next() {
        return new CustomerId(Ids.next());
    }

    /** Reads an id from text; an illegal text is an {@link InvalidException}. */
    public static CustomerId of(String text) {
        return new CustomerId(Ids.parse("customer", text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
