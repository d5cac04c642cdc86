package org.attune.care;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.attune.care.Arrangement.Expected;
import org.attune.care.Arrangement.State;
import org.attune.care.Referral.Outcome;
import org.attune.care.Referral.Shared;
import org.attune.care.engine.Budget.Household;
import org.attune.care.engine.Budget.Line;
import org.attune.care.engine.Capacity;
import org.attune.care.engine.Plan;
import org.attune.care.engine.PlanCalculator;
import org.attune.care.engine.PlanCalculator.Beyond;
import org.attune.care.internal.ArrangementStore;
import org.attune.care.internal.CareLimits;
import org.attune.care.internal.CaseOpener;
import org.attune.care.internal.Days;
import org.attune.care.internal.ReferralStore;
import org.attune.customer.CustomerState;
import org.attune.customer.Customers;
import org.attune.kernel.AuditedEvent;
import org.attune.kernel.CardNumbers;
import org.attune.kernel.CustomerId;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes care over that began before: in another system, or in the demonstration. Everything keeps its own days, clocks and plans are
 * worked out by the rules of here, and what still runs protects from now on.
 */
@Service
public class Takeover {
    private final CaseOpener opener;
    private final ArrangementStore arrangements;
    private final Arrangements rules;
    private final Budgets budgets;
    private final Referrals passing;
    private final ReferralStore referrals;
    private final Customers customers;
    private final CareLimits settings;
    private final Days days;
    private final ApplicationEventPublisher events;

    Takeover(
            CaseOpener opener,
            ArrangementStore arrangements,
            Arrangements rules,
            Budgets budgets,
            Referrals passing,
            ReferralStore referrals,
            Customers customers,
            CareLimits settings,
            Days days,
            ApplicationEventPublisher events) {
        this.opener = opener;
        this.arrangements = arrangements;
        this.rules = rules;
        this.budgets = budgets;
        this.passing = passing;
        this.referrals = referrals;
        this.customers = customers;
        this.settings = settings;
        this.days = days;
        this.events = events;
    }

    /**
     * Something the customer went through, or still does.
     *
     * @throws org.attune.kernel.InvalidException without the consent its kind needs
     * @throws org.attune.kernel.ConflictException when one of its kind is open already
     */
    @Transactional
    public CareCase take(CustomerId customer, PastCase past) {
        CareCase made = opener.takeOver(customer, past);
        if (made.openOn(days.today())) {
            LocalDate ends = made.endsOn();
            protect(customer, made.kind().state(), ends == null ? Optional.empty() : Optional.of(ends), past.who());
        }
        // What is personal stays out of the trail.
        audit(past.who(), "case", made.id().toString(), made.kind().key() + ", " + past.openedOn());
        events.publishEvent(new CareChanged(customer));
        return made;
    }

    /** A budget that was taken on an earlier day; it expires as if it had been kept here. */
    @Transactional
    public BudgetVersion take(
            CustomerId customer, Household household, List<Line> lines, LocalDate madeOn, Consent consent, String who) {
        return budgets.save(customer, household, lines, consent, who, madeOn, days.morningOf(madeOn));
    }

