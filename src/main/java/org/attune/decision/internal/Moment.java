package org.attune.decision.internal;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.UUID;
import org.attune.arbitration.engine.Draws;
import org.attune.customer.AttributeDictionary;
import org.attune.customer.CustomerContext;
import org.attune.decision.DecisionRequest;
import org.attune.history.PastOffer;
import org.attune.kernel.DecisionId;
import org.attune.kernel.InteractionId;
import org.attune.policy.Rejection;
import org.attune.strategy.Strategy;

/**
 * Everything one decision is made from, and nothing else.
 *
 * @param today the local day
 * @param situation what the models may read
 * @param guarded whether the customer is protected: no exploration then
 * @param control whether the customer is in the control group this month
 * @param refused actions that found no place under a limit or a constraint when this decision claimed one
 */
public record Moment(
        DecisionId id,
        DecisionRequest request,
        CustomerContext customer,
        List<PastOffer> past,
        AttributeDictionary dictionary,
        Strategy strategy,
        LocalDate today,
        SortedMap<String, Object> situation,
        boolean guarded,
        boolean control,
        Map<String, Rejection> refused) {
    /**
     * The seed of every draw in this decision. Within one conversation it stays the same, so that deciding again because
     * something happened does not shuffle the list for no reason; otherwise it comes from the decision's id. It is recorded, so
     * that a replay draws the same numbers.
     */
    public long seed() {
        InteractionId conversation = request.interaction();
        UUID from = conversation == null ? id.value() : conversation.value();
        return Draws.seed(from.getMostSignificantBits(), from.getLeastSignificantBits());
    }

    /** The same moment with other refusals. */
    public Moment refusing(Map<String, Rejection> others) {
        return new Moment(
                id, request, customer, past, dictionary, strategy, today, situation, guarded, control, others);
    }

    /** The same moment under another strategy; refusals belonged to the old one. */
    public Moment under(Strategy other) {
        return new Moment(id, request, customer, past, dictionary, other, today, situation, guarded, control, Map.of());
    }

    /** The same moment in the main arm under another strategy; what found no place then finds none now. */
    public Moment inMainArm(Strategy other) {
        return new Moment(id, request, customer, past, dictionary, other, today, situation, guarded, false, refused);
    }

    /** The arm's name. */
    public String arm() {
        return control ? "control" : "main";
    }
}
