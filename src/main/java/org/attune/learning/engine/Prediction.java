package org.attune.learning.engine;

/**
 * What the model believes about one action for one customer.
 *
 * @param propensity probability that the customer accepts if it is proposed, 0 to 1 exclusive: the posterior mean
 * @param logit log-odds of {@code propensity}
 * @param variance variance, on the logit scale, of the part that exploration may sample: what is learned about the action
 *     alone, or of the lowest level above an only child
 * @param evidence answers that what is known about the action alone rests on: 0 for a new action, and those since it was last learned
 *     anew, see {@link Change}
 */
public record Prediction(double propensity, double logit, double variance, long evidence) {}
