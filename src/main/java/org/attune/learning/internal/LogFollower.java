package org.attune.learning.internal;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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
 * an undo, from a stored copy, or from the beginning. (While a backlog is worked off, a page may know an undo of its own a
 * little early.)
 */
@Component
public class LogFollower {

    private static final Logger LOG = LoggerFactory.getLogger(LogFollower.class);
    private static final int PAGE = 2_000;
    /** Entries learned at once while decisions wait: some milliseconds. */
    private static final int CHUNK = 50;

    private final History history;
    private final LiveEngine live;
    private final SnapshotStore store;
    private final SnapshotWriter writer;
    private final TransactionTemplate committed;
    private final ReentrantLock applier = new ReentrantLock();
    private final Checkpoints checkpoints = new Checkpoints();
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
            boolean more = live.position() < position;
            while (more) {
                List<LoggedAnswer> page = history.log(live.position(), PAGE);
                if (!page.isEmpty()) {
                    apply(page);
                }
                more = page.size() == PAGE;
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
            Set<Long> takenBack = takenBack(reversals);
            for (int from = 0; from < page.size(); from += CHUNK) {
                List<LoggedAnswer> chunk = page.subList(from, Math.min(from + CHUNK, page.size()));
                live.learn(
                        engine -> learn(engine, chunk, takenBack),
                        chunk.getLast().position());
            }
        }
        if (checkpoints.due(live.position())) {
            Checkpoint copy = copy();
            checkpoints.add(copy);
            writer.offer(copy);
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
        Set<Long> takenBack = takenBack(history.reversals(position).stream()
                .filter(reversal -> reversal.position() <= to)
                .toList());
        while (position < to) {
            List<LoggedAnswer> page = history.log(position, (int) Math.min(PAGE, to - position));
            if (page.isEmpty()) {
                throw new IllegalStateException("The log ends at " + position + " before " + to);
            }
            learn(engine, page, takenBack);
            position = page.getLast().position();
        }
        live.replace(engine, to);
    }

    private static void learn(LearningEngine engine, List<LoggedAnswer> entries, Set<Long> takenBack) {
        for (LoggedAnswer entry : entries) {
            if (!takenBack.contains(entry.position())) {
                Lessons.learn(engine, entry);
            }
        }
    }

    private static Set<Long> takenBack(Collection<Reversal> reversals) {
        return reversals.stream().map(Reversal::reverses).collect(Collectors.toSet());
    }

    private Checkpoint copy() {
        return live.read((engine, position) -> new Checkpoint(position, engine.toBytes()));
    }
}
