package org.attune.demo.internal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.attune.customer.CustomerContext;
import org.attune.customer.Customers;
import org.attune.interaction.DeskPresence;
import org.attune.interaction.Handover;
import org.attune.interaction.Interaction;
import org.attune.interaction.Interaction.State;
import org.attune.interaction.Interactions;
import org.attune.kernel.CustomerId;
import org.attune.kernel.Ids;
import org.attune.telephony.CallEvent;
import org.attune.telephony.CallEvent.Facts;
import org.attune.telephony.Telephony;
import org.attune.telephony.engine.Step.Kind;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.stereotype.Component;

/**
 * Rings calls of the demo's customers on desks where somebody sits and nobody is on the line, and gives up on those that nobody
 * takes: a telephone system like any other, that tells what happens. For one thread at a time.
 */
@Component
@ConditionalOnBooleanProperty("attune.demo")
class Ringer implements LivePulse.Desks {
    /** How {@link Interaction#source()} names its calls. */
    static final String SOURCE = "demo";

    static final Duration BETWEEN_CALLS = Duration.ofSeconds(25);
    static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration FIRST = Duration.ofSeconds(5);
    /** Nobody calls again before so many others have. */
    private static final int OTHERS_FIRST = 120;

    private final DeskPresence presence;
    private final Interactions interactions;
    private final Telephony telephony;
    private final Customers customers;
    private final Clock clock;
    private final Chance chance = new Chance(new Random());
    private final Map<String, Instant> lastBusy = new HashMap<>();
    /** The call that rings at an agent. */
    private final Map<String, String> calls = new HashMap<>();

    private final Deque<String> lately = new ArrayDeque<>();

    Ringer(DeskPresence presence, Interactions interactions, Telephony telephony, Customers customers, Clock clock) {
        this.presence = presence;
        this.interactions = interactions;
        this.telephony = telephony;
        this.customers = customers;
        this.clock = clock;
    }

    /** To be called about once a second. */
    @Override
    public void look() {
        Instant now = clock.instant();
        Set<String> present = presence.present();
        Set<String> agents = new HashSet<>(lastBusy.keySet());
        agents.addAll(present);
        for (String agent : agents) {
            List<Interaction> open = interactions.open(agent);
            if (open.stream()
                    .anyMatch(each ->
                            isOurs(each) && each.openedAt().plus(PATIENCE).isBefore(now))) {
                withdraw(agent);
            }
            boolean busy = open.stream().anyMatch(each -> each.state() != State.CLOSED); // also while it is wrapped up
            if (busy) {
                lastBusy.put(agent, now);
            } else if (!present.contains(agent)) {
                lastBusy.remove(agent);
            } else if (!lastBusy.computeIfAbsent(
                            agent, any -> now.minus(BETWEEN_CALLS).plus(FIRST))
                    .plus(BETWEEN_CALLS)
                    .isAfter(now)) {
                ring(agent, now);
            }
        }
    }

    /** Gives up on every call that still rings. */
    @Override
    public void hangUp() {
        for (String agent : Set.copyOf(lastBusy.keySet())) {
            if (interactions.open(agent).stream().anyMatch(Ringer::isOurs)) {
                withdraw(agent);
            }
        }
        lastBusy.clear();
    }

    private void ring(String agent, Instant now) {
        String ref = DemoSeed.ref(chance.between(0, DemoSeed.CUSTOMERS - 1));
        while (lately.contains(ref)) {
            ref = DemoSeed.ref(chance.between(0, DemoSeed.CUSTOMERS - 1));
        }
        lately.add(ref);
        if (lately.size() > OTHERS_FIRST) {
            lately.remove();
        }
        CustomerId id = customers.idOf(ref);
        if (id == null) {
            return;
        }
        CustomerContext customer = customers.context(id, now);
        String caller = customer.phones().isEmpty() ? null : customer.phones().getFirst();
        String reason = HiddenPreferences.load().reasonOfCall(customer, chance);
        String call = Ids.next().toString();
        calls.put(agent, call);
        tell(call, Kind.RINGING, agent, new Facts(false, caller, null, queue(reason), reason, ref));
        lastBusy.put(agent, now);
    }

    /** Where the caller waited; the queues of {@code wrapup.yaml}. */
    private static String queue(String reason) {
        return switch (reason) {
            case "billing", "payment" -> "billing";
            case "leaving" -> "retention";
            default -> "support";
        };
    }

    private void withdraw(String agent) {
        String call = calls.remove(agent);
        if (call != null) {
            tell(call, Kind.ENDED, null, Facts.NONE);
        }
    }

    private void tell(String call, Kind kind, @Nullable String agent, Facts facts) {
        telephony.take(new CallEvent(
                Telephony.DEMO, call + ":" + kind, kind, call, clock.instant(), agent, facts, Handover.NONE));
    }

    private static boolean isOurs(Interaction each) {
        return each.state() == State.RINGING && each.source().equals(SOURCE);
    }
}
