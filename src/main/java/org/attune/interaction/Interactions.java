package org.attune.interaction;

import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.attune.interaction.Interaction.Line;
import org.attune.interaction.Interaction.State;
import org.attune.interaction.internal.HandoverStore;
import org.attune.interaction.internal.InteractionStore;
import org.attune.kernel.Channel;
import org.attune.kernel.ConflictException;
import org.attune.kernel.CustomerId;
import org.attune.kernel.InteractionId;
import org.attune.kernel.LocalText;
import org.attune.kernel.NotFoundException;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;

/** Opens, moves and closes conversations. Only the agent concerned sees one; for anybody else it does not exist. */
@Service
public class Interactions {
    /** Step that says that the agent looked and leaves open who is calling. */
    static final String LEFT_UNKNOWN = "left-unknown";

    private final InteractionStore store;
    private final HandoverStore handovers;
    private final ApplicationEventPublisher news;
    private final Clock clock;

    Interactions(InteractionStore store, HandoverStore handovers, ApplicationEventPublisher news, Clock clock) {
        this.store = store;
        this.handovers = handovers;
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
                InteractionId.next(),
                customer,
                agent,
                channel,
                reason,
                State.TALKING,
                "search",
                null,
                now,
                now,
                null,
                Line.NONE);
        store.insert(opened);
        news.publishEvent(new InteractionChanged(opened));
        return opened;
    }

    /** The agent takes a ringing call; taking it twice changes nothing. A call that has ended is a ConflictException. */
    public Interaction take(InteractionId id, String agent) {
        Interaction now = get(id, agent);
        if (now.state() == State.TALKING) {
            return now;
        }
        if (now.state() != State.RINGING) {
            throw new ConflictException(new LocalText("This call has ended.", "Cet appel est terminé."));
        }
        return move(now, i -> i.moved(State.TALKING, clock.instant(), null));
    }

    /** Changes the reason of call. */
    public Interaction changeReason(InteractionId id, String agent, String reason) {
        Interaction now = get(id, agent);
        return now.reason().equals(reason) ? now : move(now, i -> i.about(reason));
    }

    /**
     * The agent says who is calling.
     *
     * @param customer null: somebody else than was thought, and it is left open who
     */
    public Interaction identify(InteractionId id, String agent, @Nullable CustomerId customer) {
        Interaction now = get(id, agent);
        if (now.state() == State.CLOSED) {
            throw new ConflictException(new LocalText("This call has ended.", "Cet appel est terminé."));
        }
        if (now.customer() != null && !now.customer().equals(customer)) {
            // What was said and proved belongs to the customer it was thought to be.
            store.remember(id, agent, Map.of());
        }
        if (customer == null) {
            remember(id, agent, LEFT_UNKNOWN, "yes");
        }
        return move(now, i -> i.with(customer));
    }

    /** Ends the conversation; open offers stay as they are. Ending it twice changes nothing. */
    public Interaction close(InteractionId id, String agent) {
        Interaction now = get(id, agent);
        return now.state() == State.CLOSED
                ? now
                : move(now, i -> i.moved(State.CLOSED, i.answeredAt(), clock.instant()));
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
        return open(agent).stream().filter(i -> customer.equals(i.customer())).findFirst();
    }

    /** What a bot told when it handed over the call of a conversation of this agent. */
    public Handover handover(Interaction conversation) {
        return conversation.line().call() == null
                ? Handover.NONE
                : handovers.of(conversation.line().call());
    }

    /**
     * Remembers where the agent stands in a conversation, so that a refresh, another window or a restart comes back to it.
     *
     * @param key such as {@code card}, {@code tone}
     * @param value null forgets it
     */
    public void remember(InteractionId id, String agent, String key, @Nullable String value) {
        Map<String, String> step = new HashMap<>(store.step(id, agent));
        String before = value == null ? step.remove(key) : step.put(key, value);
        if (before == null ? value != null : !before.equals(value)) {
            store.remember(id, agent, step);
        }
    }

    /** Whether, how and when the customer of a conversation has proved who they are; empty when not. */
    public Optional<Verified> verified(Interaction conversation) {
        return Optional.ofNullable(
                Verified.of(store.step(conversation.id(), conversation.agent()).get(Verified.STEP)));
    }

    /** The agent says whether the customer has proved who they are; who takes the call over sees it. */
    public void verify(InteractionId id, String agent, boolean proved) {
        Interaction now = get(id, agent);
        remember(id, agent, Verified.STEP, proved ? new Verified(agent, clock.instant()).kept() : Verified.NOT);
        news.publishEvent(new InteractionChanged(now));
    }

    /** Where the agent stands in a conversation, by key. */
    public Map<String, String> step(InteractionId id, String agent) {
        return store.step(id, agent);
    }

    private Interaction move(Interaction now, UnaryOperator<Interaction> change) {
        Interaction next = change.apply(now);
        if (!store.update(next, now.state())) {
            throw new ConflictException(new LocalText(
                    "This conversation has moved on meanwhile. Look again.",
                    "Cette conversation a avancé entre-temps. Regardez de nouveau."));
        }
        news.publishEvent(new InteractionChanged(next));
        return next;
    }
}
