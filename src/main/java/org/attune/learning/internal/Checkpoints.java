package org.attune.learning.internal;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import org.attune.learning.engine.LearningEngine;

/**
 * Copies of the engine in memory, to go back to when an answer is taken back. A wrong click is taken back soon, so few copies
 * of the recent past will do. Not thread-safe: belongs to who applies the log.
 */
final class Checkpoints {

    /** Entries between two copies. */
    static final int EVERY = 500;

    private static final int KEPT = 8;

    /** The engine as it stood at a position. */
    record Checkpoint(long position, byte[] bytes) {
        LearningEngine engine() {
            return LearningEngine.fromBytes(bytes);
        }
    }

    private final Deque<Checkpoint> kept = new ArrayDeque<>();

    /** Whether it is time for the next copy. */
    boolean due(long position) {
        return position - newestPosition() >= EVERY;
    }

    void add(Checkpoint checkpoint) {
        kept.addLast(checkpoint);
        if (kept.size() > KEPT) {
            kept.removeFirst();
        }
    }

    /** Forgets all copies that know an entry; the newest of the others. */
    Optional<Checkpoint> before(long entry) {
        while (!kept.isEmpty() && kept.getLast().position() >= entry) {
            kept.removeLast();
        }
        return Optional.ofNullable(kept.peekLast());
    }

    private long newestPosition() {
        Checkpoint newest = kept.peekLast();
        return newest == null ? 0 : newest.position();
    }
}
