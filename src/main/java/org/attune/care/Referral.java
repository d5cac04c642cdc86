package org.attune.care;

import java.time.Instant;
import java.util.Locale;
import java.util.Set;
import org.attune.kernel.CustomerId;
import org.attune.kernel.Keyed;
import org.jspecify.annotations.Nullable;

/**
 * A customer was passed on to somebody who can help, with the agent still on the line.
 *
 * @param partner key of a {@link Partner}
 * @param shared what was passed on, and nothing else
 * @param consent how the customer agreed to that
 * @param spokeWith who took the call at the partner
 * @param outcome what became of it, null until somebody knows
 */
public record Referral(
        ReferralId id,
        CustomerId customer,
        String partner,
        Set<Shared> shared,
        String consent,
        String spokeWith,
        String madeBy,
        Instant madeAt,
        @Nullable Outcome outcome,
        @Nullable String outcomeBy,
        @Nullable Instant outcomeAt) {
    /** What can be passed on. */
    public enum Shared implements Keyed {
        NAME,
        PHONE,
        REASON_OF_CALL,
        BUDGET,
        ARREARS,
        ARRANGEMENT,
        NEEDS;

        @Override
        public String key() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** What became of it. */
    public enum Outcome implements Keyed {
        HELPED,
        APPOINTMENT,
        NOT_REACHED,
        DECLINED;

        @Override
        public String key() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    public Referral {
        shared = Set.copyOf(shared);
    }
}
