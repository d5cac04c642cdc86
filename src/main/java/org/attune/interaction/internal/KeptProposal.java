package org.attune.interaction.internal;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.attune.history.DecisionRecord;
import org.attune.history.Offer;
import org.attune.kernel.Channel;
import org.attune.kernel.CustomerId;
import org.attune.kernel.DecisionId;
import org.attune.kernel.InteractionId;
import org.jspecify.annotations.Nullable;

/** What was proposed from memory, as it is kept on the disk with the answer about it. */
public record KeptProposal(
        UUID decision,
        UUID customer,
        Instant at,
        String channel,
        String reason,
        @Nullable UUID interaction,
        long revision,
        Map<String, Object> situation,
        Offer offer) {
    public static KeptProposal of(DecisionRecord proposed) {
        InteractionId interaction = proposed.interaction();
        return new KeptProposal(
                proposed.id().value(),
                proposed.customer().value(),
                proposed.at(),
                proposed.channel().key(),
                proposed.reason(),
                interaction == null ? null : interaction.value(),
                proposed.revision(),
                proposed.situation(),
                proposed.offers().getFirst());
    }

    public DecisionRecord proposed() {
        return new DecisionRecord(
                new DecisionId(decision),
                new CustomerId(customer),
                at,
                Channel.of(channel),
                reason,
                interaction == null ? null : new InteractionId(interaction),
                revision,
                0,
                "import",
                0,
                0,
                true,
                situation,
                List.of(offer));
    }
}
