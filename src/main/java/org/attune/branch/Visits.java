package org.attune.branch;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.attune.branch.Visit.Kind;
import org.attune.branch.Visit.State;
import org.attune.branch.internal.VisitStore;
import org.attune.customer.CustomerSummary;
import org.attune.customer.Customers;
import org.attune.interaction.Interaction;
import org.attune.interaction.InteractionChanged;
import org.attune.interaction.Interactions;
import org.attune.kernel.Channel;
import org.attune.kernel.ConflictException;
import org.attune.kernel.CustomerId;
import org.attune.kernel.Ids;
import org.attune.kernel.InvalidException;
import org.attune.kernel.LocalText;
import org.attune.kernel.NotFoundException;
import org.attune.platform.NodeMail;
import org.attune.platform.NodeMailArrived;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The queue of a branch. Who has an appointment is served at its time, walk-ins in the order in which they came; an appointment whose
 * time has come goes before walk-ins. Of two agents who call the same person one gets them.
 */
@Service
public class Visits {
    private static final String TOPIC = "visits";
    /** An appointment is due so much before its time, if the customer is there. */
    private static final Duration EARLY = Duration.ofMinutes(5);

    private final VisitStore store;
    private final Customers customers;
    private final Interactions interactions;
    private final NodeMail mail;
    private final ApplicationEventPublisher news;
    private final Clock clock;
    private final ZoneId zone;

    Visits(
            VisitStore store,
            Customers customers,
            Interactions interactions,
            NodeMail mail,
            ApplicationEventPublisher news,
            Clock clock,
            ZoneId zone) {
        this.store = store;
        this.customers = customers;
        this.interactions = interactions;
        this.mail = mail;
        this.news = news;
        this.clock = clock;
        this.zone = zone;
    }

    /** Somebody came without an appointment. */
    public Visit walkIn(String place, CustomerId customer, String reason) {
        Instant now = clock.instant();
        return add(place, Kind.WALK_IN, customer, reason, now, now, State.WAITING);
    }

    /**
     * Agrees on an appointment.
     *
     * @throws InvalidException a time that is over
     */
    public Visit book(String place, CustomerId customer, String reason, Instant at) {
        if (at.isBefore(clock.instant())) {
            throw new InvalidException("at", "That time is over.");
        }
        return add(place, Kind.APPOINTMENT, customer, reason, at, null, State.EXPECTED);
    }

    private Visit add(
            String place,
            Kind kind,
            CustomerId customer,
            String reason,
            Instant at,
            @Nullable Instant arrivedAt,
            State state) {
        CustomerSummary known = customers.summaries(List.of(customer)).get(customer);
        if (known == null) {
            throw new NotFoundException("customer", customer);
        }
        String name = callName(known.displayName());
        Visit visit = new Visit(Ids.next(), place, kind, customer, name, reason, at, arrivedAt, state, null, null);
        store.insert(visit);
        changed(place);
        return visit;
    }

    /** The customer of an appointment is there; saying so twice changes nothing. */
    public void arrived(UUID visit, String place) {
        if (store.arrived(visit, place, clock.instant())) {
            changed(place);
        }
    }

    /** Went without being served, or never came. */
    public void left(UUID visit, String place) {
        if (store.left(visit, place)) {
            changed(place);
        }
    }

    /** Those who wait, in the order in which they are served. */
    public List<Visit> waiting(String place) {
        Instant due = clock.instant().plus(EARLY);
        return store.waiting(place).stream()
                .sorted(Comparator.comparing((Visit each) -> !first(each, due))
                        .thenComparing(each -> first(each, due) ? each.at() : arrival(each))
                        .thenComparing(Visit::id))
                .toList();
    }

    private static boolean first(Visit visit, Instant due) {
        return visit.kind() == Kind.APPOINTMENT && !visit.at().isAfter(due);
    }

    private static Instant arrival(Visit visit) {
        return visit.arrivedAt() == null ? visit.at() : visit.arrivedAt();
    }

    /** Today's appointments whose customers are not there yet, by time. */
    public List<Visit> expected(String place) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), zone);
        return store.expected(
                place,
                today.atStartOfDay(zone).toInstant(),
                today.plusDays(1).atStartOfDay(zone).toInstant());
    }

    /** Calls the next one who waits, if anybody does. */
    @Transactional
    public Optional<Interaction> next(String place, String agent) {
        for (Visit each : waiting(place)) {
            if (store.serve(each.id(), place, agent)) {
                return Optional.of(open(each, agent));
            }
        }
        return Optional.empty();
    }

    /**
     * Calls somebody who waits, out of turn.
     *
     * @throws ConflictException a colleague has called them already
     */
    @Transactional
    public Interaction call(UUID visit, String place, String agent) {
        Visit wanted = store.find(visit, place).orElseThrow(() -> new NotFoundException("visit", visit));
        if (!store.serve(visit, place, agent)) {
            throw new ConflictException(
                    new LocalText("A colleague has called them already.", "Un collègue les a déjà appelés."));
        }
        return open(wanted, agent);
    }

    private Interaction open(Visit visit, String agent) {
        Interaction opened = interactions.open(agent, visit.customer(), Channel.BRANCH, visit.reason());
        store.joined(visit.id(), opened.id());
        changed(visit.place());
        return opened;
    }

    @EventListener
    void over(InteractionChanged told) {
        Interaction conversation = told.interaction();
        if (conversation.channel() == Channel.BRANCH && conversation.state() == Interaction.State.CLOSED) {
            store.done(conversation.id()).ifPresent(this::changed);
        }
    }

    @EventListener
    void arrived(NodeMailArrived told) {
        if (told.topic().equals(TOPIC)) {
            news.publishEvent(new VisitsChanged(told.words()));
        }
    }

    private void changed(String place) {
        mail.tell(TOPIC, place);
        news.publishEvent(new VisitsChanged(place));
    }

    /** First name and initial: what may be called out in a room. */
    public static String callName(String displayName) {
        String[] parts = displayName.strip().split("\\s+");
        String last = parts[parts.length - 1];
        return parts.length < 2 ? parts[0] : parts[0] + " " + last.substring(0, last.offsetByCodePoints(0, 1)) + ".";
    }
}
