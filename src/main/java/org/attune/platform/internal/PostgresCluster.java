package org.attune.platform.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.util.FileSystemUtils;

/**
 * The files of one embedded server: {@code data}, its {@code password} and its {@code postgresql.log}, together in one
 * directory that appears whole or not at all.
 */
record PostgresCluster(Path directory) {

    private static final Logger LOG = LoggerFactory.getLogger(PostgresCluster.class);

    /** The version of PostgreSQL whose files this Attune can read. */
    static final String MAJOR_VERSION = "18";

    static final String SUPERUSER = "postgres";

    /** Durable, reachable from this machine's loopback with the password only, and sized for a small machine. */
    private static final String SETTINGS = """
            # Written by Attune at every start; put settings of your own into postgresql.auto.conf (ALTER SYSTEM).
            fsync = on
            synchronous_commit = on
            full_page_writes = on
            listen_addresses = '127.0.0.1'
            unix_socket_directories = ''
            password_encryption = 'scram-sha-256'
            max_connections = 100
            shared_buffers = 256MB
            effective_cache_size = 1GB
            work_mem = 16MB
            maintenance_work_mem = 128MB
            random_page_cost = 1.1
            jit = off
            timezone = 'UTC'
            log_timezone = 'UTC'
            log_checkpoints = off
            """;

    /** No line trusts anybody: whoever connects shows the password, local users included. */
    private static final String ACCESS = """
            # Written by Attune at every start.
            host all all 127.0.0.1/32 scram-sha-256
            """;

    /** Opens the cluster in the given place and makes a new one if there is none. */
    static PostgresCluster open(Path directory, PostgresTools tools) {
        try {
            if (!Files.isDirectory(directory)) {
                create(directory, tools);
            }
            PostgresCluster cluster = new PostgresCluster(directory);
            cluster.checkVersion();
            Files.writeString(cluster.data().resolve("attune.conf"), SETTINGS);
            Files.writeString(cluster.data().resolve("pg_hba.conf"), ACCESS);
            return cluster;
        } catch (IOException e) {
            throw AttuneHome.cannotWrite(directory, e);
        }
    }

    Path data() {
        return directory.resolve("data");
    }

    Path log() {
        return directory.resolve("postgresql.log");
    }

    /** The password of the server's two users, made up at random when the cluster was made. */
    String password() {
        Path file = passwordFile(directory);
        try {
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new DatabaseFailure(
                    "The password of the embedded database cannot be read from " + file + ".",
                    "Restore that file from a backup of " + directory + ".",
                    e);
        }
    }

    /** Works beside the place and moves there at the end, so that an interrupted attempt is simply made again. */
    private static void create(Path directory, PostgresTools tools) throws IOException {
        Path half = directory.resolveSibling(directory.getFileName() + ".half-made");
        if (FileSystemUtils.deleteRecursively(half)) {
            LOG.info("Removed what an interrupted first start had left");
        }
        LOG.info("Making a new database in {}", directory);
        AttuneHome.createPrivate(half);
        Path password = passwordFile(half);
        Files.createFile(password, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(password, randomPassword());
        Path data = half.resolve("data");
        // The built-in locale sorts and folds the same on every operating system, so that no upgrade breaks an index.
        var made = tools.run(
                "initdb",
                "--pgdata=" + data,
                "--username=" + SUPERUSER,
                "--pwfile=" + password,
                "--auth=scram-sha-256",
                "--encoding=UTF8",
                "--locale=C",
                "--locale-provider=builtin",
                "--builtin-locale=C.UTF-8");
        if (!made.succeeded()) {
            throw new DatabaseFailure(
                    "A new database could not be made in " + directory + ":\n" + made.lastLines(),
                    "Check the disk's free space and rights, then start again: nothing needs to be cleaned up.");
        }
        Files.writeString(data.resolve("postgresql.conf"), "\ninclude 'attune.conf'\n", StandardOpenOption.APPEND);
        Files.move(half, directory, StandardCopyOption.ATOMIC_MOVE);
    }

    private void checkVersion() throws IOException {
        String version = Files.readString(data().resolve("PG_VERSION")).strip();
        if (!version.equals(MAJOR_VERSION)) {
            throw new DatabaseFailure(
                    "The data in " + directory + " were written by PostgreSQL " + version + "; this Attune brings "
                            + MAJOR_VERSION + ".",
                    "Start the Attune that wrote them, or bring them over with pg_upgrade or pg_dump.");
        }
    }

    private static Path passwordFile(Path directory) {
        return directory.resolve("password");
    }

    private static String randomPassword() {
        byte[] bytes = new byte[24];
        new SecureRandom().nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
