package org.attune.interaction;

import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.attune.interaction.Interaction.Line;
import org.attune.interaction.Interaction.State;
import org.attune.interaction.internal.HandoverStore;
import org.attune.interaction.internal.InteractionStore;
import org.attune.kernel.Channel;
import org.attune.kernel.CustomerId;
import org.attune.kernel.InteractionId;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;

/**
 * Lets conversations follow what the telephone system says. A conversation only moves on: what the agent has ended stays ended,
 * and a call that is over before anybody saw it opens nothing.
 */
@Service
public class Calls {
    private static final int TRIES = 5;

    private final InteractionStore store;
    private final HandoverStore handovers;
    private final ApplicationEventPublisher news;
    private final Clock clock;

    Calls(InteractionStore store, HandoverStore handovers, ApplicationEventPublisher news, Clock clock) {
        this.store = store;
        this.handovers = handovers;
        this.news = news;
        this.clock = clock;
    }

    /** Brings the agent's conversation to where this part of the call is. Telling the same again changes nothing. */
    public void follow(CallPart part) {
        UUID call = Objects.requireNonNull(part.line().call());
        for (int tries = 0; tries < TRIES; tries++) {
            Interaction known =
                    store.part(call, part.agent(), part.line().part()).orElse(null);
            if (known == null) {
                open(call, part);
                return;
            }
            Interaction next = next(known, part);
            boolean proved = proved(next, part);
            if (next.equals(known)) {
                if (proved) {
                    news.publishEvent(new InteractionChanged(next));
                }
                return;
            }
            if (store.update(next, known.state())) {
                news.publishEvent(new InteractionChanged(next));
                return;
            }
            // The agent has clicked in this very moment: look again.
        }
    }

    /** Keeps that the telephone system knows who is calling, if it is told for the first time about the customer it means. */
    private boolean proved(Interaction conversation, CallPart part) {
        if (!part.verified() || part.customer() == null || !part.customer().equals(conversation.customer())) {
            return false;
        }
        Map<String, String> step = store.step(conversation.id(), conversation.agent());
        if (step.containsKey(Verified.STEP)) {
            return false;
        }
        Map<String, String> proved = new HashMap<>(step);
        proved.put(Verified.STEP, new Verified(Verified.TELEPHONE, clock.instant()).kept());
        store.remember(conversation.id(), conversation.agent(), proved);
        return true;
    }

    /** Keeps what a bot told; the latest that is not empty counts. */
    public void handOver(UUID call, Handover handover) {
        if (!handover.nothing()) {
            handovers.put(call, handover, clock.instant());
        }
    }

    private void open(UUID call, CallPart part) {
        // A call that is over opens nothing. One that went on to a colleague still has to be finished by who had it.
        if (part.state() == State.CLOSED || !part.goesOn()) {
            return;
        }
        // Who passes a call on also passes on who is calling and what it is about.
        Interaction before =
                part.line().cameFrom() == null ? null : store.latest(call).orElse(null);
        CustomerId customer = before == null || before.customer() == null ? part.customer() : before.customer();
        String reason = before == null || before.reason().isEmpty() ? part.reason() : before.reason();
        Interaction opened = new Interaction(
                InteractionId.next(),
                customer,
                part.agent(),
                Channel.CALL_CENTER,
                reason,
                part.state(),
                part.source(),
                part.caller(),
                part.openedAt(),
                part.answeredAt(),
                null,
                part.line());
        store.insert(opened);
        if (before != null) {
            store.remember(opened.id(), opened.agent(), store.step(before.id(), before.agent()));
        }
        proved(opened, part);
        news.publishEvent(opened.state() == State.RINGING ? new CallRinging(opened) : new InteractionChanged(opened));
    }

    private Interaction next(Interaction known, CallPart part) {
        if (known.state() == State.CLOSED) {
            return known;
        }
        State state = part.state().compareTo(known.state()) > 0 ? part.state() : known.state();
        if (part.state() == State.CLOSED
                && known.state() == State.TALKING
                && part.line().wentTo() == null) {
            state = part.answeredAt() == null ? State.WRAP_UP : State.CLOSED;
        }
        Line told = part.line();
        Line line = new Line(
                told.call(),
                told.part(),
                told.outbound(),
                told.queue(),
                state == State.TALKING ? told.heldSince() : null,
                told.hungUpAt(),
                told.cameFrom(),
                told.wentTo());
        Interaction next = known.on(line, part.caller() == null ? known.caller() : part.caller());
        if (next.customer() == null
                && part.customer() != null
                && !store.step(known.id(), known.agent()).containsKey(Interactions.LEFT_UNKNOWN)) {
            next = next.with(part.customer());
        }
        if (next.reason().isEmpty()) {
            next = next.about(part.reason());
        }
        return next.moved(
                state,
                known.answeredAt() == null ? part.answeredAt() : known.answeredAt(),
                state == State.CLOSED ? closed(part) : null);
    }

    private Instant closed(CallPart part) {
        Instant hungUp = part.line().hungUpAt();
        return hungUp == null ? clock.instant() : hungUp;
    }
}
