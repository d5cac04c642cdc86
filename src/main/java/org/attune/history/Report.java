package org.attune.history;

import java.time.Instant;
import org.attune.kernel.Channel;
import org.attune.kernel.CustomerId;
import org.attune.kernel.DecisionId;
import org.jspecify.annotations.Nullable;

/**
 * An agent did not offer an action because something is wrong with it.
 *
 * @param agent who reported it
 * @param reportedAt when it was recorded
 * @param settled null while nobody has seen to it
 */
public record Report(
        DecisionId decision,
        String action,
        String issue,
        CustomerId customer,
        Channel channel,
        Kind kind,
        String agent,
        Instant reportedAt,
        @Nullable Settled settled) {

    /** What is wrong. */
    public enum Kind {
        /** What Attune knows about the customer is not true: for those who look after the data. */
        WRONG_FACTS("wrong-facts"),
        /** It should not have been proposed to somebody in this situation: for those who look after the catalog. */
        INAPPROPRIATE("inappropriate");

        private final String reason;

        Kind(String reason) {
            this.reason = reason;
        }

        /** The reason of "not offered" that says so. */
        public String reason() {
            return reason;
        }

        static Kind of(String reason) {
            return reason.equals(WRONG_FACTS.reason) ? WRONG_FACTS : INAPPROPRIATE;
        }
    }

    /** Who has seen to it, when, and what came of it. */
    public record Settled(String who, Instant at, String note) {}
}
