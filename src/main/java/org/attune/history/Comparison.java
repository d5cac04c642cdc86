package org.attune.history;

import org.attune.history.engine.Lift;
import org.attune.history.engine.Rates;
import org.attune.history.engine.Sums;
import org.jspecify.annotations.Nullable;

/**
 * The same in the main arm and in the control arm, for customers who could have been in either: nobody who was protected at that
 * moment, since these are never in the control group, and no imported answers.
 */
public record Comparison(Sums main, Sums control) {
    /** Nothing to compare. */
    public static final Comparison NONE = new Comparison(Sums.NONE, Sums.NONE);

    /** How much more the main arm has, relative to control; null when either side has nothing. */
    public @Nullable Lift lift() {
        return Lift.of(main, control);
    }

    /** How much more the main arm has, in shares; for rates. Null when either side has nothing. */
    public Rates.@Nullable Gap gap() {
        return Rates.gap(main, control);
    }
}
