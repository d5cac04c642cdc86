package org.attune.care;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.attune.access.Role;
import org.attune.access.Users;
import org.attune.care.Arrangement.Expected;
import org.attune.care.Arrangement.State;
import org.attune.care.engine.Budget.Line;
import org.attune.care.engine.Capacity;
import org.attune.care.engine.Frequency;
import org.attune.care.engine.Plan;
import org.attune.care.engine.PlanCalculator;
import org.attune.care.engine.PlanCalculator.Beyond;
import org.attune.care.engine.Refusal;
import org.attune.care.internal.ArrangementStore;
import org.attune.care.internal.BudgetForm;
import org.attune.care.internal.CareLimits;
import org.attune.care.internal.Days;
import org.attune.care.internal.Payments;
import org.attune.customer.CustomerState;
import org.attune.customer.Customers;
import org.attune.kernel.AuditedEvent;
import org.attune.kernel.CardNumbers;
import org.attune.kernel.CustomerId;
import org.attune.kernel.InvalidException;
import org.attune.kernel.Language;
import org.attune.kernel.NotFoundException;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Arrangements to pay: worked out within what the budget leaves, agreed on by one agent or by two people, followed payment by payment.
 * While one runs the customer is in the state {@code arrangement}, which silences collections.
 */
@Service
public class Arrangements {
    /** Who tells the states that follow from care. */
    public static final String SOURCE = "care";

    private final ArrangementStore store;
    private final Budgets budgets;
    private final Customers customers;
    private final Users users;
    private final CareLimits settings;
    private final Payments payments;
    private final Days days;
    private final ApplicationEventPublisher events;

    Arrangements(
            ArrangementStore store,
            Budgets budgets,
            Customers customers,
            Users users,
            CareLimits settings,
            Payments payments,
            Days days,
            ApplicationEventPublisher events) {
        this.store = store;
        this.budgets = budgets;
        this.customers = customers;
        this.users = users;
        this.settings = settings;
        this.payments = payments;
        this.days = days;
        this.events = events;
    }

    /** What a customer can pay after the budget that counts today; empty when there is none. */
    public Optional<Capacity> capacity(CustomerId customer) {
        return budgets.current(customer).map(this::capacity);
    }

    private Capacity capacity(BudgetVersion budget) {
        Long bill = cents(customers.context(budget.customer(), days.now()).value("bill_amount"));
        long planned = budget.lines().stream()
                .filter(line -> line.category().equals(BudgetForm.OUR_BILLS))
                .mapToLong(Arrangements::month)
                .sum();
        long expected = bill == null ? planned : bill;
        return new Capacity(budget.result().surplus(), expected - planned, settings.reserve(budget.household()));
    }

    private static long month(Line line) {
        return line.frequency().toMonth(line.cents());
    }

    /** Money that an attribute holds as a number of euro, in cents; half a cent is rounded up. */
    public static @Nullable Long cents(@Nullable Object euro) {
        return euro instanceof Number number
                ? BigDecimal.valueOf(number.doubleValue())
                        .movePointRight(2)
                        .setScale(0, RoundingMode.HALF_UP)
                        .longValueExact()
                : null;
    }

    /**
     * Works out a plan without keeping it.
     *
     * @param wished cents each time, null for as much as can be kept
     * @throws InvalidException when there is no budget, or no plan that fits it
     */
    public Plan plan(CustomerId customer, long arrears, Frequency frequency, LocalDate start, @Nullable Long wished) {
        if (start.isBefore(days.today()) || start.isAfter(days.today().plusMonths(3))) {
            throw Refusal.invalid(
                    "start",
                    "The first payment lies between today and three months from now.",
                    "Le premier paiement est fixé entre aujourd’hui et dans trois mois.");
        }
        return PlanCalculator.plan(known(customer), arrears, frequency, start, wished);
    }

    /** Why a second person must agree to this plan; empty when the agent may alone. */
    public Set<Beyond> beyond(CustomerId customer, Plan plan) {
        return PlanCalculator.beyond(plan, known(customer), settings.agent());
    }

    /** The same; an {@link InvalidException} when there is no budget. */
    Capacity known(CustomerId customer) {
        return capacity(customer)
                .orElseThrow(() -> Refusal.invalid(
                        "budget",
                        "First fill in income and expenditure: a plan follows from it.",
                        "Remplissez d’abord le budget : le plan en découle."));
    }

