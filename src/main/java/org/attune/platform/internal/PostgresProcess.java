package org.attune.platform.internal;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Starts and stops the server of one cluster, and clears away what an application that was killed left behind. */
final class PostgresProcess {

    private static final Logger LOG = LoggerFactory.getLogger(PostgresProcess.class);
    private static final int ATTEMPTS = 5;
    private static final long LOG_LIMIT = 10_000_000;

    private final PostgresCluster cluster;
    private final PostgresTools tools;

    PostgresProcess(PostgresCluster cluster, PostgresTools tools) {
        this.cluster = cluster;
        this.tools = tools;
    }

    /**
     * Starts the server and waits until it takes connections, crash recovery included.
     *
     * @return the port it listens on
     */
    int start() {
        return start(0);
    }

    /** Whether the server of this cluster runs. */
    boolean runs() {
        try {
            return Files.exists(pidFile()) && runningServer().isPresent();
        } catch (IOException e) {
            return false;
        }
    }

    /** The same on a port that was used before, 0 for any that is free. */
    int start(int wanted) {
        endOrphan();
        rotateLog();
        for (int attempt = 1; ; attempt++) {
            long before = logSize();
            int port = wanted == 0 ? freePort() : wanted;
            // pg_ctl gives the server a session of its own: Ctrl-C reaches the application first, and it stops the
            // server.
            var started = tools.run(
                    "pg_ctl",
                    "start",
                    "--wait",
                    "--timeout=600",
                    "--silent",
                    "--pgdata=" + cluster.data(),
                    "--log=" + cluster.log(),
                    "--options=-p " + port);
            if (started.succeeded()) {
                return port;
            }
            String said = logFrom(before);
            if (attempt == ATTEMPTS || !passes(said)) {
                throw new DatabaseFailure(
                        "The embedded PostgreSQL did not start:\n" + (said.isBlank() ? started.output() : said),
                        "Check the disk's free space and the log " + cluster.log() + ".");
            }
            pause();
        }
    }

    /** Stops the server after its running transactions were rolled back; returns when it is gone. */
    void stop() {
        if (!stop("fast", 60)) {
            LOG.warn("The database did not stop in time and is ended hard; it recovers at the next start");
            stop("immediate", 30);
        }
    }

    private boolean stop(String mode, int seconds) {
        var stopped = tools.run(
                "pg_ctl",
                "stop",
                "--wait",
                "--timeout=" + seconds,
                "--silent",
                "--mode=" + mode,
                "--pgdata=" + cluster.data());
        return stopped.succeeded() || !Files.exists(pidFile());
    }

    /**
     * An application that was killed leaves its server running: it is stopped in good order. A pid file without such a
     * server is stale, its number may even belong to another program by now, and PostgreSQL would refuse to start over it.
     */
    private void endOrphan() {
        if (!Files.exists(pidFile())) {
            return;
        }
        try {
            if (runningServer().isPresent()) {
                LOG.info("Stopping the database that an earlier Attune left running");
                stop();
            } else {
                LOG.info("Attune was not stopped in good order the last time; the database recovers by itself");
            }
            // Should a server we failed to see still run, PostgreSQL notices by its shared memory and refuses to start.
            Files.deleteIfExists(pidFile());
        } catch (IOException e) {
            throw AttuneHome.cannotWrite(cluster.directory(), e);
        }
    }

    private Optional<ProcessHandle> runningServer() throws IOException {
        List<String> lines = Files.readAllLines(pidFile());
        if (lines.isEmpty() || !lines.getFirst().strip().matches("\\d{1,18}")) {
            return Optional.empty();
        }
        return ProcessHandle.of(Long.parseLong(lines.getFirst().strip())).filter(this::servesThisCluster);
    }

    private boolean servesThisCluster(ProcessHandle process) {
        String data = cluster.data().toString();
        boolean postgres = process.info().command().orElse("").endsWith("/postgres");
        return postgres
                && Arrays.asList(process.info().arguments().orElse(new String[0]))
                        .contains(data);
    }

    private Path pidFile() {
        return cluster.data().resolve("postmaster.pid");
    }

    /** Whether trying again helps: the port was taken meanwhile, or the last processes of a killed server still end. */
    private static boolean passes(String said) {
        return said.contains("still in use") || said.contains("Address already in use");
    }

    private static void pause() {
        try {
            Thread.sleep(500);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new DatabaseFailure(
                    "This machine has no free local port for the database.", "Close programs and start again.", e);
        }
    }

    private void rotateLog() {
        try {
            if (logSize() > LOG_LIMIT) {
                Path old = cluster.log().resolveSibling("postgresql.log.1");
                Files.move(cluster.log(), old, StandardCopyOption.REPLACE_EXISTING);
            }
        } catch (IOException e) {
            throw AttuneHome.cannotWrite(cluster.directory(), e);
        }
    }

    private long logSize() {
        return cluster.log().toFile().length();
    }

    private String logFrom(long position) {
        try {
            byte[] all = Files.readAllBytes(cluster.log());
            int from = (int) Math.max(position, all.length - 4_000L);
            return new String(all, from, all.length - from, StandardCharsets.UTF_8).strip();
        } catch (IOException e) {
            return "";
        }
    }
}
