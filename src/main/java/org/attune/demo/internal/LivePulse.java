package org.attune.demo.internal;

import jakarta.annotation.PreDestroy;
import java.time.Duration;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.attune.demo.LiveDemo;
import org.attune.demo.LiveDemoChanged;
import org.attune.kernel.AttuneException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * Keeps the live demo going on one thread of its own: simulated calls at the chosen pace, a look at the desks every second. When
 * something fails, such as the database being away, it rests, says so once, and goes on when it can.
 */
@Component
@ConditionalOnBooleanProperty("attune.demo")
public class LivePulse {
    /** It ends by itself after so many calls, so that a forgotten demo does not fill the disk. */
    static final long MOST_CALLS = 20_000;

    private static final Logger LOG = LoggerFactory.getLogger(LivePulse.class);
    private static final Duration LOOK = Duration.ofSeconds(1);

    /** Where calls ring. */
    interface Desks {
        void look();

        void hangUp();
    }

    private final Runnable call;
    private final Desks desks;
    private final ApplicationEventPublisher news;
    private final Duration rest;
    private final ScheduledThreadPoolExecutor thread = new ScheduledThreadPoolExecutor(
            1, Thread.ofPlatform().daemon().name("live-demo").factory());
    private final AtomicLong calls = new AtomicLong();
    /** Odd while it is on; grows with every switch, so that what an earlier run has planned comes to nothing. */
    private final AtomicLong run = new AtomicLong();

    private volatile double pace = LiveDemo.USUAL;
    private boolean resting;

    @Autowired
    LivePulse(Colleagues colleagues, Ringer ringer, ApplicationEventPublisher news) {
        this(colleagues::takeOne, ringer, news, Duration.ofSeconds(10));
    }

    /** @param rest how long to wait after something has failed */
    LivePulse(Runnable call, Desks desks, ApplicationEventPublisher news, Duration rest) {
        this.call = call;
        this.desks = desks;
        this.news = news;
        this.rest = rest;
        thread.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
    }

    /** Begins, unless it is on. */
    public void start() {
        long current = run.get();
        if (current % 2 == 0 && run.compareAndSet(current, current + 1)) {
            calls.set(0);
            LOG.info("Live demo on: {} calls a second", pace);
            plan(current + 1, this::oneCall, Duration.ZERO);
            plan(current + 1, this::lookAtDesks, Duration.ZERO);
            news.publishEvent(new LiveDemoChanged(true, pace));
        }
    }

    /** Ends and withdraws what rings, unless it is off. */
    public void stop() {
        long current = run.get();
        if (current % 2 == 1 && run.compareAndSet(current, current + 1)) {
            LOG.info("Live demo off after {} calls", calls.get());
            submit(() -> attempt(this::hangUp), Duration.ZERO);
            news.publishEvent(new LiveDemoChanged(false, pace));
        }
    }

    public boolean isOn() {
        return run.get() % 2 == 1;
    }

    public double pace() {
        return pace;
    }

    /** Simulated calls per second from now on. */
    public void pace(double callsPerSecond) {
        pace = callsPerSecond;
        news.publishEvent(new LiveDemoChanged(isOn(), callsPerSecond));
    }

    public long calls() {
        return calls.get();
    }

    @PreDestroy
    void end() throws InterruptedException {
        run.updateAndGet(current -> current + current % 2);
        thread.shutdown();
        if (!thread.awaitTermination(5, TimeUnit.SECONDS)) {
            thread.shutdownNow();
        }
    }

    private Duration oneCall() {
        call.run();
        if (calls.incrementAndGet() >= MOST_CALLS) {
            stop();
        }
        return Duration.ofNanos((long) (1e9 / pace));
    }

    private Duration lookAtDesks() {
        desks.look();
        return LOOK;
    }

    private Duration hangUp() {
        desks.hangUp();
        return LOOK;
    }

    private void plan(long ofRun, Supplier<Duration> step, Duration after) {
        submit(
                () -> {
                    if (run.get() == ofRun) {
                        long began = System.nanoTime();
                        Duration next = attempt(step).minusNanos(System.nanoTime() - began);
                        plan(ofRun, step, next);
                    }
                },
                after);
    }

    /** Takes a step that may fail, and says how long after its beginning the next one may come. */
    private Duration attempt(Supplier<Duration> step) {
        try {
            Duration next = step.get();
            if (resting) {
                resting = false;
                LOG.info("Live demo goes on");
            }
            return next;
        } catch (AttuneException e) {
            // Somebody else was faster, or changed the catalog meanwhile: the next call is another one.
            LOG.debug("Live demo: {}", e.getMessage());
            return LOOK;
        } catch (RuntimeException e) {
            if (!resting && !thread.isShutdown()) {
                resting = true;
                LOG.warn("Live demo rests: {}", e.getMessage());
            }
            return rest;
        }
    }

    private void submit(Runnable work, Duration after) {
        try {
            thread.schedule(work, Math.max(0, after.toNanos()), TimeUnit.NANOSECONDS);
        } catch (RejectedExecutionException e) {
            LOG.debug("Live demo has ended");
        }
    }
}
