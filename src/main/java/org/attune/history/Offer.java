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
        double startingPropensity) {}
