package org.attune.simulation.engine;

import org.attune.arbitration.engine.Draws;

/**
 * The people between the list and the customer, who choose what to say. They mostly say the first; where they look further
 * down, they have a feeling for what would be accepted, so what is said is a biased selection of what was ranked.
 *
 * @param obedience probability that the first is said without a further thought, 0 to 1
 * @param feeling how strongly the others are chosen by the true log-odds, 0 for not at all
 * @param silence probability that nothing is said: the customer is upset, there is no time, 0 to 1
 */
public record Agents(double obedience, double feeling, double silence) {
    /** They say what comes first, always: the bare comparison of learners. */
    public static final Agents OBEDIENT = new Agents(1, 0, 0);

    /** People of flesh and blood. */
    public static final Agents HUMAN = new Agents(0.7, 1, 0.1);

    /** Nothing is said. */
    public static final int NOTHING = -1;

    /** @throws IllegalArgumentException for what is no probability */
    public Agents {
        if (!(obedience >= 0 && obedience <= 1 && silence >= 0 && silence <= 1)) {
            throw new IllegalArgumentException("Obedience and silence are probabilities");
        }
    }

    /**
     * The action that is said, or {@link #NOTHING}.
     *
     * @param ranked what is on the list
     * @param acceptance the truth, by action
     */
    int say(int[] ranked, double[] acceptance, Draws draws) {
        if (draws.uniform() < silence) {
            return NOTHING;
        }
        if (ranked.length == 1 || draws.uniform() < obedience) {
            return ranked[0];
        }
        double total = 0;
        for (int action : ranked) {
            total += appeal(acceptance[action]);
        }
        double left = draws.uniform() * total;
        for (int action : ranked) {
            left -= appeal(acceptance[action]);
            if (left < 0) {
                return action;
            }
        }
        return ranked[ranked.length - 1];
    }

    private double appeal(double p) {
        return StrictMath.pow(p / (1 - p), feeling);
    }
}
