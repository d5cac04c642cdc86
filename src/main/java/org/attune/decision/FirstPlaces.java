package org.attune.decision;

import java.util.List;

/**
 * One recorded moment under several strategies.
 *
 * @param controlShare share of customers that were in the control group then, 0 for a customer who cannot be in it
 * @param recorded under the revision that decided
 * @param others under the strategies that were asked about, in their order
 */
public record FirstPlaces(double controlShare, FirstPlace recorded, List<FirstPlace> others) {
    public FirstPlaces {
        others = List.copyOf(others);
    }
}
