package org.attune.ui;

import com.vaadin.flow.component.UIDetachedException;
import com.vaadin.flow.shared.Registration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.context.PayloadApplicationEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Brings news (Spring application events, records) to open views. Consumers run on a few threads of their own, never in the
 * publisher's; one consumer gets its news one after another, in order. News from a transaction arrives when it has
 * committed, or not at all.
 *
 * <p>A view subscribes in {@code onAttach}, wraps the work in {@code ui.access(...)} and removes the registration in
 * {@code onDetach}.
 */
@Component
public class News implements DisposableBean {
    private static final Logger LOG = LoggerFactory.getLogger(News.class);

    private final List<Subscription<?>> subscriptions = new CopyOnWriteArrayList<>();
    private final ExecutorService workers = Executors.newFixedThreadPool(
            4, Thread.ofPlatform().daemon().name("news-", 1).factory());

    /** Calls the consumer with each event of the type from now on. */
    public <T> Registration listen(Class<T> type, Consumer<T> consumer) {
        Subscription<T> subscription = new Subscription<>(type, consumer);
        subscriptions.add(subscription);
        return () -> subscriptions.remove(subscription);
    }

    @EventListener
    void on(PayloadApplicationEvent<?> event) {
        Object news = event.getPayload();
        if (subscriptions.stream().noneMatch(each -> each.type.isInstance(news))) {
            return;
        }
        if (TransactionSynchronizationManager.isSynchronizationActive()) {
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void afterCommit() {
                    spread(news);
                }
            });
        } else {
            spread(news);
        }
    }

    @Override
    public void destroy() {
        workers.shutdownNow();
    }

    private void spread(Object news) {
        for (Subscription<?> subscription : subscriptions) {
            if (subscription.type.isInstance(news)) {
                subscription.offer(news);
            }
        }
    }

    private final class Subscription<T> {
        private final Class<T> type;
        private final Consumer<T> consumer;
        private final Queue<T> waiting = new ConcurrentLinkedQueue<>();
        private final AtomicBoolean busy = new AtomicBoolean();

        Subscription(Class<T> type, Consumer<T> consumer) {
            this.type = type;
            this.consumer = consumer;
        }

        void offer(Object news) {
            waiting.add(type.cast(news));
            start();
        }

        private void start() {
            if (!workers.isShutdown() && busy.compareAndSet(false, true)) {
                workers.execute(this::drain);
            }
        }

        private void drain() {
            try {
                for (T news = waiting.poll(); news != null; news = waiting.poll()) {
                    deliver(news);
                }
            } finally {
                busy.set(false);
            }
            if (!waiting.isEmpty()) {
                start();
            }
        }

        private void deliver(T news) {
            try {
                consumer.accept(news);
            } catch (UIDetachedException gone) {
                LOG.debug("A view was closed before it heard of {}", type.getSimpleName());
            } catch (RuntimeException e) {
                LOG.warn("A view could not take in {}", type.getSimpleName(), e);
            }
        }
    }
}
