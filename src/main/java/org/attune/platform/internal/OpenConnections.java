package org.attune.platform.internal;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.WeakHashMap;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * The driver's connections behind the pool, so that all of them can be broken at once: a database that has frozen says nothing, and
 * who waits for it would wait until the socket's patience is over.
 */
final class OpenConnections extends DelegatingDataSource {
    private static final Logger LOG = LoggerFactory.getLogger(OpenConnections.class);

    private final Set<Connection> open = Collections.synchronizedSet(Collections.newSetFromMap(new WeakHashMap<>()));

    OpenConnections(DataSource driver) {
        super(driver);
    }

    @Override
    public Connection getConnection() throws SQLException {
        return noted(super.getConnection());
    }

    @Override
    public Connection getConnection(String username, String password) throws SQLException {
        return noted(super.getConnection(username, password));
    }

    private Connection noted(Connection made) {
        open.add(made);
        return made;
    }

    /** Whoever waits for an answer over one of them gets an error of class 08 now. */
    void breakAll() {
        List<Connection> broken;
        synchronized (open) {
            broken = List.copyOf(open);
            open.clear();
        }
        for (Connection each : broken) {
            try {
                each.abort(Runnable::run);
            } catch (SQLException e) {
                LOG.debug("A connection that was broken already: {}", e.getMessage());
            }
        }
    }
}
