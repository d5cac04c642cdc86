package org.attune.learning.internal;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.Optional;
import java.util.function.LongPredicate;
import org.attune.learning.engine.EngineSettings;
import org.attune.learning.engine.LearningEngine;

/**
 * Copies of the engine in memory, to go back to when an answer is taken back. A wrong click is taken back soon, so few copies
 * of the recent past will do. Not thread-safe: belongs to who applies the log.
 */
final class Checkpoints {

    /** Entries between two copies, at least. */
    static final int EVERY = 500;

    private static final int KEPT = 8;
    private static final long MEMORY = 64L << 20;
    /** Bytes that are copied in about the time in which an entry is learned, with some air: large engines are copied less often. */
    private static final int BYTES_PER_ENTRY = 2_000;

    /**
     * The engine as it stood at a position.
     *
     * @param data fingerprint of what it had learned
     */
    record Checkpoint(long position, long data, EngineSettings settings, byte[] bytes) {
        LearningEngine engine() {
            return LearningEngine.fromBytes(bytes);
        }

        /** Entries until the next copy, so that copying stays a small part of the work. */
        long distance(long atLeast) {
            return Math.max(atLeast, bytes.length / BYTES_PER_ENTRY);
        }
    }

    private final int every;
    private final Deque<Checkpoint> kept = new ArrayDeque<>();

    /** @param every entries between two copies, at least */
    Checkpoints(int every) {
        this.every = every;
    }

    /**
     * Whether it is time for the next copy.
     *
     * @param patience so many times later than usual: while a long log is learned, few copies will do
     */
    boolean due(long position, int patience) {
        Checkpoint newest = kept.peekLast();
        return newest == null ? position >= every : position - newest.position() >= patience * newest.distance(every);
    }

    /** Forgets all copies. */
    void clear() {
        kept.clear();
    }

    /** The newest copy. */
    Optional<Checkpoint> newest() {
        return Optional.ofNullable(kept.peekLast());
    }

    void add(Checkpoint checkpoint) {
        kept.addLast(checkpoint);
        long memory = kept.stream().mapToLong(copy -> copy.bytes().length).sum();
        while (kept.size() > 1 && (kept.size() > KEPT || memory > MEMORY)) {
            memory -= kept.removeFirst().bytes().length;
        }
    }

    /** The newest copy up to a position that serves. */
    Optional<Checkpoint> newestTo(long position, LongPredicate serves) {
        Iterator<Checkpoint> fromNewest = kept.descendingIterator();
        while (fromNewest.hasNext()) {
            Checkpoint copy = fromNewest.next();
            if (copy.position() <= position && serves.test(copy.position())) {
                return Optional.of(copy);
            }
        }
        return Optional.empty();
    }

    /** Forgets all copies that know an entry; the newest of the others. */
    Optional<Checkpoint> before(long entry) {
        while (!kept.isEmpty() && kept.getLast().position() >= entry) {
            kept.removeLast();
        }
        return Optional.ofNullable(kept.peekLast());
    }
}
