package org.attune.platform.internal;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * The pool with a door: while the database is known to be away, nobody waits in line for a connection that cannot come, nor for an answer
 * over one that they have.
 */
public final class WatchedDataSource extends DelegatingDataSource {
    private final @Nullable OpenConnections open;
    private volatile boolean shut;

    WatchedDataSource(DataSource pool, @Nullable OpenConnections open) {
        super(pool);
        this.open = open;
    }

    /** Shuts the door, and breaks what is open behind it, or opens it. */
    public void shut(boolean now) {
        shut = now;
        if (now && open != null) {
            open.breakAll();
        }
    }

    @Override
    public Connection getConnection() throws SQLException {
        if (shut) {
            throw new SQLTransientConnectionException("The database is away.", "08001");
        }
        return super.getConnection();
    }

    @Override
    public Connection getConnection(String username, String password) throws SQLException {
        if (shut) {
            throw new SQLTransientConnectionException("The database is away.", "08001");
        }
        return super.getConnection(username, password);
    }
}
