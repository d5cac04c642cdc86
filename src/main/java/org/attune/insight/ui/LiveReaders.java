package org.attune.insight.ui;

import com.vaadin.flow.component.UI;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/** The threads that read for open pages. */
@Component
class LiveReaders implements DisposableBean {
    private final ScheduledExecutorService worker = Executors.newScheduledThreadPool(
            2, Thread.ofPlatform().daemon().name("insight-live-", 1).factory());

    /** Starts reading for a page; stop it when the page closes. See {@link LiveReader}. */
    <T> LiveReader<T> start(UI ui, Supplier<T> read, Consumer<T> show, Runnable failed) {
        return new LiveReader<>(ui, worker, read, show, failed);
    }

    @Override
    public void destroy() {
        worker.shutdownNow();
    }
}
