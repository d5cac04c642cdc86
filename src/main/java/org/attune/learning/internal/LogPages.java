package org.attune.learning.internal;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.attune.history.History;
import org.attune.history.LoggedAnswer;
import org.jspecify.annotations.Nullable;

/**
 * Reads a stretch of the log page by page, the next page while the last is learned. One thread at a time; make one for each
 * stretch.
 */
final class LogPages {

    static final int PAGE = 1_000;

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
        CompletableFuture<List<LoggedAnswer>> started = coming;
        coming = null;
        List<LoggedAnswer> page = started == null ? read(position) : Beside.join(started);
        if (!page.isEmpty()) {
            position = page.getLast().position();
            if (page.size() == PAGE && position < to) {
                long after = position;
                coming = CompletableFuture.supplyAsync(() -> read(after), Beside.EXECUTOR);
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
