package org.attune.platform;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.attune.platform.internal.DatabaseFailure;
import org.attune.platform.internal.EmbeddedPostgres;
import org.springframework.boot.SpringApplication;

/**
 * A new, empty database on a real PostgreSQL. The server is started once per JVM, on the first call, with the same
 * durable settings as in use; it stays in {@code target/} for the next run.
 */
public record TestDatabase(String url, String user, String password) {

    /** PostgreSQL's programs, unpacked once for all servers of the tests. */
    public static final Path PROGRAMS = Path.of("target", "postgresql").toAbsolutePath();

    private static final AtomicInteger NUMBER = new AtomicInteger();

    /** A database nobody else has, owned by a user who is no superuser. */
    public static TestDatabase fresh() {
        EmbeddedPostgres server = Server.INSTANCE;
        String name = "test_" + NUMBER.incrementAndGet();
        try (Connection connection = server.administer();
                var statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE " + name + " OWNER " + EmbeddedPostgres.NAME);
        } catch (SQLException e) {
            throw new IllegalStateException("no new test database", e);
        }
        return new TestDatabase(server.url(name), EmbeddedPostgres.NAME, server.password());
    }

    /** A connection to this database. */
    public Connection connect() throws SQLException {
        return DriverManager.getConnection(url, user, password);
    }

    /** Started on first use, stopped after all application contexts of the tests have closed. */
    private static final class Server {
        static final EmbeddedPostgres INSTANCE = start();

        private static EmbeddedPostgres start() {
            EmbeddedPostgres server = startOnFirstFreeHome();
            SpringApplication.getShutdownHandlers().add(server::close);
            dropOldDatabases(server);
            return server;
        }

        /** A second test run beside this one holds the first home; it is the run that takes the next. */
        private static EmbeddedPostgres startOnFirstFreeHome() {
            DatabaseFailure last = new DatabaseFailure("never tried", "");
            for (int number = 1; number <= 4; number++) {
                try {
                    return EmbeddedPostgres.start(Path.of("target", "test-db-" + number), PROGRAMS);
                } catch (DatabaseFailure e) {
                    last = e;
                }
            }
            throw last;
        }

        private static void dropOldDatabases(EmbeddedPostgres server) {
            try (Connection connection = server.administer();
                    var statement = connection.createStatement()) {
                List<String> old = new ArrayList<>();
                try (var rows =
                        statement.executeQuery("SELECT datname FROM pg_database WHERE datname LIKE 'test\\_%'")) {
                    while (rows.next()) {
                        old.add(rows.getString(1));
                    }
                }
                for (String name : old) {
                    statement.execute("DROP DATABASE " + name + " WITH (FORCE)");
                }
            } catch (SQLException e) {
                throw new IllegalStateException("old test databases cannot be dropped", e);
            }
        }
    }
}
