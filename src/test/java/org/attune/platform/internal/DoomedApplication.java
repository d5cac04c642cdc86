package org.attune.platform.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.DriverManager;

/** A process of its own with an embedded server: commits a row, says so, and waits to be killed. */
final class DoomedApplication {

    private DoomedApplication() {}

    public static void main(String[] arguments) throws Exception {
        EmbeddedPostgres server = EmbeddedPostgres.start(Path.of(arguments[0]), Path.of(arguments[1]));
        String url = server.url(EmbeddedPostgres.NAME);
        try (var connection = DriverManager.getConnection(url, EmbeddedPostgres.NAME, server.password());
                var statement = connection.createStatement()) {
            statement.execute("DROP TABLE IF EXISTS promise");
            statement.execute("CREATE TABLE promise (kept text)");
            statement.execute("INSERT INTO promise VALUES ('yes')");
        }
        System.out.println("committed");
        System.in.read();
    }

    /** Starts it and returns when its row is committed. */
    static Process start(Path home, Path programs) {
        try {
            Process process = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-cp",
                            System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                            DoomedApplication.class.getName(),
                            home.toString(),
                            programs.toString())
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            // No longer than the process lives: the stream ends with it.
            if (process.inputReader().lines().noneMatch("committed"::equals)) {
                throw new IllegalStateException("the application ended before it was killed");
            }
            return process;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
