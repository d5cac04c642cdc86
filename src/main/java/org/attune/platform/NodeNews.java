package org.attune.platform;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;

/**
 * Hears what other nodes tell through the database (LISTEN and NOTIFY of PostgreSQL), on one connection and one thread of its own. What
 * is told while the database is away is lost, so whoever cannot bear that looks for itself in {@link #look}, at least twice a second.
 * What goes wrong with one message is logged and does not keep the others from being heard.
 */
public abstract class NodeNews implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(NodeNews.class);
    private static final int LOOK_MILLIS = 500;

    private final DataSource database;
    private final String channel;
    private final String name;
    private volatile boolean running;
    private @Nullable Thread thread;

    /**
     * @param channel what NOTIFY names
     * @param name of the thread
     */
    protected NodeNews(DataSource database, String channel, String name) {
        this.database = database;
        this.channel = channel;
        this.name = name;
    }

    /**
     * Another node, or this one, told something.
     *
     * @throws DataAccessException the database is away: tried again soon
     */
    protected void heard(String words) {}

    /**
     * Looks for what may have been missed: at the beginning, after everything that was told, and each half second.
     *
     * @throws DataAccessException the database is away: tried again soon
     */
    protected void look() {}

    @Override
    public void start() {
        running = true;
        thread = Thread.ofVirtual().name(name).start(this::run);
    }

    @Override
    public void stop() {
        running = false;
        Thread listening = thread;
        if (listening != null) {
            Thread.ofVirtual().start(this::wake);
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

    /** So that the end need not be waited for. */
    private void wake() {
        try (Connection connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute("notify " + channel);
        } catch (SQLException e) {
            LOG.debug("The database is away: {}", e.getMessage());
        }
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
                statement.execute("listen " + channel);
            }
            PGConnection told = connection.unwrap(PGConnection.class);
            try {
                while (running) {
                    safely(this::look);
                    PGNotification[] found = told.getNotifications(LOOK_MILLIS);
                    for (PGNotification each : found == null ? new PGNotification[0] : found) {
                        if (running) {
                            safely(() -> heard(each.getParameter()));
                        }
                    }
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

    private void safely(Runnable work) {
        try {
            work.run();
        } catch (DataAccessException e) {
            throw e;
        } catch (RuntimeException e) {
            LOG.warn("What another node told cannot be taken over ({}): {}", name, e.getMessage());
        }
    }
}
