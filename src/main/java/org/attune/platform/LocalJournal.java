package org.attune.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Lines that must not be lost while the database is away: they are on this machine's disk when {@link #add} returns, in order, and stay
 * until {@link #remove}. The file belongs to one process at a time, by a lock of the operating system; whoever comes later takes over
 * what a process that has ended left behind.
 *
 * <p>The file is text: {@code + id line} and {@code - id}. A last line that was cut off by a crash was never promised to anybody.
 */
public final class LocalJournal implements AutoCloseable {
    private static final int MOST_PROCESSES = 16;

    private final FileChannel channel;
    private final Map<UUID, String> waiting = new LinkedHashMap<>();

    private LocalJournal(FileChannel channel) {
        this.channel = channel;
    }

    /** Opens the first journal of a directory that no other process holds, and takes over what all those without an owner hold. */
    public static LocalJournal open(Path directory) {
        try {
            Files.createDirectories(
                    directory, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            LocalJournal own = null;
            for (int number = 1; number <= MOST_PROCESSES; number++) {
                Path file = directory.resolve("journal-" + number);
                if (own != null && !Files.exists(file)) {
                    continue;
                }
                LocalJournal free = take(file);
                if (free == null) {
                    continue;
                }
                if (own == null) {
                    own = free;
                } else {
                    free.waiting.forEach(own::add);
                    free.close();
                    Files.delete(file);
                }
            }
            if (own == null) {
                throw new IOException("all of the " + MOST_PROCESSES + " journals are in use");
            }
            return own;
        } catch (IOException e) {
            throw new UncheckedIOException("Nothing can be kept in " + directory + ": " + e.getMessage(), e);
        }
    }

    private static @Nullable LocalJournal take(Path file) throws IOException {
        FileChannel channel =
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        try {
            if (channel.tryLock() == null) {
                channel.close();
                return null;
            }
        } catch (OverlappingFileLockException e) { // another application in this process
            channel.close();
            return null;
        }
        LocalJournal journal = new LocalJournal(channel);
        journal.read();
        return journal;
    }

    private void read() throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(Math.toIntExact(channel.size()));
        while (bytes.hasRemaining() && channel.read(bytes) >= 0) {
            // to the end
        }
        String text = new String(bytes.array(), 0, bytes.position(), StandardCharsets.UTF_8);
        int whole = text.lastIndexOf('\n') + 1;
        for (String line : text.substring(0, whole).split("\n")) {
            if (line.startsWith("+ ")) {
                waiting.put(UUID.fromString(line.substring(2, 38)), line.substring(39));
            } else if (line.startsWith("- ")) {
                waiting.remove(UUID.fromString(line.substring(2, 38)));
            }
        }
        int end = text.substring(0, whole).getBytes(StandardCharsets.UTF_8).length;
        channel.truncate(waiting.isEmpty() ? 0 : end);
        channel.position(channel.size());
    }

    /** Keeps a line; it is on the disk when this returns. The same id again is an IllegalArgumentException. */
    public synchronized void add(UUID id, String line) {
        if (line.indexOf('\n') >= 0 || line.indexOf('\r') >= 0) {
            throw new IllegalArgumentException("a line has no breaks");
        }
        if (waiting.containsKey(id)) {
            throw new IllegalArgumentException("kept already: " + id);
        }
        write("+ " + id + " " + line + "\n");
        waiting.put(id, line);
    }

    /** What waits, in the order in which it was added. */
    public synchronized Map<UUID, String> waiting() {
        return new LinkedHashMap<>(waiting);
    }

    /** It need not be kept any longer; false when it is not here. */
    public synchronized boolean remove(UUID id) {
        if (!waiting.containsKey(id)) {
            return false;
        }
        write("- " + id + "\n");
        waiting.remove(id);
        if (waiting.isEmpty()) {
            try {
                channel.truncate(0);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return true;
    }

    private void write(String text) {
        try {
            ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        } catch (IOException e) {
            throw new UncheckedIOException("The disk of this machine keeps nothing: " + e.getMessage(), e);
        }
    }

    @Override
    public synchronized void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
