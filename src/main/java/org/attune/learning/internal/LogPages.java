package org.attune.learning.internal;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import org.attune.history.History;
import org.attune.history.LoggedAnswer;
import org.jspecify.annotations.Nullable;

/**
 * Reads a stretch of the log page by page, the next page while the last is learned. One thread at a time; make one for each
 * stretch.
 */
final class LogPages {

    static final int PAGE = 1_000;

    private static final Executor BESIDE =
            task -> Thread.ofVirtual().name("learning-reader").start(task);

    private final History history;
    private final long to;
    private long position;
    private @Nullable CompletableFuture<List<LoggedAnswer>> coming;

    /** @param to position of the last entry wanted; a later end of the log is left alone */
    LogPages(History history, long after, long to) {
        this.history = history;
        this.position = after;
        this.to = to;
    }

    /** The next entries in order; empty at the end. */
    List<LoggedAnswer> next() {
        List<LoggedAnswer> page;
        try {
            page = coming == null ? read(position) : coming.join();
        } catch (CompletionException e) {
            coming = null;
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw e;
        }
        coming = null;
        if (!page.isEmpty()) {
            position = page.getLast().position();
            if (page.size() == PAGE && position < to) {
                long after = position;
                coming = CompletableFuture.supplyAsync(() -> read(after), BESIDE);
            }
        }
        return page;
    }

    private List<LoggedAnswer> read(long after) {
        long wanted = Math.min(PAGE, to - after);
        if (wanted <= 0) {
            return List.of();
        }
        List<LoggedAnswer> page = history.log(after, (int) wanted);
        // Where places between the entries were taken by something else, so many entries reach further than wanted.
        return page.isEmpty() || page.getLast().position() <= to
                ? page
                : page.stream().filter(entry -> entry.position() <= to).toList();
    }
}
