package org.attune.customer;

import jakarta.annotation.PreDestroy;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.attune.customer.internal.ImportBook;
import org.attune.customer.internal.ImportBooks;
import org.attune.kernel.AttuneException;
import org.attune.kernel.ConflictException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.TransactionException;

/**
 * Runs imports of all kinds in the background, one after the other on one thread, and keeps their books: progress, the
 * first 1,000 rejected rows, and how each ended.
 */
@Service
public class ImportJobs {
    private static final Logger LOG = LoggerFactory.getLogger(ImportJobs.class);
    private static final int MAX_WAITING = 100;
    private static final int STOP_SECONDS = 5;
    private static final int CLOSE_ATTEMPTS = 100;

    private final ImportBooks books;
    private final ThreadPoolExecutor worker = new ThreadPoolExecutor(
            1,
            1,
            1,
            TimeUnit.MINUTES,
            new ArrayBlockingQueue<>(MAX_WAITING),
            Thread.ofPlatform().name("attune-import").daemon().factory());

    ImportJobs(ImportBooks books) {
        this.books = books;
        books.failInterrupted();
    }

    /**
     * What a running import tells about itself; used by its own thread only.
     *
     * <p>Every row is counted once by {@link #row()} and then either {@link #accepted()} or {@link #rejected}.
     */
    public interface Progress {
        /** A row was read. Throws when the application is stopping. */
        void row();

        /** A row was taken, whether it made a difference or not. */
        default void accepted() {
            accepted(1);
        }

        /** So many rows were taken. */
        void accepted(long rows);

        /** A row made a difference. */
        default void changed() {
            changed(1);
        }

        /** So many rows made a difference. */
        void changed(long rows);

        /**
         * A row was not taken.
         *
         * @param row counts data rows from 1
         * @param column its name, empty when the row as a whole is wrong
         * @param message what is wrong, in plain words
         */
        void rejected(long row, String column, String message);
    }

    /**
     * Queues an import. What the work throws as an {@link AttuneException} becomes the message of the failed import.
     *
     * @param kind {@code customers} or {@code outcomes}
     * @param work reads, stores and reports; runs without a transaction of its own
     * @throws ConflictException when too many imports are waiting
     */
    public UUID submit(String kind, String fileName, Consumer<Progress> work) {
        ImportBook book = books.open(kind, fileName);
        try {
            worker.execute(() -> run(book, kind, work));
        } catch (RejectedExecutionException e) {
            String message = "Too many imports are waiting; try again when some are done.";
            book.close(message);
            throw new ConflictException(message);
        }
        return book.id();
    }

    /** How an import stands; an unknown id is a NotFoundException. */
    public ImportStatus status(UUID id) {
        return books.status(id);
    }

    /** The latest imports, newest first. */
    public List<ImportStatus> latest(int limit) {
        return books.latest(limit);
    }

    private void run(ImportBook book, String kind, Consumer<Progress> work) {
        String failure = null;
        try {
            work.accept(book);
        } catch (ImportBook.Stopped e) {
            failure = ImportBooks.INTERRUPTED;
        } catch (AttuneException e) {
            failure = e.getMessage();
        } catch (RuntimeException e) {
            LOG.error("Import {} ({}) failed.", book.id(), kind, e);
            failure = "The import stopped after an unexpected error; the log has the details."
                    + " Start it again: nothing is imported twice.";
        }
        close(book, failure);
    }

    /** Writes how it ended, also when the database is away for a while or the application is stopping. */
    private static void close(ImportBook book, @Nullable String failure) {
        boolean stopping = Thread.interrupted();
        for (int attempt = 1; attempt <= CLOSE_ATTEMPTS; attempt++) {
            try {
                book.close(failure);
                return;
            } catch (DataAccessException | TransactionException e) {
                LOG.warn("The end of import {} could not be written (attempt {}).", book.id(), attempt);
                if (stopping) {
                    return;
                }
                LockSupport.parkNanos(TimeUnit.SECONDS.toNanos(2));
            }
        }
    }

    @PreDestroy
    void stop() throws InterruptedException {
        worker.shutdownNow();
        if (!worker.awaitTermination(STOP_SECONDS, TimeUnit.SECONDS)) {
            LOG.warn("An import did not stop in {} s; it is marked as interrupted at the next start.", STOP_SECONDS);
        }
    }
}
