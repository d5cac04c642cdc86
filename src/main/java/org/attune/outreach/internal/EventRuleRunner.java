package org.attune.outreach.internal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.attune.customer.CustomerContext;
import org.attune.customer.Customers;
import org.attune.customer.SignalReceived;
import org.attune.customer.Wishes;
import org.attune.decision.Decision;
import org.attune.decision.DecisionRequest;
import org.attune.decision.Decisions;
import org.attune.history.History;
import org.attune.kernel.Channel;
import org.attune.kernel.OutboundEvent;
import org.attune.outreach.OutreachId;
import org.attune.outreach.OutreachItem;
import org.attune.outreach.OutreachItemCreated;
import org.attune.policy.EventRule;
import org.attune.policy.Facts;
import org.attune.strategy.LiveStrategy;
import org.attune.strategy.Strategy;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Runs the event rules of the live strategy for one signal. May run any number of times for the same signal, on any number of
 * nodes at once: what followed once does not follow again.
 */
@Component
class EventRuleRunner {
    /** What happened longer ago is no reason to call any more; it is history that somebody told late. */
    static final Duration FRESH = Duration.ofHours(48);

    private static final Duration USEFUL_AFTER_DUE = Duration.ofDays(7);

    private final LiveStrategy live;
    private final Customers customers;
    private final History history;
    private final Decisions decisions;
    private final Firings firings;
    private final OutreachStore store;
    private final ApplicationEventPublisher news;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final CallingHours hours;

    EventRuleRunner(
            LiveStrategy live,
            Customers customers,
            History history,
            Decisions decisions,
            Firings firings,
            OutreachStore store,
            ApplicationEventPublisher news,
            TransactionTemplate transaction,
            Clock clock,
            CallingHours hours) {
        this.live = live;
        this.customers = customers;
        this.history = history;
        this.decisions = decisions;
        this.firings = firings;
        this.store = store;
        this.news = news;
        this.transaction = transaction;
        this.clock = clock;
        this.hours = hours;
    }

    /** Whether anything can follow from a signal. */
    boolean concerns(SignalReceived signal) {
        return live.exists()
                && live.current().eventRules().waitsFor(signal.type())
                && signal.at().isAfter(clock.instant().minus(FRESH));
    }

    /** Does what follows from a signal. */
    void run(SignalReceived signal) {
        if (!concerns(signal)) {
            return;
        }
        Strategy strategy = live.current();
        CustomerContext customer = customers.context(signal.customer(), clock.instant());
        Facts facts = Facts.of(
                customer,
                history.pastOffers(customer.id()),
                "",
                Channel.CALL_CENTER.key(),
                Map.of(),
                strategy.journeys());
        for (EventRule rule : strategy.eventRules().following(signal.type(), facts)) {
            if (firings.known(rule.key(), signal)) {
                continue;
            }
            if (rule.redecides()) {
                firings.note(rule.key(), signal, clock.instant(), "redecided", "");
            } else {
                reachOut(rule, signal, customer, strategy);
            }
        }
    }

    private void reachOut(EventRule rule, SignalReceived signal, CustomerContext customer, Strategy strategy) {
        Instant notBefore = hours.first(clock.instant(), Wishes.of(customer).quiet());
        if (repeated(rule, signal)) {
            note(rule, signal, "repeated", "");
        } else if (!Wishes.of(customer).calls() || notBefore == null) {
            note(rule, signal, "held", "wish");
        } else {
            Decision decision = decisions.decide(DecisionRequest.of(customer.id(), Channel.CALL_CENTER, ""));
            Suggestion suggestion =
                    Suggestion.of(rule, decision, strategy.document().catalog(), customer);
            String held = suggestion.held();
            if (held != null) {
                note(rule, signal, "held", held);
            } else {
                create(item(rule, signal, customer, suggestion, decision, notBefore), rule, signal);
            }
        }
    }

    private void note(EventRule rule, SignalReceived signal, String result, String detail) {
        firings.note(rule.key(), signal, clock.instant(), result, detail);
    }

    private boolean repeated(EventRule rule, SignalReceived signal) {
        return rule.onceInDays() > 0
                && firings.createdSince(rule.key(), signal, clock.instant().minus(Duration.ofDays(rule.onceInDays())));
    }

    /** One at a time per rule and customer, so that two signals at once do not make two items within the rule's days. */
    private void create(OutreachItem item, EventRule rule, SignalReceived signal) {
        boolean created = Boolean.TRUE.equals(transaction.execute(status -> {
            firings.alone(rule.key(), signal);
            boolean repeated = repeated(rule, signal);
            if (!firings.note(rule.key(), signal, item.createdAt(), repeated ? "repeated" : "created", "")
                    || repeated) {
                return false;
            }
            store.insert(item);
            news.publishEvent(new OutboundEvent(
                    OutboundEvent.OUTREACH_CREATED,
                    item.customer(),
                    item.createdAt(),
                    Map.of(
                            "itemId", item.id().toString(),
                            "rule", rule.key(),
                            "signal", signal.type(),
                            "priority", item.priority())));
            return true;
        }));
        if (created) {
            news.publishEvent(new OutreachItemCreated(
                    item.id(), item.customer(), item.rule(), item.signalType(), item.priority()));
        }
    }

    private OutreachItem item(
            EventRule rule,
            SignalReceived signal,
            CustomerContext customer,
            Suggestion suggestion,
            Decision decision,
            Instant notBefore) {
        Instant due = hours.due(notBefore, rule.dueDays());
        return new OutreachItem(
                OutreachId.next(),
                customer.id(),
                rule.key(),
                rule.label(),
                rule.why(),
                signal.signal(),
                signal.type(),
                signal.at(),
                suggestion.action(),
                decision.id(),
                rule.priority(),
                Objects.requireNonNullElse(Wishes.of(customer).channel(), Channel.CALL_CENTER),
                notBefore,
                due,
                due.plus(USEFUL_AFTER_DUE),
                OutreachItem.State.OPEN,
                null,
                null,
                null,
                clock.instant(),
                null);
    }

    /** Closes what it is too late for. */
    List<OutreachItem> expire() {
        return store.expire(clock.instant());
    }
}
