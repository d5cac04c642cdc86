package org.attune.outreach;

import java.util.UUID;
import org.attune.kernel.Ids;
import org.attune.kernel.InvalidException;

/** Names one item of the worklist. */
public record OutreachId(UUID value) {
    /** A new, time-ordered id. */
    public static OutreachId next() {
        return new OutreachId(Ids.next());
    }

    /** Reads an id from text; an illegal text is an {@link InvalidException}. */
    public static OutreachId of(String text) {
        try {
            return new OutreachId(UUID.fromString(text));
        } catch (IllegalArgumentException e) {
            throw new InvalidException("item", "'" + text + "' is not the id of an item.");
        }
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
