package org.attune.bench;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** The application as it is delivered, in a process of its own, on an embedded database of its own. */
final class SoakServer implements AutoCloseable {
    private static final Path HOME = Path.of("target", "bench-soak");
    private static final Path PACKAGED = Path.of("target", "app", "attune.jar");
    private static final String TOKEN = "soak-token-0123456789";

    private final Process process;
    private final Api api;

    private SoakServer(Process process, int port) {
        this.process = process;
        this.api = Api.at(port, TOKEN);
    }

    static SoakServer start() throws IOException, InterruptedException {
        DecisionHost.delete(HOME);
        int port;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--sun-misc-unsafe-memory-access=allow",
                "--enable-native-access=ALL-UNNAMED"));
        if (Files.exists(PACKAGED)) {
            command.addAll(List.of("-jar", PACKAGED.toString()));
        } else {
            command.addAll(List.of("-cp", System.getProperty("java.class.path"), "org.attune.AttuneApplication"));
        }
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().put("ATTUNE_HOME", HOME.toString());
        builder.environment().put("ATTUNE_API_TOKEN", TOKEN);
        builder.environment().put("SERVER_PORT", Integer.toString(port));
        Files.createDirectories(Path.of("target", "bench"));
        Path log = Path.of("target", "bench", "soak.log");
        SoakServer server = new SoakServer(
                builder.redirectErrorStream(true).redirectOutput(log.toFile()).start(), port);
        System.out.println((Files.exists(PACKAGED) ? "the packaged application" : "the application from its classes")
                + " on port " + port + ", log in " + log);
        server.awaitReady();
        return server;
    }

    private void awaitReady() throws InterruptedException {
        long end = System.nanoTime() + Duration.ofMinutes(3).toNanos();
        while (System.nanoTime() < end && process.isAlive()) {
            try {
                if (api.call("GET", "/actuator/health/readiness", null).statusCode() == 200) {
                    return;
                }
            } catch (IOException e) {
                // not yet
            }
            LockSupport.parkNanos(Duration.ofMillis(200).toNanos());
        }
        close();
        throw new IllegalStateException("The application did not become ready; see target/bench/soak.log.");
    }

    Api api() {
        return api;
    }

    @Override
    public void close() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(30, TimeUnit.SECONDS)) {
            process.destroyForcibly().waitFor();
        }
    }
}
