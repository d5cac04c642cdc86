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

/** The application in a process of its own, on an embedded database of its own: as it is delivered, or from its classes. */
final class SoakServer implements AutoCloseable {
    private static final Path PACKAGED = Path.of("target", "app", "attune.jar");
    private static final String TOKEN = "soak-token-0123456789";

    private final Process process;
    private final Path log;
    private final Api api;

    private SoakServer(Process process, Path log, int port) {
        this.process = process;
        this.log = log;
        this.api = Api.at(port, TOKEN);
    }

    /** As it is delivered, when it has been packaged. */
    static SoakServer start() throws IOException, InterruptedException {
        boolean packaged = Files.exists(PACKAGED);
        System.out.println(packaged ? "the packaged application" : "the application from its classes");
        return start(
                "soak",
                packaged
                        ? List.of("-jar", PACKAGED.toString())
                        : List.of("-cp", System.getProperty("java.class.path"), "org.attune.AttuneApplication"));
    }

    /** From its classes, by a program of this package that adds something to it. */
    static SoakServer start(String name, Class<?> main, String... arguments) throws IOException, InterruptedException {
        List<String> program =
                new ArrayList<>(List.of("-Xmx3g", "-cp", System.getProperty("java.class.path"), main.getName()));
        program.addAll(List.of(arguments));
        return start(name, program);
    }

    private static SoakServer start(String name, List<String> program) throws IOException, InterruptedException {
        Path home = Path.of("target", "bench-" + name);
        DecisionHost.delete(home);
        int port;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--sun-misc-unsafe-memory-access=allow",
                "--enable-native-access=ALL-UNNAMED"));
        command.addAll(program);
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().put("ATTUNE_HOME", home.toString());
        builder.environment().put("ATTUNE_API_TOKEN", TOKEN);
        builder.environment().put("SERVER_PORT", Integer.toString(port));
        Files.createDirectories(Path.of("target", "bench"));
        Path log = Path.of("target", "bench", name + ".log");
        SoakServer server = new SoakServer(
                builder.redirectErrorStream(true).redirectOutput(log.toFile()).start(), log, port);
        System.out.println("on port " + port + ", log in " + log);
        server.awaitReady();
        return server;
    }

    private void awaitReady() throws InterruptedException {
        long end = System.nanoTime() + Duration.ofMinutes(10).toNanos();
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
        throw new IllegalStateException("The application did not become ready; see " + log + ".");
    }

    /** The process's number. */
    long pid() {
        return process.pid();
    }

    /** How much of the processors it has used so far, where the system tells; without its database. */
    Duration cpu() {
        return process.info().totalCpuDuration().orElse(Duration.ZERO);
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
