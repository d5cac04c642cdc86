package org.attune.simulation.engine;

import java.util.Map;

/** A way of choosing whose probabilities are known, so that it can be judged on a log that somebody else wrote. */
public interface Policy {

    /**
     * How probable each action is.
     *
     * @param row number of the row in the log: the seed of what is drawn
     * @return by action; they sum to 1
     */
    double[] probabilities(long row, Map<String, Object> context);

    /**
     * Learns what was logged.
     *
     * @param propensity with which the action was taken
     * @param reward 0 to 1
     */
    void learn(long row, Map<String, Object> context, int action, double propensity, double reward);
}
