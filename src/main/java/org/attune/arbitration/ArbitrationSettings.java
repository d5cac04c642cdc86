package org.attune.arbitration;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;

/**
 * How the list is put in order.
 *
 * @param controlShare share of customers per month whose list is ranked at random, 0..0.2
 * @param exploration scale of posterior sampling, 0 (none) to 1
 * @param top how many recommendations at most, 1..10
 * @param thresholds of "propose nothing" in situations where the issue's own is not the right one
 */
public record ArbitrationSettings(
        Factors factors,
        double controlShare,
        double exploration,
        int top,
        List<ContextWeight> contextWeights,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<NoneThreshold> thresholds) {
    /** Settings of a new installation. */
    public static final ArbitrationSettings DEFAULT = new ArbitrationSettings(Factors.ALL, 0.02, 0.5, 3, List.of());

    public ArbitrationSettings {
        factors = factors == null ? Factors.ALL : factors;
        contextWeights = contextWeights == null ? List.of() : List.copyOf(contextWeights);
        thresholds = thresholds == null ? List.of() : List.copyOf(thresholds);
    }

    /** Settings with the issues' own thresholds only. */
    public ArbitrationSettings(
            Factors factors, double controlShare, double exploration, int top, List<ContextWeight> contextWeights) {
        this(factors, controlShare, exploration, top, contextWeights, List.of());
    }
}
