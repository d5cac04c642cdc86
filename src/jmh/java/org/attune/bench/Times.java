package org.attune.bench;

import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** Durations of one kind and their percentiles. For one thread. */
final class Times {
    private long[] nanos = new long[1_024];
    private int count;
    private boolean sorted;

    void add(long duration) {
        if (count == nanos.length) {
            nanos = Arrays.copyOf(nanos, 2 * count);
        }
        nanos[count++] = duration;
        sorted = false;
    }

    static Times joined(Collection<Times> parts) {
        Times all = new Times();
        for (Times part : parts) {
            for (int i = 0; i < part.count; i++) {
                all.add(part.nanos[i]);
            }
        }
        return all;
    }

    int count() {
        return count;
    }

    /** The duration that a share of all does not exceed, milliseconds; 0 when there are none. */
    double millis(double share) {
        if (!sorted) {
            Arrays.sort(nanos, 0, count);
            sorted = true;
        }
        return count == 0 ? 0 : nanos[Math.min(count - 1, (int) (share * count))] / 1e6;
    }

    double micros(double share) {
        return 1e3 * millis(share);
    }

    Map<String, Object> inMillis() {
        return new LinkedHashMap<>(Map.of(
                "p50Millis",
                millis(0.5),
                "p95Millis",
                millis(0.95),
                "p99Millis",
                millis(0.99),
                "maxMillis",
                millis(1)));
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT, "p50 %7.2f  p95 %7.2f  p99 %7.2f ms", millis(0.5), millis(0.95), millis(0.99));
    }
}
