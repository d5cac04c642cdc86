package org.attune.catalog;

/**
 * What answers to an action mean.
 *
 * @param days how long an offer that was shown waits for an answer, 1 to 365; after that it is expired, which teaches nothing
 * @param fulfilledReward what a fulfilled acceptance teaches on top of the acceptance, 0 (nothing) to 1 (as much again). Above 0
 *     the propensity leans toward acceptances that come to something
 */
public record AnswerTerms(int days, double fulfilledReward) {

    /** What holds where an action says nothing. */
    public static final AnswerTerms USUAL = new AnswerTerms(30, 0);
}
