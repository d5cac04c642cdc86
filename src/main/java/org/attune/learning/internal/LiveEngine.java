package org.attune.learning.internal;

import java.util.Map;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.attune.learning.engine.EngineSettings;
import org.attune.learning.engine.LearningEngine;
import org.attune.learning.engine.Roster;
import org.attune.learning.engine.Scores;
import org.attune.learning.internal.Checkpoints.Checkpoint;
import org.springframework.beans.factory.annotation.Autowired;
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

    private LearningEngine engine;
    private long data = Lessons.NOTHING;
    private volatile long position;

    /** An engine of the usual kind that has learned nothing. */
    @Autowired
    LiveEngine() {
        this(EngineSettings.defaults());
    }

    LiveEngine(EngineSettings settings) {
        engine = new LearningEngine(settings);
    }

    /** Reads one state of the models: nothing is learned meanwhile. */
    public <T> T read(Reader<T> reader) {
        lockForReading();
        try {
            return reader.read(engine, position);
        } finally {
            lock.readLock().unlock();
        }
    }

    /** Scores candidates by one state of the models, without allocating; the log position it knows. */
    public long score(Roster roster, Map<String, Object> situation, int[] candidates, int count, Scores out) {
        lockForReading();
        try {
            engine.score(roster, situation, candidates, count, out);
            return position;
        } finally {
            lock.readLock().unlock();
        }
    }

    /** Brings up to date what decisions read, so that none of them has to. */
    void settle() {
        lock.writeLock().lock();
        try {
            engine.settle();
        } finally {
            lock.writeLock().unlock();
        }
    }

    /** Who reads between two lessons settles the first for all. */
    private void lockForReading() {
        lock.readLock().lock();
        while (!engine.isSettled()) {
            lock.readLock().unlock();
            lock.writeLock().lock();
            try {
                engine.settle();
                lock.readLock().lock();
            } finally {
                lock.writeLock().unlock();
            }
        }
    }

    /** Log position up to which the models have learned. */
    public long position() {
        return position;
    }

    /** What is learned next. */
    @FunctionalInterface
    interface Lesson {
        /**
         * @param data fingerprint of what was learned before
         * @return the same with what is learned now
         */
        long teach(LearningEngine engine, long data);
    }

    /** A copy to go back to. */
    Checkpoint copy() {
        lock.readLock().lock();
        try {
            return new Checkpoint(position, data, engine.settings(), engine.toBytes());
        } finally {
            lock.readLock().unlock();
        }
    }

    /** The settings of the engine that is in place. */
    public EngineSettings settings() {
        return read((now, at) -> now.settings());
    }

    /** Learns, after which the models know the log up to a position. Decisions wait, so keep it short. */
    void learn(Lesson lesson, long newPosition) {
        lock.writeLock().lock();
        try {
            data = lesson.teach(engine, data);
            position = newPosition;
        } finally {
            lock.writeLock().unlock();
        }
    }

    /** Puts another engine in place. */
    void replace(LearningEngine other, long newData, long newPosition) {
        lock.writeLock().lock();
        try {
            engine = other;
            data = newData;
            position = newPosition;
        } finally {
            lock.writeLock().unlock();
        }
    }
}
