package org.attune.learning;

import java.util.Map;
import org.attune.learning.engine.Roster;

/**
 * What the challenger needs to judge a decision that was taken: everything but the propensities is as the champion had it.
 *
 * @param candidates numbers in the roster of those that stood for arbitration
 * @param propensity of each by the champion, posterior mean
 * @param factor of each: context x value x lever
 * @param threshold of each: below this propensity it is not proposed
 */
public record Ballot(
        Roster roster,
        Map<String, Object> situation,
        int[] candidates,
        double[] propensity,
        double[] factor,
        double[] threshold) {}
