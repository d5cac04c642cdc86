package org.attune.care.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.attune.care.Arrangement;
import org.attune.care.Arrangement.Expected;
import org.attune.care.Arrangement.State;
import org.attune.care.ArrangementId;
import org.attune.care.Arrangements;
import org.attune.care.CareChanged;
import org.attune.customer.CustomerState;
import org.attune.customer.Customers;
import org.attune.customer.SignalReceived;
import org.attune.kernel.AttuneException;
import org.attune.kernel.AuditedEvent;
import org.attune.kernel.CustomerId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Follows what is paid and what is not. */
@Component
public class Payments {
    private static final Logger LOG = LoggerFactory.getLogger(Payments.class);
    private static final String SYSTEM = "system";
    private static final String RECEIVED = "payment-received";

    private final ArrangementStore store;
    private final Customers customers;
    private final ToldAmount amounts;
    private final Days days;
    private final ZoneId zone;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate own;

    Payments(
            ArrangementStore store,
            Customers customers,
            ToldAmount amounts,
            Days days,
            ZoneId zone,
            ApplicationEventPublisher events,
            PlatformTransactionManager transactions) {
        this.store = store;
        this.customers = customers;
        this.amounts = amounts;
        this.days = days;
        this.zone = zone;
        this.events = events;
        own = new TransactionTemplate(transactions);
        // Signals are told after their commit, when there is nothing to join any more.
        own.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /** A system told of a payment; one without an amount must be noted by an agent. */
    @EventListener
    void received(SignalReceived news) {
        if (!news.type().equals(RECEIVED)) {
            return;
        }
        try {
            own.executeWithoutResult(status -> {
                Long cents = amounts.cents(news);
                if (cents != null) {
                    take(news.customer(), cents, news.signal().toString(), news.at(), SYSTEM);
                }
            });
        } catch (AttuneException | DataAccessException e) {
            LOG.warn("A payment that was told could not be counted towards an arrangement.", e);
        }
    }

    /** Counts a payment towards the arrangement that runs; the caller holds a transaction. */
    public boolean take(CustomerId customer, long cents, String source, Instant at, String who) {
        Optional<Arrangement> running = store.of(customer).stream()
                .filter(each -> each.state().runs())
                .findFirst()
                .flatMap(each -> store.lock(each.id()))
                .filter(each -> each.state().runs());
        if (running.isEmpty() || !store.payment(source, running.get().id(), cents, at)) {
            return false;
        }
        Arrangement now = running.get();
        LocalDate day = LocalDate.ofInstant(at, zone);
        long left = cents;
        boolean one = false;
        boolean all = true;
        for (Expected each : now.payments()) {
            if (!each.open()) {
                continue;
            }
            long part = Math.min(left, each.cents() - each.paidCents());
            boolean full = each.paidCents() + part == each.cents();
            if (part > 0) {
                store.pay(now.id(), each.number(), each.paidCents() + part, full ? day : null);
            }
            left -= part;
            one |= full;
            all &= full;
        }
        if (all) {
            end(now, State.COMPLETED, "paid", who);
        } else if (one) {
            store.move(now.id(), State.KEPT);
        }
        events.publishEvent(new AuditedEvent(
                who, "arrangement.paid", "arrangement", now.id().toString(), null, cents + " cents"));
        events.publishEvent(new CareChanged(customer));
        return true;
    }

    /** Counts what has not come by a day as missed, one payment after the other. */
    public void settle(ArrangementId id, LocalDate today) {
        Optional<Arrangement> late = own.execute(status -> store.lock(id).filter(now -> missed(now, today) > 0));
        late.ifPresent(each -> tell(each, today));
    }

    private int missed(Arrangement now, LocalDate today) {
        if (!now.state().runs()) {
            return 0;
        }
        LocalDate limit = today.minusDays(CareLimits.GRACE_DAYS);
        List<Expected> late = now.payments().stream()
                .filter(each -> each.open() && each.due().isBefore(limit))
                .toList();
        boolean brokenNow = false;
        int behind = now.payments().getLast().number();
        int steps = now.payments().size();
        for (Expected each : late) {
            store.miss(now.id(), each.number(), today);
            boolean second = late.indexOf(each) > 0 || missedBefore(now, each);
            if (second) {
                end(now, State.BROKEN, "two-missed", SYSTEM);
                brokenNow = true;
                break;
            }
            behind++;
            store.expect(
                    now.id(),
                    behind,
                    now.frequency().after(now.payments().getFirst().due(), steps++),
                    each.cents() - each.paidCents());
        }
        if (!late.isEmpty() && !brokenNow) {
            store.move(now.id(), State.ACTIVE);
        }
        if (!late.isEmpty()) {
            events.publishEvent(new CareChanged(now.customer()));
        }
        return late.size();
    }

    /** Whether the payment due just before was missed, too. */
    private static boolean missedBefore(Arrangement now, Expected late) {
        Expected before = null;
        for (Expected each : now.payments()) {
            if (each.due().isBefore(late.due()) && (before == null || each.due().isAfter(before.due()))) {
                before = each;
            }
        }
        return before != null && before.missedOn() != null;
    }

    private void end(Arrangement now, State state, String reason, String who) {
        store.end(now.id(), state, reason, days.now());
        customers.withdrawState(now.customer(), CustomerState.ARRANGEMENT, Arrangements.SOURCE, who);
        events.publishEvent(new AuditedEvent(
                who, "arrangement." + state.key(), "arrangement", now.id().toString(), null, reason));
    }

    /** Rules about a missed instalment hear of it like of any signal. */
    private void tell(Arrangement about, LocalDate today) {
        customers.receive(
                customers.refOf(about.customer()),
                "arrangement-missed",
                "/care",
                about.id() + "-" + today,
                days.now(),
                Map.of());
    }
}
