package org.attune.telephony;

import java.time.Instant;
import org.attune.interaction.Handover;
import org.attune.telephony.engine.Step.Kind;
import org.jspecify.annotations.Nullable;

/**
 * Something the telephone system tells about a call.
 *
 * @param source the system that tells; with {@code id} it names the event
 * @param call the call, as the system names it
 * @param agent whom it concerns, as the system names them; see {@link AgentNames}
 */
public record CallEvent(
        String source,
        String id,
        Kind kind,
        String call,
        Instant at,
        @Nullable String agent,
        Facts facts,
        Handover handover) {

    /**
     * What an event tells about the call itself; null for what it does not say.
     *
     * @param outbound whether the agent called; null counts as no
     * @param from number that calls, in any usual writing
     * @param to number that is called
     * @param customer reference of the customer, where the system knows it
     * @param verified whether the caller has proved who they are, for instance by a code
     */
    public record Facts(
            @Nullable Boolean outbound,
            @Nullable String from,
            @Nullable String to,
            @Nullable String queue,
            @Nullable String reason,
            @Nullable String customer,
            @Nullable Boolean verified) {
        /** Nothing. */
        public static final Facts NONE = new Facts(null, null, null, null, null, null);

        /** Facts that say nothing about the proof of who is calling. */
        public Facts(
                @Nullable Boolean outbound,
                @Nullable String from,
                @Nullable String to,
                @Nullable String queue,
                @Nullable String reason,
                @Nullable String customer) {
            this(outbound, from, to, queue, reason, customer, null);
        }

        /** An incoming call from a number. */
        public static Facts from(@Nullable String number) {
            return new Facts(false, number, null, null, null, null);
        }

        /** What this does not say is taken from earlier. */
        public Facts after(Facts earlier) {
            return new Facts(
                    earlier.outbound != null ? earlier.outbound : outbound,
                    earlier.from != null ? earlier.from : from,
                    earlier.to != null ? earlier.to : to,
                    queue != null ? queue : earlier.queue,
                    reason != null ? reason : earlier.reason,
                    customer != null ? customer : earlier.customer,
                    verified != null ? verified : earlier.verified);
        }

        /** The number at the customer's end. */
        public @Nullable String number() {
            return Boolean.TRUE.equals(outbound) ? to : from;
        }
    }
}
