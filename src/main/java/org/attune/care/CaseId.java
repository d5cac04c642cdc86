package org.attune.care;

import java.util.UUID;
import org.attune.kernel.Ids;

/** Names one case. Opaque. */
public record CaseId(UUID value) {
    /** A new, time-ordered id. */
    public static CaseId next() {
        return new CaseId(Ids.next());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
