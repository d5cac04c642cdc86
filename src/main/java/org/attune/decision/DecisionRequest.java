package org.attune.decision;

import java.util.Map;
import org.attune.kernel.Channel;
import org.attune.kernel.CustomerId;
import org.attune.kernel.InteractionId;
import org.attune.kernel.Language;
import org.attune.kernel.Tone;
import org.jspecify.annotations.Nullable;

/**
 * Asks for the next best actions.
 *
 * @param reason reason of call, empty when unknown
 * @param language null for the customer's own
 * @param tone null for the customer's preference
 * @param max at most so many recommendations, null for the strategy's setting
 * @param context more live context, readable in rules as {@code context['key']}; under {@link #TRIED} a list of actions that were
 *     tried before this conversation, by a bot say, and came to an end: they are left out, unless they are mandatory
 */
public record DecisionRequest(
        CustomerId customer,
        Channel channel,
        String reason,
        @Nullable Language language,
        @Nullable Tone tone,
        @Nullable Integer max,
        Map<String, Object> context,
        @Nullable InteractionId interaction) {
    /** Key of the context under which actions stand that were tried already. */
    public static final String TRIED = "tried";

    /** A request with the usual defaults. */
    public static DecisionRequest of(CustomerId customer, Channel channel, String reason) {
        return new DecisionRequest(customer, channel, reason, null, null, null, Map.of(), null);
    }
}
