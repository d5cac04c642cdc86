package org.attune.care;

import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.attune.access.Role;
import org.attune.care.CareCase.Visibility;
import org.attune.care.engine.Moratorium;
import org.attune.care.engine.NoDisconnection;
import org.attune.care.engine.Refusal;
import org.attune.care.internal.CareLimits;
import org.attune.care.internal.CaseOpener;
import org.attune.care.internal.CaseStates;
import org.attune.care.internal.CaseStore;
import org.attune.care.internal.Days;
import org.attune.customer.CustomerState;
import org.attune.customer.Customers;
import org.attune.kernel.AuditedEvent;
import org.attune.kernel.ConflictException;
import org.attune.kernel.CustomerId;
import org.attune.kernel.NotFoundException;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What customers go through, as objects with dates and clocks. Opening one protects the customer at once; closing it ends that. */
@Service
public class CareCases {
    private final CaseStore store;
    private final CaseOpener opener;
    private final CaseStates states;
    private final Customers customers;
    private final CareLimits settings;
    private final Days days;
    private final ApplicationEventPublisher events;

    CareCases(
            CaseStore store,
            CaseOpener opener,
            CaseStates states,
            Customers customers,
            CareLimits settings,
            Days days,
            ApplicationEventPublisher events) {
        this.store = store;
        this.opener = opener;
        this.states = states;
        this.customers = customers;
        this.settings = settings;
        this.days = days;
        this.events = events;
    }

    /**
     * Something begins today. Violence as the reason also switches to discreet contact, and hides the reason from all but
     * supervisors.
     *
     * @throws org.attune.kernel.InvalidException without the consent its kind needs; nothing is then recorded
     * @throws ConflictException when it is open already, or a moratorium comes too soon after the last
     */
    @Transactional
    public CareCase open(CustomerId customer, OpenCase begins, String who) {
        CareCase made = opener.open(customer, begins, who);
        if (begins.reason().equals(HardshipReason.VIOLENCE.key()) && !isOpen(customer, CaseKind.DISCREET)) {
            opener.open(
                    customer,
                    new OpenCase(CaseKind.DISCREET, "", begins.note(), Visibility.AGENTS, begins.consent(), null, null),
                    who);
        }
        changed(made, "case.opened", who);
        return made;
    }

    private boolean isOpen(CustomerId customer, CaseKind kind) {
        return store.of(customer).stream().anyMatch(each -> each.kind() == kind && each.openOn(days.today()));
    }

    /** The application has been assessed; the clock of the answer starts. */
    @Transactional
    public void assess(CaseId id, String who) {
        CareCase now = running(id);
        if (now.assessBy() == null || now.assessedOn() != null) {
            throw Refusal.conflict("There is nothing to assess.", "Il n’y a rien à évaluer.");
        }
        store.assessed(id, days.today(), settings.country().after(days.today(), CareLimits.ANSWER_WITHIN));
        changed(now, "case.assessed", who);
    }

    /**
     * The customer has been answered. A refused application ends, and so does an answered complaint or dispute.
     *
     * @throws ConflictException when the assessment is missing, or it was answered before
     */
    @Transactional
    public void answer(CaseId id, boolean granted, String who) {
        CareCase now = running(id);
        if (now.answerBy() == null || now.answeredOn() != null) {
            throw Refusal.conflict("There is nothing to answer.", "Il n’y a rien à répondre.");
        }
        if (now.assessBy() != null && now.assessedOn() == null) {
            throw Refusal.conflict("Assess it first.", "Évaluez d’abord la demande.");
        }
        store.answered(id, days.today(), granted ? "granted" : "refused");
        changed(now, granted ? "case.granted" : "case.refused", who);
        if (!granted || now.kind() != CaseKind.HARDSHIP) {
            end(now, who);
        }
    }

