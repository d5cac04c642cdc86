package org.attune.platform.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The directory that keeps everything Attune must not lose, open to its owner only and to one application at a time. The
 * lock is the operating system's: it vanishes with the process, however that ends.
 */
final class AttuneHome implements AutoCloseable {

    private static final Set<PosixFilePermission> OWNER_ONLY = PosixFilePermissions.fromString("rwx------");
    private static final String LOCK = "lock";
    /** Answers kept while an external database was away: a home that has been used without an embedded one. */
    private static final Path KEPT = Path.of("kept");

    /** Homes this JVM holds. The system's lock is per process, and opening the file twice would give it up. */
    private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

    private final Path directory;
    private final FileChannel channel;

    private AttuneHome(Path directory, FileChannel channel) {
        this.directory = directory;
        this.channel = channel;
    }

    /**
     * Creates the directory if need be, closes it to other users and takes the lock.
     *
     * @throws DatabaseFailure if it cannot be written, is shared with others, or another Attune uses it
     */
    static AttuneHome open(Path wanted) {
        Path directory = prepare(wanted.toAbsolutePath().normalize());
        if (!HELD.add(directory)) {
            throw inUse(directory, ProcessHandle.current().pid() + "");
        }
        try {
            FileChannel channel = lock(directory.resolve(LOCK), directory);
            return new AttuneHome(directory, channel);
        } catch (RuntimeException e) {
            HELD.remove(directory);
            throw e;
        }
    }

    Path directory() {
        return directory;
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            HELD.remove(directory);
        }
    }

    /** Creates a directory that only its owner may enter. */
    static Path createPrivate(Path directory) throws IOException {
        Files.createDirectories(directory, PosixFilePermissions.asFileAttribute(OWNER_ONLY));
        Files.setPosixFilePermissions(directory, OWNER_ONLY);
        return directory;
    }

    private static Path prepare(Path directory) {
        try {
            if (Files.isDirectory(directory) && !isOurs(directory)) {
                throw new DatabaseFailure(
                        directory + " already holds other things.",
                        "Set ATTUNE_HOME to a directory that is empty or does not exist yet.");
            }
            return createPrivate(directory).toRealPath();
        } catch (IOException e) {
            throw cannotWrite(directory, e);
        }
    }

    /** Whether the directory is empty or was made by Attune: only then may its permissions be changed. */
    private static boolean isOurs(Path directory) throws IOException {
        if (Files.exists(directory.resolve(LOCK))) {
            return true;
        }
        try (var entries = Files.list(directory)) {
            return entries.allMatch(each -> each.endsWith(KEPT));
        }
    }

    private static FileChannel lock(Path file, Path directory) {
        try {
            FileChannel channel = FileChannel.open(
                    file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
            FileLock lock = channel.tryLock();
            if (lock == null) {
                channel.close();
                throw inUse(directory, Files.readString(file).strip());
            }
            channel.truncate(0);
            channel.write(ByteBuffer.wrap((ProcessHandle.current().pid() + "\n").getBytes(StandardCharsets.US_ASCII)));
            return channel;
        } catch (IOException e) {
            throw cannotWrite(directory, e);
        }
    }

    private static DatabaseFailure inUse(Path directory, String process) {
        return new DatabaseFailure(
                "Another Attune (process " + process + ") is already running on " + directory + ".",
                "Use or stop that one, or set ATTUNE_HOME to another directory (and SERVER_PORT to another port).");
    }

    static DatabaseFailure cannotWrite(Path directory, IOException reason) {
        return new DatabaseFailure(
                "Attune cannot keep its data in " + directory + ": " + reason,
                "Check the disk's free space and the directory's owner, or set ATTUNE_HOME to another directory.",
                reason);
    }
}
