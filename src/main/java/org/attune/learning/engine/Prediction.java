package org.attune.learning.engine;

/**
 * What the model believes about one action for one customer.
 *
 * @param propensity probability that the customer accepts if it is proposed, 0 to 1 exclusive: the posterior mean
 * @param logit log-odds of {@code propensity}
 * @param variance variance, on the logit scale, of the part that exploration may sample: group and action
 * @param evidence answers this action's model has learned from, 0 for a new action
 */
public record Prediction(double propensity, double logit, double variance, long evidence) {}
