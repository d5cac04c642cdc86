package org.attune.floor;

import com.vaadin.flow.shared.Registration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.attune.care.HelpCalled;
import org.attune.interaction.CallRinging;
import org.attune.interaction.DesksChanged;
import org.attune.interaction.InteractionChanged;
import org.attune.platform.DatabaseAway;
import org.attune.platform.DatabaseBack;
import org.attune.platform.DatabaseWatch;
import org.attune.platform.Outage;
import org.attune.telephony.QueuesChanged;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Reads the floor once for all open pages of this node: soon after there is news, and every two seconds for what makes none. While
 * nobody looks, it reads nothing.
 */
@Component
class FloorPulse implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(FloorPulse.class);
    private static final long BEAT_MILLIS = 2_000;
    /** News often comes in twos and threes: one reading for all. */
    private static final long GATHER_NANOS = 100_000_000;

    private final FloorReader reader;
    private final DatabaseWatch watch;
    private final ApplicationEventPublisher news;
    private final Semaphore wanted = new Semaphore(0);
    private final AtomicInteger pages = new AtomicInteger();
    private volatile @Nullable FloorSheet latest;
    private volatile boolean running;
    private @Nullable Thread thread;

    FloorPulse(FloorReader reader, DatabaseWatch watch, ApplicationEventPublisher news) {
        this.reader = reader;
        this.watch = watch;
        this.news = news;
    }

    /** A page looks from now on until the registration is removed. */
    Registration look() {
        pages.incrementAndGet();
        wanted.release();
        return Registration.once(pages::decrementAndGet);
    }

    /** How the floor stood when it was last read, null when it never was. */
    @Nullable
    FloorSheet latest() {
        return latest;
    }

    @EventListener({
        CallRinging.class,
        InteractionChanged.class,
        HelpCalled.class,
        QueuesChanged.class,
        DesksChanged.class,
        DatabaseAway.class,
        DatabaseBack.class
    })
    void happened() {
        wanted.release();
    }

    private void run() {
        while (running) {
            try {
                wanted.tryAcquire(BEAT_MILLIS, TimeUnit.MILLISECONDS);
            } catch (InterruptedException e) {
                return;
            }
            if (pages.get() > 0) {
                LockSupport.parkNanos(GATHER_NANOS);
                wanted.drainPermits();
                tell();
            }
        }
    }

    private void tell() {
        try {
            FloorSheet before = latest;
            var since = watch.awaySince();
            if (since != null) {
                if (before != null && before.databaseAwaySince() == null) {
                    FloorSheet away = before.away(since);
                    latest = away;
                    news.publishEvent(new FloorSeen(away));
                }
                return;
            }
            FloorSheet now = reader.read();
            latest = now;
            news.publishEvent(new FloorSeen(now));
        } catch (RuntimeException e) {
            if (Outage.is(e)) {
                LOG.debug("The floor is read again soon: {}", e.getMessage());
            } else {
                LOG.warn("The floor cannot be read", e);
            }
        }
    }

    @Override
    public void start() {
        running = true;
        thread = Thread.ofPlatform().daemon().name("floor").start(this::run);
    }

    @Override
    public void stop() {
        running = false;
        if (thread != null) {
            thread.interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
