package org.attune.learning.internal;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.attune.history.LogAppended;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Keeps the models up with the log: before the application serves anybody, with each answer in the thread that wrote it, and
 * ten times a second for answers that other nodes wrote.
 */
@Component
class LearningLifecycle implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(LearningLifecycle.class);
    private volatile boolean troubled;

    private final LogFollower follower;
    private final Succession succession;
    private final Challenger challenger;
    private @Nullable ScheduledExecutorService timer;

    LearningLifecycle(LogFollower follower, Succession succession, Challenger challenger) {
        this.follower = follower;
        this.succession = succession;
        this.challenger = challenger;
    }

    @Override
    public synchronized void start() {
        if (timer != null) {
            return;
        }
        succession.open();
        follower.catchUp();
        ScheduledExecutorService each = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().daemon().name("learning-follower").factory());
        each.scheduleWithFixedDelay(follower::followOthers, 100, 100, TimeUnit.MILLISECONDS);
        each.scheduleWithFixedDelay(this::followChallenger, 1, 1, TimeUnit.SECONDS);
        timer = each;
    }

    @Override
    public synchronized void stop() {
        if (timer != null) {
            timer.shutdown();
            timer = null;
            follower.save();
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return timer != null;
    }

    /** Starts before and stops after the web server. */
    @Override
    public int getPhase() {
        return 0;
    }

    private void followChallenger() {
        try {
            challenger.follow();
            troubled = false;
        } catch (RuntimeException e) {
            if (!troubled) {
                LOG.warn("The challenger could not be looked after just now: {}", e.getMessage());
            }
            troubled = true;
        }
    }

    @EventListener
    @Order(Ordered.HIGHEST_PRECEDENCE)
    void learn(LogAppended news) {
        follow(news.position());
    }

    /** The answer is safe in the log; what cannot be learned now is learned a second later. */
    private void follow(long position) {
        try {
            follower.catchUp(position);
        } catch (RuntimeException e) {
            LOG.warn("The models could not follow the log just now: {}", e.getMessage());
        }
    }
}
