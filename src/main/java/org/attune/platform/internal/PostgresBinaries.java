package org.attune.platform.internal;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.net.JarURLConnection;
import java.net.URL;
import java.net.URLConnection;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Objects;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.util.FileSystemUtils;

/** PostgreSQL's programs, unpacked once from the archive on the class path. */
final class PostgresBinaries {

    private static final Logger LOG = LoggerFactory.getLogger(PostgresBinaries.class);

    private static final String HALF = "unpacking-";

    private PostgresBinaries() {}

    /**
     * Makes sure that this archive's programs lie unpacked below the given directory. A half-made copy is never used: the
     * archive is unpacked beside its place and moved there when it is whole.
     *
     * @return the directory that holds {@code bin}, {@code lib} and {@code share}
     * @throws DatabaseFailure if there is no archive for this platform or it cannot be unpacked
     */
    static Path unpack(Path into) {
        String name = archiveName(System.getProperty("os.name"), System.getProperty("os.arch"));
        URL archive = PostgresBinaries.class.getResource("/" + name);
        if (archive == null) {
            throw new DatabaseFailure(
                    "This build of Attune carries no PostgreSQL for this platform (" + name + " is missing).",
                    "Build it with the profile for all platforms (mvn -Pall-platforms package),"
                            + " or name a PostgreSQL 18 server by SPRING_DATASOURCE_URL, _USERNAME and _PASSWORD.");
        }
        try {
            Path target = into.resolve("postgresql-" + fingerprint(archive));
            if (!Files.isDirectory(target)) {
                LOG.info("Unpacking PostgreSQL");
                removeAbandoned(AttuneHome.createPrivate(into));
                Path half = Files.createTempDirectory(into, HALF);
                extract(archive, half);
                publish(half, target);
            }
            return target;
        } catch (IOException e) {
            throw AttuneHome.cannotWrite(into, e);
        }
    }

    /** What an unpacking that was killed has left; a running one is younger. */
    private static void removeAbandoned(Path into) throws IOException {
        FileTime limit = FileTime.from(Instant.now().minus(Duration.ofMinutes(10)));
        try (var entries = Files.newDirectoryStream(into, HALF + "*")) {
            for (Path entry : entries) {
                if (Files.getLastModifiedTime(entry).compareTo(limit) < 0) {
                    FileSystemUtils.deleteRecursively(entry);
                }
            }
        }
    }

    private static void publish(Path half, Path target) throws IOException {
        try {
            Files.move(half, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            FileSystemUtils.deleteRecursively(half);
            if (!Files.isDirectory(target)) { // else another process was quicker
                throw e;
            }
        }
    }

    static String archiveName(String osName, String architecture) {
        String os = osName.toLowerCase(Locale.ROOT).startsWith("mac") ? "darwin" : osName.toLowerCase(Locale.ROOT);
        String cpu = switch (architecture) {
            case "amd64", "x86_64" -> "x86_64";
            case "aarch64", "arm64" -> "arm_64";
            default -> architecture;
        };
        return "postgres-" + os + "-" + cpu + ".txz";
    }

    /** Size and checksum as the jar records them: tells two archives apart without reading 15 MB at every start. */
    private static String fingerprint(URL archive) throws IOException {
        URLConnection connection = archive.openConnection();
        if (connection instanceof JarURLConnection jar) {
            return "%08x-%d"
                    .formatted(jar.getJarEntry().getCrc(), jar.getJarEntry().getSize());
        }
        try {
            return "%x-%d".formatted(connection.getLastModified(), connection.getContentLengthLong());
        } finally {
            connection.getInputStream().close();
        }
    }

    private static void extract(URL archive, Path target) throws IOException {
        try (var in = new BufferedInputStream(archive.openStream());
                var tar = new TarArchiveInputStream(new XZCompressorInputStream(in))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                Path file = target.resolve(entry.getName()).normalize();
                if (!file.startsWith(target)) {
                    throw new IOException("the archive names a file outside its folder: " + entry.getName());
                }
                write(tar, entry, file);
            }
        }
    }

    private static void write(TarArchiveInputStream tar, TarArchiveEntry entry, Path file) throws IOException {
        if (entry.isDirectory()) {
            Files.createDirectories(file);
            return;
        }
        Path folder = Objects.requireNonNull(file.getParent());
        Files.createDirectories(folder);
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(file, Path.of(entry.getLinkName()));
        } else {
            Files.copy(tar, file);
            if (folder.endsWith("bin")) {
                Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
            }
        }
    }
}
