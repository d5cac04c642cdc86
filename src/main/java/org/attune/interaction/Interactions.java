package org.attune.interaction;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.attune.interaction.Interaction.State;
import org.attune.interaction.internal.InteractionStore;
import org.attune.kernel.Channel;
import org.attune.kernel.ConflictException;
import org.attune.kernel.CustomerId;
import org.attune.kernel.InteractionId;
import org.attune.kernel.NotFoundException;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;

/** Opens, moves and closes conversations. Only the agent concerned sees one; for anybody else it does not exist. */
@Service
public class Interactions {
    private final InteractionStore store;
    private final ApplicationEventPublisher news;
    private final Clock clock;

    Interactions(InteractionStore store, ApplicationEventPublisher news, Clock clock) {
        this.store = store;
        this.news = news;
        this.clock = clock;
    }

    /** Opens a conversation the agent started by finding the customer; an open one with the same customer is resumed. */
    public Interaction open(String agent, CustomerId customer, Channel channel, String reason) {
        Optional<Interaction> known = openWith(agent, customer);
        if (known.isPresent()) {
            Interaction there = known.get();
            return there.state() == State.RINGING ? take(there.id(), agent) : there;
        }
        Instant now = clock.instant();
        Interaction opened = new Interaction(
                InteractionId.next(), customer, agent, channel, reason, State.TALKING, "search", null, now, now, null);
        store.insert(opened);
        news.publishEvent(new InteractionChanged(opened));
        return opened;
    }

    /** Rings at an agent's desk. */
    public Interaction ring(
            String agent, CustomerId customer, Channel channel, String reason, String source, @Nullable String caller) {
        Interaction ringing = new Interaction(
                InteractionId.next(),
                customer,
                agent,
                channel,
                reason,
                State.RINGING,
                source,
                caller,
                clock.instant(),
                null,
                null);
        store.insert(ringing);
        news.publishEvent(new CallRinging(ringing));
        return ringing;
    }

    /** The agent takes a ringing call; taking it twice changes nothing. A call that has ended is a ConflictException. */
    public Interaction take(InteractionId id, String agent) {
        Interaction now = get(id, agent);
        if (now.state() == State.TALKING) {
            return now;
        }
        if (now.state() != State.RINGING) {
            throw new ConflictException("This call has ended.");
        }
        return move(now, i -> with(i, State.TALKING, i.reason(), clock.instant(), null));
    }

    /** Changes the reason of call. */
    public Interaction changeReason(InteractionId id, String agent, String reason) {
        Interaction now = get(id, agent);
        if (now.reason().equals(reason)) {
            return now;
        }
        return move(now, i -> with(i, i.state(), reason, i.answeredAt(), i.closedAt()));
    }

    /** Ends the conversation; open offers stay as they are. Ending it twice changes nothing. */
    public Interaction close(InteractionId id, String agent) {
        Interaction now = get(id, agent);
        if (now.state() == State.CLOSED) {
            return now;
        }
        return move(now, i -> with(i, State.CLOSED, i.reason(), i.answeredAt(), clock.instant()));
    }

    /** The caller hangs up: ends a call that still rings. False when it does not ring any more. */
    public boolean withdraw(InteractionId id, String agent) {
        Interaction now = get(id, agent);
        if (now.state() != State.RINGING) {
            return false;
        }
        Interaction ended = with(now, State.CLOSED, now.reason(), null, clock.instant());
        if (!store.update(ended, State.RINGING)) {
            return false;
        }
        news.publishEvent(new InteractionChanged(ended));
        return true;
    }

    /** A conversation of this agent; anybody else's is a NotFoundException. */
    public Interaction get(InteractionId id, String agent) {
        return store.find(id, agent).orElseThrow(() -> new NotFoundException("conversation", id));
    }

    /** The agent's conversations that are not closed, oldest first. */
    public List<Interaction> open(String agent) {
        return store.open(agent);
    }

    /** The agent's open conversation with a customer, if any. */
    public Optional<Interaction> openWith(String agent, CustomerId customer) {
        return open(agent).stream().filter(i -> i.customer().equals(customer)).findFirst();
    }

    private Interaction move(Interaction now, UnaryOperator<Interaction> change) {
        Interaction next = change.apply(now);
        if (!store.update(next, now.state())) {
            throw new ConflictException("This conversation has moved on meanwhile. Look again.");
        }
        news.publishEvent(new InteractionChanged(next));
        return next;
    }

    private static Interaction with(
            Interaction i, State state, String reason, @Nullable Instant answered, @Nullable Instant closed) {
        return new Interaction(
                i.id(),
                i.customer(),
                i.agent(),
                i.channel(),
                reason,
                state,
                i.source(),
                i.caller(),
                i.openedAt(),
                answered,
                closed);
    }
}
