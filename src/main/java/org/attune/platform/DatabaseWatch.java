package org.attune.platform;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Properties;
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;
import org.attune.platform.internal.WatchedDataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Looks twice a second whether the database answers, over a connection of its own, so that a pool in use up to its last connection
 * is not taken for a database that is away. While it is away, who asks for a connection is told at once.
 */
@Component
public class DatabaseWatch implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(DatabaseWatch.class);
    private static final Duration PAUSE = Duration.ofMillis(500);
    /** Seconds in which it must answer. */
    private static final int PATIENCE = 2;

    private final JdbcConnectionDetails database;
    private final DataSource pool;
    private final ApplicationEventPublisher news;
    private final Clock clock;
    private volatile @Nullable Instant awaySince;
    private volatile boolean running;
    private @Nullable Connection connection;

    DatabaseWatch(JdbcConnectionDetails database, DataSource pool, ApplicationEventPublisher news, Clock clock) {
        this.database = database;
        this.pool = pool;
        this.news = news;
        this.clock = clock;
    }

    /** Whether it did not answer when it was last looked at. */
    public boolean isAway() {
        return awaySince != null;
    }

    /** Since when it is away, null when it is there. */
    public @Nullable Instant awaySince() {
        return awaySince;
    }

    /** Looks now, which takes at most some seconds; tells when it has gone or come back. Returns whether it is there. */
    public synchronized boolean look() {
        Instant since = awaySince;
        boolean there = answers() || answers(); // the second time over a new connection
        if (there && since != null) {
            if (!lends()) { // it is back when those who ask get connections again
                return false;
            }
            shut(false);
            awaySince = null;
            LOG.info("The database answers again");
            news.publishEvent(new DatabaseBack(since, clock.instant()));
        } else if (!there && since == null) {
            Instant now = clock.instant();
            shut(true);
            awaySince = now;
            LOG.warn("The database does not answer; looking again twice a second");
            news.publishEvent(new DatabaseAway(now));
        }
        return there;
    }

    private boolean answers() {
        try {
            Connection open = connection;
            if (open == null) {
                open = open();
                connection = open;
            }
            if (open.isValid(PATIENCE)) {
                return true;
            }
            close();
        } catch (SQLException e) {
            LOG.debug("The database does not answer: {}", e.getMessage());
            close();
        }
        return false;
    }

    private boolean lends() {
        DataSource behindTheDoor = pool instanceof WatchedDataSource watched ? watched.getTargetDataSource() : pool;
        try (Connection lent = Objects.requireNonNull(behindTheDoor).getConnection()) {
            return lent.isValid(PATIENCE);
        } catch (SQLException e) {
            LOG.debug("The pool has no connection yet: {}", e.getMessage());
            return false;
        }
    }

    private Connection open() throws SQLException {
        Properties how = new Properties();
        how.setProperty("user", String.valueOf(database.getUsername()));
        how.setProperty("password", String.valueOf(database.getPassword()));
        how.setProperty("connectTimeout", Integer.toString(PATIENCE));
        how.setProperty("loginTimeout", Integer.toString(PATIENCE));
        how.setProperty("socketTimeout", Integer.toString(PATIENCE));
        return DriverManager.getConnection(database.getJdbcUrl(), how);
    }

    private void close() {
        Connection open = connection;
        connection = null;
        if (open != null) {
            try {
                open.close();
            } catch (SQLException e) {
                LOG.debug("A broken connection: {}", e.getMessage());
            }
        }
    }

    private void shut(boolean shut) {
        if (pool instanceof WatchedDataSource watched) {
            watched.shut(shut);
        }
    }

    @Override
    public void start() {
        running = true;
        Thread.ofPlatform().daemon().name("database-watch").start(() -> {
            while (running) {
                try {
                    look();
                } catch (RuntimeException e) {
                    LOG.warn("Somebody could not take in how the database is", e);
                }
                LockSupport.parkNanos(PAUSE.toNanos());
            }
        });
    }

    @Override
    public void stop() {
        running = false;
        synchronized (this) {
            close();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
