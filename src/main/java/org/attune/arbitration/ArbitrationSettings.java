package org.attune.arbitration;

import java.util.List;

/**
 * How the list is put in order.
 *
 * @param controlShare share of customers per month whose list is ranked at random, 0..0.2
 * @param exploration scale of posterior sampling, 0 (none) to 1
 * @param top how many recommendations at most, 1..10
 */
public record ArbitrationSettings(
        Factors factors, double controlShare, double exploration, int top, List<ContextWeight> contextWeights) {
    /** Settings of a new installation. */
    public static final ArbitrationSettings DEFAULT = new ArbitrationSettings(Factors.ALL, 0.02, 0.5, 3, List.of());

    public ArbitrationSettings {
        factors = factors == null ? Factors.ALL : factors;
        contextWeights = contextWeights == null ? List.of() : List.copyOf(contextWeights);
    }
}
