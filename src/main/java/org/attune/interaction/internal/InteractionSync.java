package org.attune.interaction.internal;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;
import org.attune.interaction.CallRinging;
import org.attune.interaction.Interaction.State;
import org.attune.interaction.InteractionChanged;
import org.attune.kernel.InteractionId;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/**
 * Tells the desks of this node what other nodes did to conversations: the telephone system speaks to one node, the agent may sit at
 * another. News that is lost while the database is away is made good by the next look at the desk.
 */
@Component
class InteractionSync implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(InteractionSync.class);
    private static final int LOOK_MILLIS = 500;

    private final DataSource database;
    private final InteractionStore store;
    private final ApplicationEventPublisher news;
    private volatile boolean running;
    private @Nullable Thread thread;

    InteractionSync(DataSource database, InteractionStore store, ApplicationEventPublisher news) {
        this.database = database;
        this.store = store;
        this.news = news;
    }

    @Override
    public void start() {
        running = true;
        thread = Thread.ofVirtual().name("interaction-sync").start(this::run);
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
                statement.execute("listen " + InteractionStore.TOLD);
            }
            PGConnection told = connection.unwrap(PGConnection.class);
            try {
                while (running) {
                    PGNotification[] heard = told.getNotifications(LOOK_MILLIS);
                    for (PGNotification each : heard == null ? new PGNotification[0] : heard) {
                        tell(each.getParameter());
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

    private void tell(String words) {
        String[] parts = words.split(" ");
        if (parts.length != 2 || parts[1].equals(store.node())) {
            return;
        }
        try {
            store.find(new InteractionId(UUID.fromString(parts[0])))
                    .ifPresent(moved -> news.publishEvent(
                            moved.state() == State.RINGING ? new CallRinging(moved) : new InteractionChanged(moved)));
        } catch (DataAccessException e) {
            throw e;
        } catch (RuntimeException e) {
            LOG.warn("What another node did to a conversation cannot be told: {}", e.getMessage());
        }
    }
}
