package org.attune.interaction;

import java.time.Instant;
import java.util.UUID;
import org.attune.kernel.Channel;
import org.attune.kernel.CustomerId;
import org.attune.kernel.InteractionId;
import org.jspecify.annotations.Nullable;

/**
 * A conversation.
 *
 * @param customer null while nobody knows who is calling
 * @param agent user name of the agent concerned
 * @param reason reason of call, empty when unknown
 * @param source {@code search}, {@code demo}, {@code telephony}
 * @param caller number of the customer as E.164, or as the telephone system wrote it; null when withheld
 */
public record Interaction(
        InteractionId id,
        @Nullable CustomerId customer,
        String agent,
        Channel channel,
        String reason,
        State state,
        String source,
        @Nullable String caller,
        Instant openedAt,
        @Nullable Instant answeredAt,
        @Nullable Instant closedAt,
        Line line) {
    /** Where the conversation is; it only moves on. */
    public enum State {
        RINGING,
        TALKING,
        WRAP_UP,
        CLOSED
    }

    /**
     * What the telephone says about it.
     *
     * @param call the call it is a part of, null when it is not on the telephone
     * @param part how often the call has come to this agent, from 1
     * @param outbound whether the agent called
     * @param queue where the caller waited, empty when unknown
     * @param heldSince since when the customer is on hold, null when not
     * @param hungUpAt when the line went, for this agent; null while it is there
     * @param cameFrom the agent who passed the call on to this one
     * @param wentTo the agent this one passed it on to, or who answered instead
     */
    public record Line(
            @Nullable UUID call,
            int part,
            boolean outbound,
            String queue,
            @Nullable Instant heldSince,
            @Nullable Instant hungUpAt,
            @Nullable String cameFrom,
            @Nullable String wentTo) {
        /** Of a conversation without a telephone. */
        public static final Line NONE = new Line(null, 1, false, "", null, null, null, null);
    }

    /** The customer of a conversation in which it is clear who that is; otherwise an IllegalStateException. */
    public CustomerId known() {
        if (customer == null) {
            throw new IllegalStateException("nobody knows yet who is calling in " + id);
        }
        return customer;
    }

    /** Whether it is on the telephone and somebody is on the line. */
    public boolean onTheLine() {
        return line.call() != null && state == State.TALKING;
    }

    /** The same in another state. */
    Interaction moved(State next, @Nullable Instant answered, @Nullable Instant closed) {
        return new Interaction(
                id, customer, agent, channel, reason, next, source, caller, openedAt, answered, closed, line);
    }

    /** The same about something else. */
    Interaction about(String other) {
        return new Interaction(
                id, customer, agent, channel, other, state, source, caller, openedAt, answeredAt, closedAt, line);
    }

    /** The same with another customer, or with nobody known. */
    Interaction with(@Nullable CustomerId other) {
        return new Interaction(
                id, other, agent, channel, reason, state, source, caller, openedAt, answeredAt, closedAt, line);
    }

    /** The same with other news of the line. */
    Interaction on(Line other, @Nullable String number) {
        return new Interaction(
                id, customer, agent, channel, reason, state, source, number, openedAt, answeredAt, closedAt, other);
    }
}
