package org.attune.decision;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a strategy would have put first at a recorded moment, with what the models knew then, and how likely.
 *
 * @param chances of every action that passed the policies; those under their threshold have no chance in the main arm. Empty when
 *     nothing passed
 * @param silent chance that nothing is proposed in the main arm, 0 or 1
 */
public record FirstPlace(List<Chance> chances, double silent) {
    public FirstPlace {
        chances = List.copyOf(chances);
    }

    /**
     * One action's.
     *
     * @param first probability of rank 1 in the main arm
     * @param byChance probability of rank 1 in the control arm
     * @param propensity probability that the customer accepts if it is proposed
     */
    public record Chance(String action, double first, double byChance, double propensity) {}

    /** An action's, null when it did not pass. */
    public @Nullable Chance of(String action) {
        for (Chance each : chances) {
            if (each.action.equals(action)) {
                return each;
            }
        }
        return null;
    }
}
