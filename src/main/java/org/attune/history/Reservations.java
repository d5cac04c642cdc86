package org.attune.history;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.attune.history.internal.PlaceClaims;
import org.attune.history.internal.PlaceKeeper;
import org.attune.kernel.Channel;
import org.attune.kernel.CustomerId;
import org.attune.kernel.DecisionId;
import org.attune.kernel.InteractionId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/**
 * Places under limits and supplies. A decision claims one for each action it proposes; the place is held for a while, taken when the
 * action is presented (limit) or accepted (supply), and given back when it is not offered, declined or nobody answers in time. Two
 * conversations never hold the same place, however many decide at once.
 */
@Service
public class Reservations {
    private final PlaceClaims claims;
    private final PlaceKeeper keeper;

    Reservations(PlaceClaims claims, PlaceKeeper keeper) {
        this.claims = claims;
        this.keeper = keeper;
    }

    /**
     * Who claims.
     *
     * @param conversation the same conversation keeps its places when it decides again; null: the decision stands alone
     */
    public record Claimant(
            DecisionId decision,
            @Nullable InteractionId conversation,
            CustomerId customer,
            Channel channel,
            Instant at) {
        /** Whose places they are. */
        public UUID holder() {
            return conversation == null ? decision.value() : conversation.value();
        }
    }

    /**
     * One action that needs a place.
     *
     * @param amount EUR it costs
     */
    public record Claim(String action, Quota quota, BigDecimal amount) {}

    /** A claim that found no place, and why. */
    public record Refused(Claim claim, Standing standing) {}

    /**
     * Claims places for what a decision is about to propose, in order of rank: all of them or none. Call it in the transaction that
     * writes the decision; from here to its end others wait who claim the same.
     *
     * @return what found no place; empty when everything is reserved
     */
    public List<Refused> claim(Claimant claimant, List<Claim> wanted) {
        return claims.claim(claimant, wanted);
    }

    /** How supplies stand now, by key; those nobody has drawn on yet are fresh. Reads only. */
    public Map<String, Standing> supplies(Collection<String> keys) {
        return claims.supplies(keys);
    }

    /** Gives back whatever a conversation still holds, because it has ended. */
    public void giveBack(InteractionId conversation) {
        keeper.giveBack(conversation.value());
    }
}
