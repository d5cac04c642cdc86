package org.attune.care;

import java.util.UUID;
import org.attune.kernel.Ids;

/** Names one arrangement. Opaque. */
public record ArrangementId(UUID value) {
    /** A new, time-ordered id. */
    public static ArrangementId next() {
        return new ArrangementId(Ids.next());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
