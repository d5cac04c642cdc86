package org.attune.learning.internal;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.attune.history.LogAppended;
import org.attune.platform.NodeMailArrived;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Keeps the models up with the log: before the application serves anybody, with each answer in the thread that wrote it, and for
 * answers that other nodes wrote when the database tells of them. What is told can be lost, so it is also looked ten times a second.
 */
@Component
class LearningLifecycle implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(LearningLifecycle.class);
    /** Under which the database tells how far the log reaches: the trigger of {@code history_head}. */
    private static final String TOPIC = "log";

    private static final Duration LOOK = Duration.ofMillis(100);

    private volatile boolean troubled;

    private final LogFollower follower;
    private final Succession succession;
    private final Challenger challenger;
    /** Many answers a second are one look: it reads all there are. */
    private final AtomicBoolean sent = new AtomicBoolean();

    private volatile @Nullable ScheduledExecutorService timer;

    LearningLifecycle(LogFollower follower, Succession succession, Challenger challenger) {
        this.follower = follower;
        this.succession = succession;
        this.challenger = challenger;
    }

    @Override
    public void start() {
        start(LOOK);
    }

    /** @param look how often it is looked for answers of other nodes that nobody told of */
    synchronized void start(Duration look) {
        if (timer != null) {
            return;
        }
        succession.open();
        follower.catchUp();
        ScheduledExecutorService each = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().daemon().name("learning-follower").factory());
        each.scheduleWithFixedDelay(follower::followOthers, look.toMillis(), look.toMillis(), TimeUnit.MILLISECONDS);
        each.scheduleWithFixedDelay(this::followChallenger, 1, 1, TimeUnit.SECONDS);
        timer = each;
    }

    @Override
    public synchronized void stop() {
        ScheduledExecutorService each = timer;
        if (each != null) {
            timer = null;
            each.shutdown();
            follower.save();
        }
    }

    @Override
    public boolean isRunning() {
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

    /** Answers of this node are told as well; as a rule they are known by then. */
    @EventListener
    void hear(NodeMailArrived told) {
        ScheduledExecutorService each = timer;
        if (each != null
                && told.topic().equals(TOPIC)
                && Long.parseLong(told.words()) > follower.position()
                && sent.compareAndSet(false, true)) {
            each.execute(() -> {
                sent.set(false); // before it looks: what is told from now on may come too late for this look
                follower.followOthers();
            });
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
