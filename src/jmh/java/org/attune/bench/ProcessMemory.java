package org.attune.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** What the operating system has given a process, where it says so (Linux): also what is not in the heap. */
final class ProcessMemory {
    private ProcessMemory() {}

    /** Resident memory now and at most, as the system writes it; empty elsewhere. */
    static Map<String, String> of(long pid) throws IOException {
        Map<String, String> memory = new LinkedHashMap<>();
        Path status = Path.of("/proc", Long.toString(pid), "status");
        if (Files.exists(status)) {
            for (String line : Files.readAllLines(status)) {
                if (line.startsWith("VmRSS:") || line.startsWith("VmHWM:")) {
                    memory.put(line.substring(0, 5), line.substring(6).strip());
                }
            }
        }
        return memory;
    }
}
