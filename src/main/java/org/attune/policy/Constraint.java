package org.attune.policy;

import java.math.BigDecimal;
import java.util.List;
import org.attune.kernel.LocalText;
import org.jspecify.annotations.Nullable;

/**
 * A stock or a budget that several actions draw on together.
 *
 * @param actions who draws on it
 * @param stock how many acceptances there are, null for no limit
 * @param budget EUR of the actions' cost there are, null for no limit
 * @param reservationMinutes how long an offer holds its part before it is given back
 */
public record Constraint(
        String key,
        LocalText label,
        List<String> actions,
        @Nullable Integer stock,
        @Nullable BigDecimal budget,
        int reservationMinutes) {
    public Constraint {
        actions = actions == null ? List.of() : List.copyOf(actions);
    }
}
