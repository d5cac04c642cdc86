package org.attune.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a virtual machine holds after a full collection, by class.
 *
 * @param bytes of all live objects
 * @param byClass bytes by the class's name
 */
record LiveHeap(long bytes, Map<String, Long> byClass) {

    /** Makes the process collect, and counts. */
    static LiveHeap of(long pid) throws IOException, InterruptedException {
        // What only a finalizer, a cleaner or a weak reference of the first collection lets go is gone with the second.
        jcmd(pid, "GC.run");
        jcmd(pid, "GC.run_finalization");
        Map<String, Long> classes = new TreeMap<>();
        long total = 0;
        for (String line : jcmd(pid, "GC.class_histogram").lines().toList()) {
            String[] columns = line.strip().split(" +");
            if (columns.length >= 4 && columns[0].endsWith(":")) {
                classes.merge(columns[3], Long.parseLong(columns[2]), Long::sum);
            } else if (columns.length >= 3 && columns[0].equals("Total")) {
                total = Long.parseLong(columns[2]);
            }
        }
        if (total == 0) {
            throw new IllegalStateException("The process said nothing about its heap.");
        }
        return new LiveHeap(total, classes);
    }

    /** The classes that grew most since then, most first. */
    List<Map.Entry<String, Long>> grown(LiveHeap since, int most) {
        Map<String, Long> grown = new TreeMap<>();
        byClass.forEach((name, now) -> grown.put(name, now - since.byClass.getOrDefault(name, 0L)));
        return grown.entrySet().stream()
                .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
                .limit(most)
                .toList();
    }

    private static String jcmd(long pid, String command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(), Long.toString(pid), command)
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IllegalStateException("jcmd " + command + ": " + said);
        }
        return said;
    }
}
