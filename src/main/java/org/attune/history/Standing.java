package org.attune.history;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * How much of a quota is gone.
 *
 * @param used contacts that were made, or acceptances
 * @param reserved places others hold just now
 * @param spent EUR of what was accepted
 * @param held EUR that others hold just now
 * @param again for a limit: the day on which a place comes free by itself; null when one is free, or one that is held may come back
 *     any minute
 */
public record Standing(
        long used,
        long reserved,
        BigDecimal spent,
        BigDecimal held,
        @Nullable LocalDate again) {
    /** Nothing is gone. */
    public static final Standing FRESH = new Standing(0, 0, BigDecimal.ZERO, BigDecimal.ZERO, null);

    /** Whether there is a place for one more contact. */
    public boolean room(Quota.Limit limit) {
        return used + reserved < limit.count();
    }

    /** Whether there is one more piece, and money for it. */
    public boolean room(Quota.Supply supply, BigDecimal amount) {
        Integer stock = supply.stock();
        BigDecimal budget = supply.budget();
        return (stock == null || used + reserved < stock)
                && (budget == null || spent.add(held).add(amount).compareTo(budget) <= 0);
    }

    /** The same with one more piece reserved. */
    public Standing reserving(BigDecimal amount) {
        return new Standing(used, reserved + 1, spent, held.add(amount), again);
    }
}
