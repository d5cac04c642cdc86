package org.attune.history;

/**
 * How deciding went lately, on all nodes.
 *
 * @param decisions how many were written down
 * @param medianMillis half of them took at most so long, NaN when there were none
 * @param p99Millis 99 of 100 took at most so long, NaN when there were none
 */
public record DecisionPace(long decisions, double medianMillis, double p99Millis) {}
