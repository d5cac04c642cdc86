package org.attune.platform.internal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Runs PostgreSQL's own programs, as root too: PostgreSQL refuses root, so they get a user namespace without it. */
final class PostgresTools {

    /** What a program printed and how it ended. */
    record Result(int status, String output) {
        boolean succeeded() {
            return status == 0;
        }

        /** The end of what it printed, where programs say why they failed. */
        String lastLines() {
            List<String> lines = output.lines().toList();
            return String.join("\n", lines.subList(Math.max(0, lines.size() - 6), lines.size()));
        }
    }

    private final Path binaries;
    private final List<String> prefix;

    PostgresTools(Path binaries) {
        this.binaries = binaries;
        this.prefix = execute(List.of("id", "-u")).output().equals("0") ? withoutRoot() : List.of();
    }

    /** Runs a program to its end and gives back what it said. */
    Result run(String program, String... arguments) {
        List<String> command = new ArrayList<>(prefix);
        command.add(binaries.resolve("bin").resolve(program).toString());
        command.addAll(List.of(arguments));
        return execute(command);
    }

    private static List<String> withoutRoot() {
        List<String> unshare = List.of("unshare", "-U");
        List<String> probe = new ArrayList<>(unshare);
        probe.addAll(List.of("id", "-un"));
        if (!execute(probe).succeeded()) {
            throw new DatabaseFailure(
                    "PostgreSQL does not run as root, and this machine does not permit a user namespace without it.",
                    "Start Attune as an ordinary user, or name a PostgreSQL 18 server by SPRING_DATASOURCE_URL,"
                            + " _USERNAME and _PASSWORD.");
        }
        return unshare;
    }

    private static Result execute(List<String> command) {
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().keySet().removeIf(name -> name.startsWith("PG"));
        builder.environment().put("LC_ALL", "C");
        try {
            Process process = builder.start();
            process.getOutputStream().close();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return new Result(process.waitFor(), output.strip());
        } catch (IOException e) {
            return new Result(-1, String.valueOf(e.getMessage()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Result(-1, "interrupted");
        }
    }
}
