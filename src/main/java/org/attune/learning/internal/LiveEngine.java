package org.attune.learning.internal;

import java.util.Map;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Consumer;
import org.attune.learning.engine.EngineSettings;
import org.attune.learning.engine.LearningEngine;
import org.attune.learning.engine.Roster;
import org.attune.learning.engine.Scores;
import org.springframework.stereotype.Component;

/** The one engine that decisions read, and the log position it knows; both change together. */
@Component
public class LiveEngine {

    /** Reads the engine; must not keep it. */
    @FunctionalInterface
    public interface Reader<T> {
        T read(LearningEngine engine, long position);
    }

    /** Fair: neither decisions nor answers can keep the others waiting by coming in a dense stream. */
    private final ReentrantReadWriteLock lock = new ReentrantReadWriteLock(true);

    private LearningEngine engine = new LearningEngine(EngineSettings.defaults());
    private volatile long position;

    /** Reads one state of the models: nothing is learned meanwhile. */
    public <T> T read(Reader<T> reader) {
        lock.readLock().lock();
        try {
            return reader.read(engine, position);
        } finally {
            lock.readLock().unlock();
        }
    }

    /** Scores candidates by one state of the models, without allocating; the log position it knows. */
    public long score(Roster roster, Map<String, Object> situation, int[] candidates, int count, Scores out) {
        lock.readLock().lock();
        try {
            engine.score(roster, situation, candidates, count, out);
            return position;
        } finally {
            lock.readLock().unlock();
        }
    }

    /** Log position up to which the models have learned. */
    public long position() {
        return position;
    }

    /** Learns, after which the models know the log up to a position. Decisions wait, so keep it short. */
    void learn(Consumer<LearningEngine> lessons, long newPosition) {
        lock.writeLock().lock();
        try {
            lessons.accept(engine);
            position = newPosition;
        } finally {
            lock.writeLock().unlock();
        }
    }

    /** Puts another engine in place. */
    void replace(LearningEngine other, long newPosition) {
        lock.writeLock().lock();
        try {
            engine = other;
            position = newPosition;
        } finally {
            lock.writeLock().unlock();
        }
    }
}
