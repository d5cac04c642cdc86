package org.attune.arbitration.engine;

import java.time.YearMonth;
import java.util.UUID;

/** Who is in the control group: a stable hash of customer and month. */
public final class Arms {
    private Arms() {}

    /** Whether the customer is in the control group in that month; {@code share} in 0..1. */
    public static boolean control(UUID customer, YearMonth month, double share) {
        long seed = Draws.seed(
                customer.getMostSignificantBits(),
                customer.getLeastSignificantBits(),
                month.getYear() * 12L + month.getMonthValue());
        return new Draws(seed).uniform() < share;
    }
}
