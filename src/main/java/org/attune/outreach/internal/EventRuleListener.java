package org.attune.outreach.internal;

import jakarta.annotation.PreDestroy;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.attune.customer.Customers;
import org.attune.customer.SignalReceived;
import org.attune.customer.TakenSignal;
import org.attune.outreach.OutreachChanged;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Hears signals and runs the event rules on a thread of its own. Now and then a node looks again at all signals that were taken
 * in since, so that nothing is lost with a node that went away or a queue that ran over.
 */
@Component
class EventRuleListener {
    private static final Logger LOG = LoggerFactory.getLogger(EventRuleListener.class);
    private static final int QUEUE = 10_000;
    private static final int BATCH = 2_000;
    /** A signal may commit a little after the time it carries. */
    private static final Duration SETTLED = Duration.ofSeconds(60);

    private final EventRuleRunner runner;
    private final Firings firings;
    private final Customers customers;
    private final ApplicationEventPublisher news;
    private final Clock clock;
    private final Duration every;
    private final ScheduledThreadPoolExecutor thread = new ScheduledThreadPoolExecutor(
            1, Thread.ofPlatform().daemon().name("event-rules").factory());

    EventRuleListener(
            EventRuleRunner runner,
            Firings firings,
            Customers customers,
            ApplicationEventPublisher news,
            Clock clock,
            @Value("${attune.outreach.look-again:1m}") Duration every) {
        this.runner = runner;
        this.firings = firings;
        this.customers = customers;
        this.news = news;
        this.clock = clock;
        this.every = every;
        thread.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
    }

    @EventListener
    void on(SignalReceived signal) {
        if (runner.concerns(signal) && thread.getQueue().size() < QUEUE) {
            try {
                thread.execute(() -> run(signal));
            } catch (RejectedExecutionException e) {
                LOG.debug("Event rules have ended");
            }
        }
    }

    @EventListener
    void on(ApplicationReadyEvent ready) {
        thread.scheduleWithFixedDelay(this::lookAgain, every.toMillis(), every.toMillis(), TimeUnit.MILLISECONDS);
    }

    @PreDestroy
    void end() throws InterruptedException {
        thread.shutdown();
        if (!thread.awaitTermination(5, TimeUnit.SECONDS)) {
            thread.shutdownNow();
        }
    }

    private void run(SignalReceived signal) {
        try {
            runner.run(signal);
        } catch (RuntimeException e) {
            if (!thread.isShutdown()) {
                LOG.warn("What follows from {} could not be worked out: {}", signal.type(), e.getMessage());
            }
        }
    }

    private void lookAgain() {
        try {
            runner.expire().forEach(item -> news.publishEvent(new OutreachChanged(item)));
            Instant until = clock.instant().minus(SETTLED);
            while (next(until)) {
                LOG.debug("More signals to look at again");
            }
        } catch (RuntimeException e) {
            if (!thread.isShutdown()) {
                LOG.warn("Signals will be looked at again later: {}", e.getMessage());
            }
        }
    }

    /** Looks at a batch of signals again; true when there are more. Where everything has followed already, nothing does. */
    boolean next(Instant until) {
        Instant after = firings.progress();
        if (!after.isBefore(until)) {
            return false;
        }
        List<TakenSignal> taken = customers.taken(after, until, BATCH);
        taken.forEach(each -> run(each.news()));
        boolean more = taken.size() == BATCH;
        firings.progress(after, more ? taken.getLast().takenAt() : until);
        return more;
    }
}
