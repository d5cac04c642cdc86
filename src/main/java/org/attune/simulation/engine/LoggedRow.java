package org.attune.simulation.engine;

import java.util.Map;

/**
 * One decision of somebody else's log.
 *
 * @param context what was known
 * @param action number of the action that was taken
 * @param propensity probability with which it was taken, above 0 and at most 1
 * @param reward what it brought
 */
public record LoggedRow(Map<String, Object> context, int action, double propensity, double reward) {

    /** @throws IllegalArgumentException for an impossible propensity or a reward that is no number */
    public LoggedRow {
        if (!(propensity > 0 && propensity <= 1) || !Double.isFinite(reward)) {
            throw new IllegalArgumentException("A propensity lies above 0 and up to 1, a reward is a number");
        }
    }
}
