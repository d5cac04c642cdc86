package org.attune.learning.internal;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import org.attune.history.History;
import org.attune.history.LogAppended;
import org.attune.learning.EngineVariant;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * The engine that learns the same log beside the one that decides, in a thread of its own: no answer and no decision waits for
 * it. Which one it is stands in the database, so every node has the same.
 */
@Component
public class Challenger implements DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(Challenger.class);

    private final JdbcTemplate jdbc;
    private final History history;
    private final SnapshotStore store;
    private final PlatformTransactionManager transactions;
    private final ExecutorService thread = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("learning-challenger").factory());
    private final AtomicBoolean asked = new AtomicBoolean();
    private volatile @Nullable Running running;

    Challenger(JdbcTemplate jdbc, History history, SnapshotStore store, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.history = history;
        this.store = store;
        this.transactions = transactions;
    }

    /** A challenger at work. */
    public record Running(EngineVariant variant, LiveEngine live, LogFollower follower, SnapshotWriter writer) {}

    /** The challenger, if there is one. */
    public Optional<Running> running() {
        return Optional.ofNullable(running);
    }

    /** The name of the engine that shall challenge, whether it already does here or not. */
    public Optional<String> named() {
        List<String> names = jdbc.queryForList("SELECT engine FROM learning_challenger", String.class);
        return names.stream().findFirst();
    }

    /** Starts, stops or changes the challenger as the database says, and lets it learn on. Returns at once. */
    public synchronized void follow() {
        EngineVariant wanted = named().flatMap(EngineVariant::of).orElse(null);
        Running now = running;
        if (!Objects.equals(wanted, now == null ? null : now.variant)) {
            running = wanted == null ? null : start(wanted);
            if (now != null) {
                thread.execute(() -> {
                    now.follower.save();
                    now.writer.close();
                });
            }
        }
        learn();
    }

    private Running start(EngineVariant variant) {
        LiveEngine live = new LiveEngine(variant.settings());
        SnapshotWriter writer = new SnapshotWriter(store);
        LogFollower follower =
                new LogFollower(history, live, store, writer, Champion.alone(variant.settings()), transactions);
        return new Running(variant, live, follower, writer);
    }

    @EventListener
    void learn(LogAppended news) {
        learn();
    }

    private void learn() {
        Running now = running;
        if (now != null && asked.compareAndSet(false, true)) {
            thread.execute(() -> {
                asked.set(false);
                try {
                    now.follower.catchUp(Long.MAX_VALUE);
                } catch (RuntimeException e) {
                    LOG.warn("The challenger could not follow the log just now: {}", e.getMessage());
                }
            });
        }
    }

    /** Writes a copy of the challenger now, if it is this engine, so that every node can put it in charge quickly. */
    public void save(EngineVariant variant) {
        Running now = running;
        if (now != null && now.variant.equals(variant)) {
            now.follower.catchUp(Long.MAX_VALUE);
            now.follower.save();
        }
    }

    @Override
    public void destroy() {
        thread.shutdown();
        Running now = running;
        if (now != null) {
            now.writer.close();
        }
    }
}