    /**
     * Agrees on a plan. It is worked out anew from the budget of this moment. Above the agent's limit it waits for a second person.
     *
     * @param reason needed when a second person must agree: why this and not less
     * @param language in which the reason is written, null when nobody knows
     */
    @Transactional
    public Arrangement propose(
            CustomerId customer,
            long arrears,
            Frequency frequency,
            LocalDate start,
            @Nullable Long wished,
            String reason,
            @Nullable Language language,
            String who) {
        Plan plan = plan(customer, arrears, frequency, start, wished);
        Set<Beyond> beyond = beyond(customer, plan);
        if (!beyond.isEmpty() && reason.isBlank()) {
            throw Refusal.invalid(
                    "reason",
                    "A second person will read this: say why it should be so.",
                    "Une deuxième personne va lire ceci : dites pourquoi.");
        }
        State state = beyond.isEmpty() ? State.ACTIVE : State.PROPOSED;
        Arrangement made = new Arrangement(
                ArrangementId.next(),
                customer,
                state,
                frequency,
                plan.instalment(),
                arrears,
                known(customer),
                beyond,
                CardNumbers.redact(reason.strip()),
                reason.isBlank() ? null : language,
                who,
                days.now(),
                null,
                null,
                null,
                null,
                plan.instalments().stream()
                        .map(each -> new Expected(each.number(), each.due(), each.cents(), 0, null, null))
                        .toList());
        store.insert(made);
        audit(who, "arrangement." + (state == State.ACTIVE ? "agreed" : "proposed"), made);
        if (state == State.ACTIVE) {
            customers.tellState(customer, CustomerState.ARRANGEMENT, null, SOURCE, who);
        }
        events.publishEvent(new CareChanged(customer));
        return made;
    }

    /** A supervisor who did not propose it agrees; from now on it runs. */
    @Transactional
    public void approve(ArrangementId id, String who) {
        Arrangement waiting = second(id, who);
        if (waiting.payments().getFirst().due().isBefore(days.today())) {
            throw Refusal.conflict(
                    "The first payment lies in the past by now: refuse it, and agree on new dates.",
                    "Le premier paiement est désormais passé\u00a0: refusez, puis convenez de nouvelles dates.");
        }
        store.approve(id, who, days.now());
        customers.tellState(waiting.customer(), CustomerState.ARRANGEMENT, null, SOURCE, who);
        audit(who, "arrangement.approved", waiting);
        events.publishEvent(new CareChanged(waiting.customer()));
    }

    /** A supervisor who did not propose it refuses it, with a reason. */
    @Transactional
    public void refuse(ArrangementId id, String reason, String who) {
        Arrangement waiting = second(id, who);
        store.end(id, State.CANCELLED, CardNumbers.redact(reason), days.now());
        audit(who, "arrangement.refused", waiting);
        events.publishEvent(new CareChanged(waiting.customer()));
    }

    private Arrangement second(ArrangementId id, String who) {
        Arrangement waiting = store.lock(id).orElseThrow(() -> new NotFoundException("arrangement", id));
        if (waiting.proposedBy().equals(who)) {
            throw Refusal.conflict(
                    "A second person must look at this: you proposed it yourself.",
                    "Une deuxième personne doit regarder\u00a0: vous l’avez proposé vous-même.");
        }
        if (users.byName(who).filter(user -> user.role() == Role.SUPERVISOR).isEmpty()) {
            throw Refusal.conflict("Only a supervisor can agree to this.", "Seul un superviseur peut l’accepter.");
        }
        if (waiting.state() != State.PROPOSED) {
            throw Refusal.conflict("Somebody has decided on this already.", "Quelqu’un a déjà décidé.");
        }
        return waiting;
    }

    /** Ends an arrangement by agreement. */
    @Transactional
    public void cancel(ArrangementId id, String reason, String who) {
        Arrangement now = store.lock(id).orElseThrow(() -> new NotFoundException("arrangement", id));
        if (!now.state().live()) {
            throw Refusal.conflict("This arrangement has ended already.", "Cet échéancier est déjà terminé.");
        }
        store.end(id, State.CANCELLED, CardNumbers.redact(reason), days.now());
        customers.withdrawState(now.customer(), CustomerState.ARRANGEMENT, SOURCE, who);
        audit(who, "arrangement.cancelled", now);
        events.publishEvent(new CareChanged(now.customer()));
    }

    /**
     * A payment came. It fills the payments that are still to come, the oldest first; told twice it counts once.
     *
     * @param source names the payment, e.g. the id of the event that told it
     * @return false when it was counted before or no arrangement runs
     */
    @Transactional
    public boolean paid(CustomerId customer, long cents, String source, Instant at, String who) {
        return payments.take(customer, cents, source, at, who);
    }

    /** Looks which payments have not come by a day: a first one moves to the end, a second in a row ends the arrangement. */
    public void settle(LocalDate today) {
        store.overdue(today.minusDays(CareLimits.GRACE_DAYS)).forEach(id -> payments.settle(id, today));
    }

    /** All arrangements of a customer, the latest first. */
    public List<Arrangement> of(CustomerId customer) {
        return store.of(customer);
    }

    /** The arrangement that is proposed or runs, if any. */
    public Optional<Arrangement> live(CustomerId customer) {
        return of(customer).stream().filter(each -> each.state().live()).findFirst();
    }

    /** Those that wait for a second person, the oldest first. */
    public List<Arrangement> waiting() {
        return store.waiting();
    }

    /** How many are in each state; ended ones since an instant. */
    public Map<State, Long> counts(Instant since) {
        return store.counts(since);
    }

    private void audit(String who, String what, Arrangement about) {
        events.publishEvent(
                new AuditedEvent(who, what, "arrangement", about.id().toString(), null, inShort(about)));
    }

    /** Payments, cents and how often, for the trail. */
    static String inShort(Arrangement about) {
        return about.payments().size() + " x " + about.instalment() + " cents "
                + about.frequency().key();
    }
}
