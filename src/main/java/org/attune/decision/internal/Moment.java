package org.attune.decision.internal;

import java.time.LocalDate;
import java.util.List;
import org.attune.arbitration.engine.Draws;
import org.attune.customer.AttributeDictionary;
import org.attune.customer.CustomerContext;
import org.attune.decision.DecisionRequest;
import org.attune.history.PastOffer;
import org.attune.kernel.DecisionId;
import org.attune.strategy.Strategy;

/**
 * Everything one decision is made from, and nothing else.
 *
 * @param guarded whether the customer is protected: no exploration then
 * @param control whether the customer is in the control group this month
 */
public record Moment(
        DecisionId id,
        DecisionRequest request,
        CustomerContext customer,
        List<PastOffer> past,
        AttributeDictionary dictionary,
        Strategy strategy,
        LocalDate today,
        boolean guarded,
        boolean control) {
    /** The seed of every draw in this decision: it comes from the id, so that a replay draws the same numbers. */
    public long seed() {
        return Draws.seed(id.value().getMostSignificantBits(), id.value().getLeastSignificantBits());
    }

    /** The arm's name. */
    public String arm() {
        return control ? "control" : "main";
    }
}
