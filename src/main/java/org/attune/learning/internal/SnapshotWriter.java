package org.attune.learning.internal;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.attune.learning.internal.Checkpoints.Checkpoint;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes copies of the engine to the database in the background; of several that wait only the newest. */
class SnapshotWriter implements AutoCloseable {

    /** Entries between two stored copies, at least. */
    static final int EVERY = 5_000;

    private static final Logger LOG = LoggerFactory.getLogger(SnapshotWriter.class);

    private final SnapshotStore store;
    private final ExecutorService background = Executors.newSingleThreadExecutor(
            Thread.ofVirtual().name("learning-snapshots").factory());
    private final AtomicReference<@Nullable Checkpoint> waiting = new AtomicReference<>();
    private volatile long last;

    SnapshotWriter(SnapshotStore store) {
        this.store = store;
    }

    /** A copy that is stored already. */
    void known(long position) {
        last = position;
    }

    /** Stores this copy soon, if it is time for one. */
    void offer(Checkpoint copy) {
        if (copy.position() - last >= copy.distance(EVERY)) {
            last = copy.position();
            if (waiting.getAndSet(copy) == null) {
                background.execute(this::writeWaiting);
            }
        }
    }

    /** Stores this copy now, unless learning the rest anew takes no time worth speaking of. */
    void saveNow(Checkpoint copy) {
        if (copy.position() - last >= copy.distance(Checkpoints.EVERY)) {
            last = copy.position();
            write(copy);
        }
    }

    private void writeWaiting() {
        Checkpoint copy = waiting.getAndSet(null);
        if (copy != null) {
            write(copy);
        }
    }

    /** A copy that cannot be written costs time at the next start, and nothing else. */
    private void write(Checkpoint copy) {
        try {
            store.save(copy);
        } catch (RuntimeException e) {
            LOG.warn("The models at position {} could not be stored: {}", copy.position(), e.getMessage());
        }
    }

    @Override
    public void close() {
        background.shutdown();
        try {
            background.awaitTermination(10, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
