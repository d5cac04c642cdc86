package org.attune.learning.internal;

import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.attune.history.LogAppended;
import org.attune.platform.NodeMail;
import org.attune.platform.NodeMailArrived;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Keeps the models up with the log: before the application serves anybody, with each answer in the thread that wrote it, and
 * for answers that other nodes wrote when they say so, and ten times a second in case that was not heard.
 */
@Component
class LearningLifecycle implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(LearningLifecycle.class);
    private static final String LOG_GREW = "log-grew";
    private volatile boolean troubled;

    private final LogFollower follower;
    private final Succession succession;
    private final Challenger challenger;
    private final NodeMail mail;
    private final long look;
    private final AtomicBoolean telling = new AtomicBoolean();
    private final AtomicBoolean following = new AtomicBoolean();
    private volatile @Nullable ScheduledExecutorService timer;

    /** @param look milliseconds between two looks for what was not heard */
    LearningLifecycle(
            LogFollower follower,
            Succession succession,
            Challenger challenger,
            NodeMail mail,
            @Value("${attune.learning.look-millis:100}") long look) {
        this.follower = follower;
        this.succession = succession;
        this.challenger = challenger;
        this.mail = mail;
        this.look = look;
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
        each.scheduleWithFixedDelay(follower::followOthers, look, look, TimeUnit.MILLISECONDS);
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
        once(telling, this::tell);
    }

    @EventListener
    void follow(NodeMailArrived told) {
        if (told.topic().equals(LOG_GREW)) {
            once(following, follower::followOthers);
        }
    }

    /** On the follower's thread; as long as it has not begun, further requests are the same one. */
    private void once(AtomicBoolean asked, Runnable work) {
        ScheduledExecutorService each = timer;
        if (each != null && asked.compareAndSet(false, true)) {
            try {
                each.execute(() -> {
                    asked.set(false);
                    work.run();
                });
            } catch (RejectedExecutionException e) {
                asked.set(false); // it has just been stopped
            }
        }
    }

    /** What is not heard is found by looking. */
    private void tell() {
        try {
            mail.tell(LOG_GREW, "");
        } catch (RuntimeException e) {
            LOG.debug("Other nodes could not be told that the log grew: {}", e.getMessage());
        }
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
