package org.attune.strategy;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;
import org.attune.strategy.internal.RevisionStore;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/**
 * Learns what other nodes make live: the database tells it at once (LISTEN), and whatever was missed is seen by looking twice a
 * second.
 */
@Component
class LiveSync implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(LiveSync.class);
    private static final int LOOK_MILLIS = 500;

    private final DataSource database;
    private final RevisionStore store;
    private final Publishing publishing;
    private volatile boolean running;
    private @Nullable Thread thread;

    LiveSync(DataSource database, RevisionStore store, Publishing publishing) {
        this.database = database;
        this.store = store;
        this.publishing = publishing;
    }

    @Override
    public void start() {
        running = true;
        thread = Thread.ofVirtual().name("strategy-sync").start(this::run);
    }

    @Override
    public void stop() {
        running = false;
        Thread listening = thread;
        if (listening != null) {
            try {
                listening.join(Duration.ofMillis(4L * LOOK_MILLIS));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    private void run() {
        while (running) {
            try {
                listen();
            } catch (SQLException | DataAccessException e) {
                LOG.debug("The database is away: {}", e.getMessage());
                LockSupport.parkNanos(Duration.ofMillis(LOOK_MILLIS).toNanos());
            }
        }
    }

    private void listen() throws SQLException {
        try (Connection connection = database.getConnection()) {
            try (var statement = connection.createStatement()) {
                statement.execute("listen " + RevisionStore.TOLD);
            }
            PGConnection told = connection.unwrap(PGConnection.class);
            try {
                while (running) {
                    look();
                    told.getNotifications(LOOK_MILLIS);
                }
            } finally {
                if (connection.isValid(1)) {
                    try (var statement = connection.createStatement()) {
                        statement.execute("unlisten *"); // the connection goes back to others
                    }
                }
            }
        }
    }

    private void look() {
        try {
            publishing.catchUp(store.pointer());
        } catch (DataAccessException e) {
            throw e;
        } catch (RuntimeException e) {
            LOG.warn("What another node made live cannot be taken over: {}", e.getMessage());
        }
    }
}
