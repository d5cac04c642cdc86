package org.attune.simulation.engine;

import java.util.Map;

/** Somebody who ranks actions for a customer and may learn from the answers. */
public interface Chooser {

    /**
     * What was ranked for one customer.
     *
     * @param ranked numbers of actions, best first; at least one
     * @param probability that the first came first, above 0 and at most 1
     */
    record Choice(int[] ranked, double probability) {}

    /**
     * Ranks the available actions.
     *
     * @param decision number of the decision, from 0
     * @param customer what may be known
     * @param available numbers of actions, those that exist now
     * @param count how many of them there are
     */
    Choice choose(long decision, Map<String, Object> customer, int[] available, int count);

    /** Learns an answer to an action that was proposed. The default learns nothing. */
    default void learn(long decision, Map<String, Object> customer, Choice choice, int action, boolean accepted) {}
}
