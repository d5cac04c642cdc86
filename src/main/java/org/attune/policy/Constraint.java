package org.attune.policy;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.util.List;
import org.attune.kernel.LocalText;
import org.jspecify.annotations.Nullable;

/**
 * A stock or a budget that several actions draw on together, over all customers. Proposing one of them reserves its part, accepting
 * takes it, declining or time gives it back.
 *
 * @param actions who draws on it; a bundle draws on what its members draw on
 * @param stock how many acceptances there are, null for no limit
 * @param budget EUR of the actions' cost there are, null for no limit
 * @param reservationMinutes how long an offer holds its part before it is given back, null for {@link #DEFAULT_MINUTES}
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Constraint(
        String key,
        LocalText label,
        List<String> actions,
        @Nullable Integer stock,
        @Nullable BigDecimal budget,
        @Nullable Integer reservationMinutes) {
    /** How long an offer holds its part where nothing else is said. */
    public static final int DEFAULT_MINUTES = 30;

    public Constraint {
        actions = actions == null ? List.of() : List.copyOf(actions);
    }

    /** How long an offer holds its part. */
    public int holdMinutes() {
        return reservationMinutes == null ? DEFAULT_MINUTES : reservationMinutes;
    }
}