    /**
     * An arrangement, within what the budget that counts leaves.
     *
     * @throws org.attune.kernel.InvalidException when there is no budget, or the plan exceeds what it leaves
     * @throws org.attune.kernel.ConflictException when another one runs
     */
    @Transactional
    public Arrangement take(CustomerId customer, PastArrangement past) {
        Capacity capacity = rules.known(customer);
        Plan plan = PlanCalculator.plan(capacity, past.arrears(), past.frequency(), past.first(), past.wished());
        Set<Beyond> beyond = PlanCalculator.beyond(plan, capacity, settings.agent());
        List<Expected> payments = payments(plan, past);
        State state = state(past, beyond, payments);
        LocalDate ended = ended(past, state, payments);
        LocalDate approved = past.approvedOn();
        Arrangement made = new Arrangement(
                ArrangementId.next(),
                customer,
                state,
                past.frequency(),
                plan.instalment(),
                past.arrears(),
                capacity,
                beyond,
                CardNumbers.redact(past.reason().strip()),
                past.language(),
                past.proposedBy(),
                days.morningOf(past.agreedOn()),
                past.approvedBy(),
                approved == null ? null : days.morningOf(approved),
                ended == null ? null : days.morningOf(ended),
                switch (state) {
                    case BROKEN -> "two-missed";
                    case COMPLETED -> "paid";
                    case CANCELLED -> CardNumbers.redact(past.endReason().strip());
                    default -> null;
                },
                payments);
        arrangements.insert(made);
        audit(
                past.proposedBy(),
                "arrangement",
                made.id().toString(),
                Arrangements.inShort(made) + ", " + state.key() + ", " + past.agreedOn());
        if (state.runs()) {
            protect(customer, CustomerState.ARRANGEMENT, Optional.empty(), past.proposedBy());
        }
        events.publishEvent(new CareChanged(customer));
        return made;
    }

    /**
     * A customer who was passed on.
     *
     * @param outcome what became of it, null when nobody knows yet
     */
    @Transactional
    public Referral take(
            CustomerId customer,
            String partner,
            Set<Shared> shared,
            String spokeWith,
            LocalDate madeOn,
            @Nullable Outcome outcome,
            Consent consent,
            String who) {
        Referral made = passing.pass(customer, partner, shared, spokeWith, consent, who, days.morningOf(madeOn));
        if (outcome != null) {
            referrals.became(made.id(), outcome, who, days.morningOf(madeOn.plusDays(2)));
        }
        return made;
    }

    private void audit(String who, String subject, String key, String what) {
        events.publishEvent(new AuditedEvent(who, subject + ".taken-over", subject, key, null, what));
    }

    /** Another system may have told the state already, with the day on which it began: then that stays as it is. */
    private void protect(CustomerId customer, CustomerState state, Optional<LocalDate> last, String who) {
        if (!customers.context(customer, days.now()).activeStates().contains(state)) {
            customers.tellState(customer, state, last.map(days::endOf).orElse(null), Arrangements.SOURCE, who);
        }
    }

    private static List<Expected> payments(Plan plan, PastArrangement past) {
        List<Expected> payments = new ArrayList<>();
        plan.instalments().forEach(each -> {
            boolean paid = each.number() <= past.paid();
            boolean missed = !paid && each.number() <= past.paid() + past.missed();
            payments.add(new Expected(
                    each.number(),
                    each.due(),
                    each.cents(),
                    paid ? each.cents() : 0,
                    paid ? each.due() : null,
                    missed ? each.due().plusDays(CareLimits.GRACE_DAYS + 1L) : null));
        });
        if (past.missed() == 1) {
            Expected late = payments.get(past.paid());
            int number = payments.size() + 1;
            payments.add(new Expected(
                    number, past.frequency().after(past.first(), number - 1), late.cents(), 0, null, null));
        }
        return payments;
    }

    private static State state(PastArrangement past, Set<Beyond> beyond, List<Expected> payments) {
        if (past.endedOn() != null) {
            return State.CANCELLED;
        }
        if (!beyond.isEmpty() && past.approvedBy() == null) {
            return State.PROPOSED;
        }
        if (past.missed() >= 2) {
            return State.BROKEN;
        }
        return payments.stream().noneMatch(Expected::open)
                ? State.COMPLETED
                : past.paid() > 0 && past.missed() == 0 ? State.KEPT : State.ACTIVE;
    }

    private static @Nullable LocalDate ended(PastArrangement past, State state, List<Expected> payments) {
        return switch (state) {
            case CANCELLED -> past.endedOn();
            case BROKEN -> payments.get(past.paid() + 1).missedOn();
            case COMPLETED -> payments.getLast().paidOn();
            default -> null;
        };
    }
}
