package org.attune.care;

import java.util.UUID;
import org.attune.kernel.Ids;

/** Names one referral. Opaque. */
public record ReferralId(UUID value) {
    /** A new, time-ordered id. */
    public static ReferralId next() {
        return new ReferralId(Ids.next());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
