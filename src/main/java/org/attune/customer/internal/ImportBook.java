package org.attune.customer.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.attune.customer.ImportJobs;
import org.attune.customer.ImportStatus.RowError;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The page of one running import; written to the database twice a second and at the end. */
public final class ImportBook implements ImportJobs.Progress {
    static final int MAX_ERRORS = 1000;
    private static final Logger LOG = LoggerFactory.getLogger(ImportBook.class);
    private static final int MAX_MESSAGE = 500;
    private static final long WRITE_EVERY = TimeUnit.MILLISECONDS.toNanos(500);
    private static final long LOG_EVERY = TimeUnit.SECONDS.toNanos(5);

    private final ImportBooks books;
    private final UUID id;
    private final String kind;
    private final long started = System.nanoTime();
    private final List<RowError> errors = new ArrayList<>();
    private int written;
    private long writtenAt = started;
    private long loggedAt = started;
    private long rows;
    private long accepted;
    private long changed;
    private long rejected;

    ImportBook(ImportBooks books, UUID id, String kind) {
        this.books = books;
        this.id = id;
        this.kind = kind;
    }

    public UUID id() {
        return id;
    }

    @Override
    public void row() {
        rows++;
        if ((rows & 63) == 0) {
            tick();
        }
    }

    @Override
    public void accepted(long rows) {
        accepted += rows;
        tick();
    }

    @Override
    public void changed(long rows) {
        changed += rows;
    }

    @Override
    public void rejected(long row, String column, String message) {
        rejected++;
        if (errors.size() < MAX_ERRORS) {
            String said = message.replace("\u0000", "");
            errors.add(new RowError(
                    row, column, said.length() > MAX_MESSAGE ? said.substring(0, MAX_MESSAGE) + "..." : said));
        }
    }

    /**
     * Closes the page.
     *
     * @param failure why the import failed as a whole, null when it went through
     */
    public void close(@Nullable String failure) {
        write();
        books.finish(id, failure == null ? "done" : "failed", failure);
        LOG.info("Import {} ({}) {}: {}", id, kind, failure == null ? "done" : "failed", this);
    }

    @Override
    public String toString() {
        double seconds = Math.max(1, System.nanoTime() - started) / 1e9;
        return "%,d rows, %,d accepted, %,d changed, %,d rejected, %,.0f rows/s"
                .formatted(rows, accepted, changed, rejected, rows / seconds);
    }

    private void tick() {
        if (Thread.currentThread().isInterrupted()) {
            throw new Stopped();
        }
        long now = System.nanoTime();
        if (now - writtenAt >= WRITE_EVERY) {
            writtenAt = now;
            write();
        }
        if (now - loggedAt >= LOG_EVERY) {
            loggedAt = now;
            LOG.info("Import {} ({}): {}", id, kind, this);
        }
    }

    private void write() {
        List<RowError> fresh = List.copyOf(errors.subList(written, errors.size()));
        books.progress(id, rows, accepted, changed, rejected, written, fresh);
        written = errors.size();
    }

    /** Thrown into an import when the application stops. */
    public static final class Stopped extends RuntimeException {}
}