    /** The review of a moratorium, possible in its window only. */
    @Transactional
    public void review(CaseId id, boolean goesOn, String who) {
        CareCase now = running(id);
        Moratorium run = new Moratorium(now.openedOn(), now.reviewFrom(), now.reviewTo(), now.endsOn());
        if (!run.reviewOn(days.today())) {
            throw now.reviewFrom() == null
                    ? Refusal.conflict("There is no review.", "Il n’y a pas de réexamen.")
                    : Refusal.conflict(
                            "The review is possible from " + now.reviewFrom() + " to " + now.reviewTo() + ".",
                            "Le réexamen est possible du " + now.reviewFrom() + " au " + now.reviewTo() + ".");
        }
        store.reviewed(id, days.today(), goesOn ? "goes-on" : "ended");
        changed(now, "case.reviewed", who);
        if (!goesOn) {
            end(now, who);
        }
    }

    /** The treatment ends today: the protection stays for 30 more days. */
    @Transactional
    public void treatmentEnded(CaseId id, String who) {
        CareCase now = running(id);
        if (now.kind() != CaseKind.TREATMENT) {
            throw Refusal.conflict(
                    "This is not a protection during treatment.", "Ce n’est pas une protection pendant un traitement.");
        }
        LocalDate last = Moratorium.inTreatment(now.openedOn())
                .treatmentEnded(days.today())
                .lastDay();
        store.endsOn(id, java.util.Objects.requireNonNull(last));
        states.follow(now.customer(), now.kind().state(), who);
        changed(now, "case.treatment-ended", who);
    }

    /** It is over today. */
    @Transactional
    public void close(CaseId id, String who) {
        CareCase now = running(id);
        end(now, who);
        changed(now, "case.closed", who);
    }

    private void end(CareCase now, String who) {
        if (now.kind() == CaseKind.MORATORIUM) {
            store.endsOn(now.id(), days.today());
        }
        store.close(now.id(), who, days.now());
        states.follow(now.customer(), now.kind().state(), who);
    }

    private CareCase running(CaseId id) {
        CareCase now = store.lock(id).orElseThrow(() -> new NotFoundException("case", id));
        if (!now.openOn(days.today())) {
            throw Refusal.conflict("This has ended already.", "C’est déjà terminé.");
        }
        return now;
    }

    /** What runs today, the latest first, as a role may see it. */
    public List<CareCase> open(CustomerId customer, Role role) {
        return store.of(customer).stream()
                .filter(each -> each.openOn(days.today()))
                .map(each -> each.as(role))
                .toList();
    }

    /** Open ones on which a clock runs, the most urgent first, without what is personal. */
    public List<CareCase> onTheClock(int limit) {
        return store.onTheClock(limit).stream().map(each -> each.as(Role.ADMIN)).toList();
    }

    /** Everything that forbids to cut this customer off today; empty when nothing does. */
    public Set<NoDisconnection> noDisconnection(CustomerId customer, Instant now) {
        Set<CustomerState> active = customers.context(customer, now).activeStates();
        boolean pending = false;
        boolean lifeSupport = false;
        for (CareCase each : store.of(customer)) {
            if (each.openOn(days.today())) {
                pending |= each.kind() == CaseKind.HARDSHIP && each.answeredOn() == null;
                lifeSupport |= each.kind() == CaseKind.LIFE_SUPPORT;
            }
        }
        Set<NoDisconnection> reasons = NoDisconnection.reasons(
                active.contains(CustomerState.ARRANGEMENT),
                active.contains(CustomerState.COMPLAINT_OPEN),
                lifeSupport,
                pending,
                active.contains(CustomerState.MORATORIUM));
        return reasons.isEmpty() ? Set.of() : EnumSet.copyOf(reasons);
    }

    /** How to reach somebody who must be contacted discreetly; empty when they need not be. */
    public java.util.Optional<String> safeContact(CustomerId customer) {
        return store.of(customer).stream()
                .filter(each -> each.kind() == CaseKind.DISCREET && each.openOn(days.today()))
                .map(CareCase::note)
                .findFirst();
    }

    private void changed(CareCase about, String what, String who) {
        // What is personal stays out of the trail.
        events.publishEvent(new AuditedEvent(
                who, what, "case", about.id().toString(), null, about.kind().key()));
        events.publishEvent(new CareChanged(about.customer()));
    }
}
