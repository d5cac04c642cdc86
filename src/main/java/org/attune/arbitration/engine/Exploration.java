package org.attune.arbitration.engine;

/**
 * How a decision tries things out, so that the models hear about actions they would otherwise leave alone. Both ways are
 * functions of the decision's seed and of what the models believe at that moment, so a replay draws the same; and both know
 * the probability of what they did, which off-policy estimates need.
 *
 * <p>Who may not be experimented on (protected customers) gets {@link #NONE}.
 */
public sealed interface Exploration permits PosteriorSampling, InverseGap {

    /** No chance at all: the best comes first. */
    Exploration NONE = new PosteriorSampling(0);

    /**
     * The propensity that counts in the priority, unless {@link #settle} changes it.
     *
     * @param logit mean log-odds
     * @param deviation standard deviation of the belief about the explored part, on the logit scale
     * @param evidence answers by which the model counts as settled
     * @param candidates how many compete in this decision
     * @param seed of decision and action
     * @return 0 to 1
     */
    double propensity(double logit, double deviation, long evidence, int candidates, long seed);

    /**
     * How probable each candidate's coming first is.
     *
     * @param field the candidates, in the order that decides ties
     * @param room buffers of this thread
     * @param chance receives the chances; they sum to 1 unless there are no candidates
     */
    void chances(Field field, SelectionProbability room, double[] chance);

    /**
     * Puts first who was drawn to come first, where that is drawn directly: whoever would stand before that candidate counts in
     * the ranking with just too little to do so. Nothing is changed where the drawn propensities already say who comes first.
     *
     * @param chance what {@link #chances} filled in
     * @param seed of the decision
     * @param propensity what counts in the priorities, by candidate; changed in place
     */
    void settle(Field field, double[] chance, long seed, double[] propensity);

    /**
     * The candidates of one decision, as exploration sees them. The arrays may be longer than {@code n}.
     *
     * @param n how many
     * @param mandatory whether each stands in the mandatory band; when one does, nobody else can come first
     * @param logit mean log-odds; {@link Double#POSITIVE_INFINITY} counts as propensity 1
     * @param deviation standard deviation of the belief about the explored part, on the logit scale
     * @param weight product of the other factors of priority, 0 or more
     * @param evidence answers by which each model counts as settled
     */
    record Field(int n, boolean[] mandatory, double[] logit, double[] deviation, double[] weight, long[] evidence) {}
}
