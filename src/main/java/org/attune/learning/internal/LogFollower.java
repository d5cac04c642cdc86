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
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Applies the log to a live engine, in order, one thread at a time. The models at position n are those that learned every
 * entry up to n but the ones that an entry up to n takes back, whatever way led there: live, by going back to a copy after
 * an undo, from a stored copy, or from the beginning. A decision may see any of these positions and be replayed later, so
 * none that can be seen differs from this.
 */
public class LogFollower {

    private static final Logger LOG = LoggerFactory.getLogger(LogFollower.class);
    private volatile boolean troubled;

    /** Entries learned at once while decisions wait: about a millisecond. */
    private static final int CHUNK = 20;

    /** While a long log is learned, copies are made so many times more rarely. */
    private static final int PATIENCE = 8;

    private final History history;
    private final LiveEngine live;
    private final SnapshotStore store;
    private final SnapshotWriter writer;
    private final Throne throne;
    private final TransactionTemplate committed;
    private final ReentrantLock applier = new ReentrantLock();
    private final Checkpoints checkpoints = new Checkpoints(Checkpoints.EVERY);
    private EngineSettings settings;
    private boolean opened;
    private @Nullable ReadAhead reader;

    /** Until it has come to the end for the first time nobody decides. */
    private boolean starting;

    /** Who decides up to here is settled: nobody saw the models at an earlier position. */
    private long settled;

    /** Says which engine is due. */
    interface Throne {
        /** The settings of the engine that decides at a position. */
        EngineSettings at(long position);

        /** The first position after one, up to and with another, from which another engine decides; 0 when there is none. */
        long changes(long after, long to);

        /** An engine as it is at a position. */
        Checkpoint heir(EngineSettings settings, long position);
    }

