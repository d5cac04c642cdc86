package org.attune.history;

import org.jspecify.annotations.Nullable;

/**
 * One action as a decision ranked it.
 *
 * @param action action key, {@code none} for "propose nothing"
 * @param rank 1 is first; NONE has rank 0
 * @param propensity probability that the customer accepts if it is proposed, posterior mean
 * @param sampled the propensity that counted in the ranking; equal to propensity without exploration
 * @param priority what the list was ordered by
 * @param selectionProbability probability that the randomised ranking put this action at rank 1
 * @param startingPropensity the prior at that moment, frozen for the learner
 * @param answerDays how long it waits for an answer once it is shown, from the decision on; then it is expired
 * @param fulfilledReward what a fulfilled acceptance teaches on top of the acceptance, 0 to 1
 */
public record Offer(
        String action,
        String issue,
        String group,
        int rank,
        @Nullable String treatment,
        double propensity,
        double sampled,
        double priority,
        double selectionProbability,
        double startingPropensity,
        int answerDays,
        double fulfilledReward) {

    /** An offer whose answers mean what is usual: 30 days to answer, nothing more for a fulfilled one. */
    public Offer(
            String action,
            String issue,
            String group,
            int rank,
            @Nullable String treatment,
            double propensity,
            double sampled,
            double priority,
            double selectionProbability,
            double startingPropensity) {
        this(
                action,
                issue,
                group,
                rank,
                treatment,
                propensity,
                sampled,
                priority,
                selectionProbability,
                startingPropensity,
                30,
                0);
    }
}
