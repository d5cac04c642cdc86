package org.attune.platform.internal;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A real PostgreSQL 18 that belongs to this application alone. It keeps its files in Attune's home, survives the
 * application being killed, and never runs twice on the same files.
 */
public final class EmbeddedPostgres implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedPostgres.class);

    /** The database's name, and that of the user who owns it and is no superuser. */
    public static final String NAME = "attune";

    private final AttuneHome home;
    private final PostgresProcess process;
    private final int port;
    private final String password;
    private final AtomicBoolean closed = new AtomicBoolean();

    private EmbeddedPostgres(AttuneHome home, PostgresProcess process, int port, String password) {
        this.home = home;
        this.process = process;
        this.port = port;
        this.password = password;
    }

    /**
     * Starts the server on the data in the given home; on a new home it makes them first.
     *
     * @throws DatabaseFailure if that is impossible, with what to do about it
     */
    public static EmbeddedPostgres start(Path home) {
        return start(home, home.resolve("programs"));
    }

    /** The same with PostgreSQL's programs unpacked elsewhere, so that several homes share them. */
    public static EmbeddedPostgres start(Path homeDirectory, Path programs) {
        AttuneHome home = AttuneHome.open(homeDirectory);
        try {
            PostgresTools tools = new PostgresTools(PostgresBinaries.unpack(programs.toAbsolutePath()));
            PostgresCluster cluster = PostgresCluster.open(home.directory().resolve("database"), tools);
            String password = cluster.password();
            PostgresProcess process = new PostgresProcess(cluster, tools);
            EmbeddedPostgres server = new EmbeddedPostgres(home, process, process.start(), password);
            server.ensureDatabase();
            return server;
        } catch (RuntimeException e) {
            home.close();
            throw e;
        }
    }

    /** The JDBC address of a database on this server. */
    public String url(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database
                + "?ApplicationName=attune&reWriteBatchedInserts=true";
    }

    public String password() {
        return password;
    }

    /** The port on 127.0.0.1 that it listens on. */
    public int port() {
        return port;
    }

    /** Where the data live. */
    public Path home() {
        return home.directory();
    }

    /**
     * Starts it again, at the same address, if it has ended by itself or was killed; it recovers what was committed.
     *
     * @return whether it had to be started
     */
    public synchronized boolean revive() {
        if (closed.get() || process.runs()) {
            return false;
        }
        LOG.warn("The database has ended; it is started again");
        process.start(port);
        return true;
    }

    /** A connection for the server's administration; what the application does, it does as {@link #NAME}. */
    public Connection administer() throws SQLException {
        return DriverManager.getConnection(url("postgres"), PostgresCluster.SUPERUSER, password);
    }

    @Override
    public synchronized void close() {
        if (closed.compareAndSet(false, true)) {
            try {
                process.stop();
                LOG.info("The database has stopped");
            } finally {
                home.close();
            }
        }
    }

    /** Safe to run at every start, so that an interrupted first one is completed by the next. */
    private void ensureDatabase() {
        try (Connection connection = administer();
                var statement = connection.createStatement()) {
            if (!exists(connection, "SELECT 1 FROM pg_roles WHERE rolname = ?")) {
                // Own random password of base64 letters: nothing in it needs quoting.
                statement.execute("CREATE ROLE " + NAME + " LOGIN PASSWORD '" + password + "'");
            }
            if (!exists(connection, "SELECT 1 FROM pg_database WHERE datname = ?")) {
                statement.execute("CREATE DATABASE " + NAME + " OWNER " + NAME);
            }
        } catch (SQLException e) {
            close();
            throw new DatabaseFailure(
                    "The embedded PostgreSQL runs, but does not let Attune in: " + e.getMessage(),
                    "If the file 'password' in " + home.directory().resolve("database") + " was changed, restore it.",
                    e);
        }
    }

    private static boolean exists(Connection connection, String query) throws SQLException {
        try (var statement = connection.prepareStatement(query)) {
            statement.setString(1, NAME);
            try (var rows = statement.executeQuery()) {
                return rows.next();
            }
        }
    }
}