    LogFollower(
            History history,
            LiveEngine live,
            SnapshotStore store,
            SnapshotWriter writer,
            Throne throne,
            PlatformTransactionManager transactions) {
        this.history = history;
        this.live = live;
        this.store = store;
        this.writer = writer;
        this.throne = throne;
        settings = live.settings();
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
            starting = !opened;
            if (starting) {
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
                if (live.position() < settled) {
                    live.learn((engine, data) -> data, settled); // places at the end that hold no entry
                }
                if (live.position() < position) {
                    succeed(Long.MAX_VALUE);
                }
                live.settle();
            }
        } finally {
            applier.unlock();
        }
    }

    /** Applies what other nodes wrote, if there is any; never throws, since it is tried again soon. */
    void followOthers() {
        try {
            if (history.position() > live.position()) {
                catchUp(Long.MAX_VALUE);
            }
            troubled = false;
        } catch (RuntimeException e) {
            if (!troubled) { // ten times a second would say no more
                LOG.warn("The models could not follow the log just now: {}", e.getMessage());
            }
            troubled = true;
        }
    }

    /** Keeps a copy of the models in the database now. */
    void save() {
        applier.lock();
        try {
            if (opened) {
                writer.saveNow(live.copy());
            }
        } finally {
            applier.unlock();
        }
    }

    private void open() {
        long head = history.position();
        settings = throne.at(head);
        settled = head;
        Optional<Checkpoint> stored = store.newestBefore(settings, head + 1);
        if (stored.isPresent()) {
            use(stored.get());
            writer.known(stored.get().position());
        } else {
            live.replace(new LearningEngine(settings), Lessons.NOTHING, 0);
        }
        LOG.debug("Models start from position {}", live.position());
    }

    private void use(Checkpoint copy) {
        live.replace(copy.engine(), copy.data(), copy.position());
        checkpoints.add(copy);
    }

    /** Entries in order. Where a place is missing between them, an engine may have been put in charge. */
    private void apply(List<LoggedAnswer> page) {
        long last = page.getLast().position();
        int from = 0;
        while (last > settled && last - live.position() > page.size() - from) {
            long change = throne.changes(Math.max(settled, live.position()), last);
            if (change == 0) {
                break;
            }
            int to = from;
            while (page.get(to).position() < change) {
                to++;
            }
            learnSafely(page.subList(from, to));
            succeed(change);
            from = to;
        }
        learnSafely(page.subList(from, page.size()));
        if (checkpoints.due(live.position(), page.size() == LogPages.PAGE ? PATIENCE : 1)) {
            Checkpoint copy = live.copy();
            checkpoints.add(copy);
            writer.offer(copy);
        }
    }

    /** Puts the engines in place that are due by a position. */
    private void succeed(long to) {
        for (long change = throne.changes(Math.max(settled, live.position()), to);
                change > 0;
                change = throne.changes(change, to)) {
            settings = throne.at(change);
            checkpoints.clear();
            use(throne.heir(settings, change));
            settled = change;
        }
    }

    /** A lesson that breaks off leaves an engine that has learned half of it: it is put back to where it stood. */
    private void learnSafely(List<LoggedAnswer> entries) {
        try {
            learn(entries);
        } catch (RuntimeException | Error e) {
            LOG.warn("The models stopped learning after {} and are put back: {}", live.position(), e.toString());
            restore(live.position());
            throw e;
        }
    }

    private void restore(long position) {
        Checkpoint base = checkpoints
                .newestTo(position, from -> store.serves(from, position))
                .or(() -> store.newestOf(settings, 0, position, from -> store.serves(from, position)))
                .orElse(null);
        relearn(base, position);
    }

    private void learn(List<LoggedAnswer> entries) {
        if (entries.isEmpty()) {
            return;
        }
        long known = live.position();
        List<Reversal> reversals = entries.stream()
                .filter(entry -> entry.reverses() > 0)
                .map(entry -> new Reversal(entry.position(), entry.reverses(), entry.outcome()))
                .toList();
        long firstUnlearned = reversals.stream()
                .filter(reversal -> reversal.reverses() <= known && Lessons.unteaches(reversal))
                .mapToLong(Reversal::reverses)
                .min()
                .orElse(Long.MAX_VALUE);
        if (firstUnlearned <= known) {
            rewind(firstUnlearned, entries.getLast().position());
        } else {
            learn(entries, reversals);
        }
    }

    /** Learns in small steps, but never stops between an entry and the one that takes it back. */
    private void learn(List<LoggedAnswer> page, List<Reversal> reversals) {
        Map<Long, Long> takenBackAt =
                reversals.stream().collect(Collectors.toMap(Reversal::reverses, Reversal::position));
        int most = starting && page.size() == LogPages.PAGE ? LogPages.PAGE : CHUNK;
        int from = 0;
        while (from < page.size()) {
            int to = from;
            long whole = 0;
            while (to < page.size() && (to - from < most || page.get(to).position() <= whole)) {
                whole = Math.max(whole, takenBackAt.getOrDefault(page.get(to).position(), 0L));
                to++;
            }
            List<LoggedAnswer> chunk = page.subList(from, to);
            live.learn(
                    (engine, data) -> Lessons.learn(reader(engine), chunk, takenBackAt.keySet(), data),
                    chunk.getLast().position());
            from = to;
        }
    }

    private ReadAhead reader(LearningEngine engine) {
        ReadAhead known = reader;
        if (known == null || !known.teaches(engine)) {
            known = new ReadAhead(engine);
            reader = known;
        }
        return known;
    }

    /** Goes back to before an entry and learns anew up to a position, beside the live engine, which serves meanwhile. */
    private void rewind(long firstUnlearned, long to) {
        relearn(
                checkpoints
                        .before(firstUnlearned)
                        .or(() -> store.newestBefore(settings, firstUnlearned))
                        .orElse(null),
                to);
    }

    private void relearn(@Nullable Checkpoint base, long to) {
        LearningEngine engine = base == null ? new LearningEngine(settings) : base.engine();
        long data = Lessons.learn(
                engine, history, base == null ? 0 : base.position(), to, base == null ? Lessons.NOTHING : base.data());
        live.replace(engine, data, to);
    }
}
