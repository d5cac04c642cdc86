package org.attune.learning.internal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.attune.history.History;
import org.attune.kernel.ConflictException;
import org.attune.learning.EngineVariant;
import org.attune.learning.Reign;
import org.attune.learning.engine.EngineSettings;
import org.attune.learning.engine.LearningEngine;
import org.attune.learning.internal.Checkpoints.Checkpoint;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Engines as they stood at positions of the past, for replays. A rebuilt engine is kept and led on along the log, so that
 * replaying decisions in the order of their positions learns each entry once. Replays wait for each other; the live models
 * do not notice.
 *
 * <p>The models at position v know all entries up to v but those that an entry up to v took back. So a copy from p serves for
 * v when nothing that it knows was taken back between p and v; what was taken back later than v was still known at v.
 */
@Component
public class PastEngines {

    /** Engines that are kept. */
    private static final int KEPT = 2;
    /** Entries between two copies of an engine on its way, to go back to when it meets an entry that was taken back. */
    private static final int COPY_EVERY = 200;
    /** So near, nothing nearer is looked for. */
    private static final int NEAR = 2_000;

    private final History history;
    private final SnapshotStore store;
    private final Succession succession;
    private final ReentrantLock lock = new ReentrantLock();

    /** Used last, last. */
    private final List<Track> tracks = new ArrayList<>();

    PastEngines(History history, SnapshotStore store, Succession succession) {
        this.history = history;
        this.store = store;
        this.succession = succession;
    }

    /** One engine on its way along the log, and copies of where it was. */
    private static final class Track {
        private final LearningEngine engine;
        private final Checkpoints copies = new Checkpoints(COPY_EVERY);
        private long position;
        private long data;

        Track(LearningEngine engine, long position, long data) {
            this.engine = engine;
            this.position = position;
            this.data = data;
        }

        Checkpoint copy() {
            return new Checkpoint(position, data, engine.settings(), engine.toBytes());
        }
    }

    /**
     * Reads the engine that decided at a position, as it stood there.
     *
     * @throws IllegalArgumentException the log has not come so far
     * @throws ConflictException it was an engine of another version of Attune, which this one cannot run
     */
    public <T> T read(long position, LiveEngine.Reader<T> reader) {
        if (position < 0 || position > history.position()) {
            throw new IllegalArgumentException("The log has no position " + position);
        }
        return read(settings(position), position, reader);
    }

    /** Reads an engine with these settings as it stands, or would have stood, at a position of the log. */
    <T> T read(EngineSettings settings, long position, LiveEngine.Reader<T> reader) {
        lock.lock();
        try {
            return reader.read(at(settings, position).engine, position);
        } finally {
            lock.unlock();
        }
    }

    /** A copy of the same. */
    Checkpoint copy(EngineSettings settings, long position) {
        lock.lock();
        try {
            return at(settings, position).copy();
        } finally {
            lock.unlock();
        }
    }

    private EngineSettings settings(long position) {
        Reign reign = succession.at(position);
        if (!Succession.runs(reign)) {
            throw new ConflictException(
                    "This decision cannot be repeated: its scores were made by an engine of an earlier"
                            + " version of Attune (format " + reign.format() + "), which this version does not run.");
        }
        return EngineVariant.of(reign.engine()).orElseThrow().settings();
    }

    private Track at(EngineSettings settings, long position) {
        Track track = tracks.stream()
                .filter(each ->
                        each.position == position && each.engine.settings().equals(settings))
                .findFirst()
                .orElseGet(() -> lead(start(settings, position), position));
        tracks.remove(track);
        tracks.add(track);
        while (tracks.size() > KEPT) {
            tracks.removeFirst();
        }
        return track;
    }

    private Track lead(Track track, long position) {
        tracks.remove(track); // should learning fail, it is at no position any more
        track.data = Lessons.learn(track.engine, history, track.position, position, track.data);
        track.position = position;
        if (track.copies.due(position, 1)) {
            track.copies.add(track.copy());
        }
        return track;
    }

    /** The nearest engine from before a position, from which the log leads there. */
    private Track start(EngineSettings settings, long position) {
        List<Track> alike = tracks.stream()
                .filter(each -> each.engine.settings().equals(settings))
                .toList();
        Track track = alike.stream()
                .filter(each -> each.position < position && store.serves(each.position, position))
                .max(Comparator.comparingLong(each -> each.position))
                .orElse(null);
        Checkpoint copy = alike.stream()
                .flatMap(each -> each.copies.newestTo(position, from -> store.serves(from, position)).stream())
                .max(Comparator.comparingLong(Checkpoint::position))
                .orElse(null);
        long nearest = Math.max(position(track), copy == null ? 0 : copy.position());
        if (position - nearest > NEAR) {
            Optional<Checkpoint> stored =
                    store.newestOf(settings, nearest + 1, position, from -> store.serves(from, position));
            copy = stored.orElse(copy);
            nearest = Math.max(nearest, stored.map(Checkpoint::position).orElse(0L));
        }
        if (track != null && track.position == nearest) {
            return track;
        }
        return copy == null
                ? new Track(new LearningEngine(settings), 0, Lessons.NOTHING)
                : new Track(copy.engine(), copy.position(), copy.data());
    }

    private static long position(@Nullable Track track) {
        return track == null ? 0 : track.position;
    }
}
