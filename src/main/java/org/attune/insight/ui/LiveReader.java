package org.attune.insight.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.UIDetachedException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps an open page up to date: reads again when there is news, at most once a second, and every ten seconds for what makes no
 * news (impressions). Reading happens outside the page's lock, so that the page stays quick.
 */
final class LiveReader<T> {
    private static final Logger LOG = LoggerFactory.getLogger(LiveReader.class);
    private static final long SHORTEST_MILLIS = 1_000;
    private static final long LONGEST_MILLIS = 10_000;

    private final UI ui;
    private final ScheduledExecutorService worker;
    private final Supplier<T> read;
    private final Consumer<T> show;
    private final Runnable failed;
    private final AtomicBoolean waiting = new AtomicBoolean();
    private final ScheduledFuture<?> beat;
    private volatile long last = System.nanoTime();
    private volatile boolean stopped;

    /**
     * @param read reads what is to be shown, in another thread
     * @param show shows it, in the page
     * @param failed says in the page that it is not up to date
     */
    LiveReader(UI ui, ScheduledExecutorService worker, Supplier<T> read, Consumer<T> show, Runnable failed) {
        this.ui = ui;
        this.worker = worker;
        this.read = read;
        this.show = show;
        this.failed = failed;
        this.beat = worker.scheduleWithFixedDelay(this::news, LONGEST_MILLIS, LONGEST_MILLIS, TimeUnit.MILLISECONDS);
    }

    /** There is news. Returns at once. */
    void news() {
        if (!stopped && waiting.compareAndSet(false, true)) {
            long since = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - last);
            worker.schedule(this::readAgain, Math.max(0, SHORTEST_MILLIS - since), TimeUnit.MILLISECONDS);
        }
    }

    /** The page is gone. */
    void stop() {
        stopped = true;
        beat.cancel(false);
    }

    private void readAgain() {
        waiting.set(false);
        if (stopped) {
            return;
        }
        last = System.nanoTime();
        try {
            T value = read.get();
            inPage(() -> show.accept(value));
        } catch (RuntimeException e) {
            LOG.warn("An open page could not be brought up to date: {}", e.getMessage());
            inPage(failed);
        }
    }

    private void inPage(Runnable work) {
        try {
            ui.access(work::run);
        } catch (UIDetachedException e) {
            stop();
        }
    }
}
