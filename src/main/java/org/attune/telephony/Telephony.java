package org.attune.telephony;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.attune.customer.CustomerSummary;
import org.attune.customer.Customers;
import org.attune.interaction.CallPart;
import org.attune.interaction.Calls;
import org.attune.interaction.Floor;
import org.attune.interaction.Handover;
import org.attune.interaction.Interaction.Line;
import org.attune.interaction.Interaction.State;
import org.attune.kernel.CustomerId;
import org.attune.platform.NodeMail;
import org.attune.telephony.CallEvent.Facts;
import org.attune.telephony.engine.Course;
import org.attune.telephony.engine.Part;
import org.attune.telephony.engine.Step.Kind;
import org.attune.telephony.internal.CallStore;
import org.attune.telephony.internal.CallStore.Told;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Takes in what telephone systems tell, each event once on all nodes, and lets the agents' conversations follow. Events may come
 * late, twice and in any order: where a call is follows from all that is known of it, see {@link Course}.
 */
@Service
public class Telephony {
    /** Who tells of the calls of the live demo. */
    public static final String DEMO = "urn:attune:demo";

    /** As many calls as can go on at once, see {@link Floor#open}. */
    private static final int MOST = 2000;

    private static final int BATCH = 100;

    private final CallStore store;
    private final AgentNames agents;
    private final Customers customers;
    private final Calls calls;
    private final Floor floor;
    private final TransactionTemplate transaction;
    private final NodeMail mail;
    private final ApplicationEventPublisher news;
    private final Clock clock;

    Telephony(
            CallStore store,
            AgentNames agents,
            Customers customers,
            Calls calls,
            Floor floor,
            TransactionTemplate transaction,
            NodeMail mail,
            ApplicationEventPublisher news,
            Clock clock) {
        this.store = store;
        this.agents = agents;
        this.customers = customers;
        this.calls = calls;
        this.floor = floor;
        this.transaction = transaction;
        this.mail = mail;
        this.news = news;
        this.clock = clock;
    }

    /** Takes an event in. When this returns, the agent's conversation is where the event has brought it. */
    public Receipt take(CallEvent event) {
        String agent = agents.agent(event.agent());
        boolean concerns = event.kind() == Kind.RINGING || event.kind() == Kind.ANSWERED;
        if (agent == null && event.agent() != null && concerns) {
            return Receipt.rejected(event.id(), "No agent here is named '" + event.agent() + "'.");
        }
        Optional<Receipt> receipt = transaction.execute(status -> {
            Optional<Receipt> taken = Optional.ofNullable(taken(event, agent));
            if (taken.isEmpty()) {
                status.setRollbackOnly();
            } else {
                mail.tell(Queues.TOPIC, "");
            }
            return taken;
        });
        if (receipt != null && receipt.isPresent()) {
            news.publishEvent(new QueuesChanged());
        }
        return Objects.requireNonNull(receipt).orElseGet(() -> Receipt.duplicate(event.id()));
    }

    /** Ends calls of which nothing was heard: those somebody talks in since one time, all others since another. */
    public int endSilent(Instant talkingSince, Instant otherSince) {
        List<CallStore.Silent> quiet = store.silent(talkingSince, otherSince, MOST);
        // Somebody may have taken a call at the desk while "answered" was lost: they talk all the same.
        Map<UUID, Boolean> taken =
                floor.taken(quiet.stream().map(CallStore.Silent::id).toList());
        List<CallStore.Silent> silent = quiet.stream()
                .filter(each ->
                        !taken.getOrDefault(each.id(), false) || each.heardAt().isBefore(talkingSince))
                .limit(BATCH)
                .toList();
        for (CallStore.Silent each : silent) {
            take(new CallEvent(
                    each.source(),
                    "attune:lost:" + each.id(),
                    Kind.LOST,
                    each.subject(),
                    clock.instant(),
                    null,
                    Facts.NONE,
                    Handover.NONE));
        }
        return silent.size();
    }

    /** Forgets calls that ended before. */
    public int forget(Instant endedBefore) {
        return store.forget(endedBefore);
    }

    private @Nullable Receipt taken(CallEvent event, @Nullable String agent) {
        Instant now = clock.instant();
        // A clock that runs ahead must not put an event behind those that follow it.
        Instant at = (event.at().isAfter(now) ? now : event.at()).truncatedTo(ChronoUnit.MICROS);
        CallEvent kept = new CallEvent(
                event.source(),
                event.id(),
                event.kind(),
                event.call(),
                at,
                event.agent(),
                event.facts(),
                event.handover());
        UUID call = store.lock(event.source(), event.call(), now);
        if (!store.add(call, kept, agent, now)) {
            return null;
        }
        List<Told> told = store.told(call);
        boolean late = Course.of(told.stream()
                                .map(Told::step)
                                .filter(step -> !step.id().equals(event.id()))
                                .toList())
                        .end()
                != null;
        Course course = Course.of(told.stream().map(Told::step).toList());
        store.settle(call, now, course.talking(), course.end());
        calls.handOver(call, event.handover());
        follow(event.source(), call, course, told);
        return Receipt.accepted(event.id(), detail(late, event, agent, course));
    }

    private static @Nullable String detail(boolean late, CallEvent event, @Nullable String agent, Course course) {
        if (late) {
            return "The call had ended before; it stays so.";
        }
        if (event.kind() == Kind.RINGING && agent == null) {
            return "No agent is named yet: it shows on nobody's desk.";
        }
        return course.parts().isEmpty() && course.end() == null ? "It shows on nobody's desk yet." : null;
    }

    private void follow(String source, UUID call, Course course, List<Told> told) {
        Facts facts = Facts.NONE;
        for (Told each : told) {
            facts = each.facts().after(facts);
        }
        String number = number(facts.number());
        CustomerId customer = course.parts().isEmpty() ? null : customer(facts, number);
        boolean outbound = Boolean.TRUE.equals(facts.outbound());
        for (Part part : course.parts()) {
            calls.follow(new CallPart(
                    part.agent(),
                    State.valueOf(part.place().name()),
                    customer,
                    facts.reason() == null ? "" : facts.reason(),
                    source.equals(DEMO) ? "demo" : "telephony",
                    number,
                    part.began(),
                    part.answered(),
                    course.end() == null,
                    new Line(
                            call,
                            part.number(),
                            outbound,
                            facts.queue() == null ? "" : facts.queue(),
                            part.heldSince(),
                            part.ended(),
                            part.cameFrom(),
                            part.wentTo()),
                    Boolean.TRUE.equals(facts.verified())));
        }
    }

    /** The one who is meant, or who alone has the number; null when nobody or more than one. */
    private @Nullable CustomerId customer(Facts facts, @Nullable String number) {
        if (facts.customer() != null) {
            CustomerId meant = customers.idOf(facts.customer());
            if (meant != null) {
                return meant;
            }
        }
        List<CustomerSummary> found = number == null ? List.of() : customers.calledOn(number);
        return found.size() == 1 ? found.getFirst().id() : null;
    }

    /** In E.164 where it is a number that can be dialled, as written where it is a short one, null when withheld. */
    private @Nullable String number(@Nullable String told) {
        if (told == null) {
            return null;
        }
        String bare = told.replaceFirst("^(tel:|sips?:)", "")
                .replaceFirst("[@;].*$", "")
                .strip();
        String full = customers.phone(bare);
        return full != null ? full : bare.matches("[+0-9*#]{2,20}") ? bare : null;
    }
}
