package org.attune.learning.internal;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Collectors;
import org.attune.history.History;
import org.attune.history.LoggedAnswer;
import org.attune.history.Reversal;
import org.attune.learning.engine.EngineSettings;
import org.attune.learning.engine.LearningEngine;
import org.attune.learning.internal.Checkpoints.Checkpoint;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Applies the log to the live engine, in order, one thread at a time. The models at position n are those that learned every
 * entry up to n but the ones that an entry up to n takes back, whatever way led there: live, by going back to a copy after
 * an undo, from a stored copy, or from the beginning. A decision may see any of these positions and be replayed later, so
 * none that can be seen differs from this.
 */
@Component
public class LogFollower {

    private static final Logger LOG = LoggerFactory.getLogger(LogFollower.class);

    /** Entries learned at once while decisions wait: a fraction of a millisecond. */
    private static final int CHUNK = 20;

    private final History history;
    private final LiveEngine live;
    private final SnapshotStore store;
    private final SnapshotWriter writer;
    private final TransactionTemplate committed;
    private final ReentrantLock applier = new ReentrantLock();
    private final Checkpoints checkpoints = new Checkpoints(Checkpoints.EVERY);
    private boolean opened;

    LogFollower(
            History history,
            LiveEngine live,
            SnapshotStore store,
            SnapshotWriter writer,
            PlatformTransactionManager transactions) {
        this.history = history;
        this.live = live;
        this.store = store;
        this.writer = writer;
        this.committed = new TransactionTemplate(transactions);
        committed.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /**
     * Applies what is new. Inside a caller's transaction only what is committed: an entry of its own could yet be rolled back,
     * and its position given to another.
     */
    public void catchUp() {
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            committed.executeWithoutResult(status -> catchUp(Long.MAX_VALUE));
        } else {
            catchUp(Long.MAX_VALUE);
        }
    }

    /** Applies what is new, unless the models know the log up to this position already. */
    void catchUp(long position) {
        applier.lock();
        try {
            if (!opened) {
                open();
                opened = true;
            }
            if (live.position() < position) {
                LogPages pages = new LogPages(history, live.position(), Long.MAX_VALUE);
                List<LoggedAnswer> page = pages.next();
                while (!page.isEmpty()) {
                    apply(page);
                    page = page.size() < LogPages.PAGE ? List.of() : pages.next();
                }
            }
        } finally {
            applier.unlock();
        }
    }

    /** Keeps a copy of the models in the database now. */
    void save() {
        applier.lock();
        try {
            if (opened) {
                writer.saveNow(copy());
            }
        } finally {
            applier.unlock();
        }
    }

    private void open() {
        Optional<Checkpoint> stored = store.newestBefore(history.position() + 1);
        stored.ifPresent(copy -> {
            live.replace(copy.engine(), copy.position());
            checkpoints.add(copy);
            writer.known(copy.position());
        });
        LOG.debug("Models start from position {}", live.position());
    }

    private void apply(List<LoggedAnswer> page) {
        long known = live.position();
        List<Reversal> reversals = page.stream()
                .filter(entry -> entry.reverses() > 0)
                .map(entry -> new Reversal(entry.position(), entry.reverses(), entry.outcome()))
                .toList();
        long firstUnlearned = reversals.stream()
                .filter(reversal -> reversal.reverses() <= known && Lessons.unteaches(reversal))
                .mapToLong(Reversal::reverses)
                .min()
                .orElse(Long.MAX_VALUE);
        if (firstUnlearned <= known) {
            rewind(firstUnlearned, page.getLast().position());
        } else {
            learn(page, reversals);
        }
        if (checkpoints.due(live.position())) {
            Checkpoint copy = copy();
            checkpoints.add(copy);
            writer.offer(copy);
        }
    }

    /** Learns in small steps, but never stops between an entry and the one that takes it back. */
    private void learn(List<LoggedAnswer> page, List<Reversal> reversals) {
        Map<Long, Long> takenBackAt =
                reversals.stream().collect(Collectors.toMap(Reversal::reverses, Reversal::position));
        int from = 0;
        while (from < page.size()) {
            int to = from;
            long whole = 0;
            while (to < page.size() && (to - from < CHUNK || page.get(to).position() <= whole)) {
                whole = Math.max(whole, takenBackAt.getOrDefault(page.get(to).position(), 0L));
                to++;
            }
            List<LoggedAnswer> chunk = page.subList(from, to);
            live.learn(
                    engine -> Lessons.learn(engine, chunk, takenBackAt.keySet()),
                    chunk.getLast().position());
            from = to;
        }
    }

    /** Goes back to before an entry and learns anew up to a position, beside the live engine, which serves meanwhile. */
    private void rewind(long firstUnlearned, long to) {
        Checkpoint base = checkpoints
                .before(firstUnlearned)
                .or(() -> store.newestBefore(firstUnlearned))
                .orElse(null);
        LearningEngine engine = base == null ? new LearningEngine(EngineSettings.defaults()) : base.engine();
        long position = base == null ? 0 : base.position();
        Lessons.learn(engine, history, position, to);
        live.replace(engine, to);
    }

    private Checkpoint copy() {
        return live.read((engine, position) -> new Checkpoint(position, engine.toBytes()));
    }
}
