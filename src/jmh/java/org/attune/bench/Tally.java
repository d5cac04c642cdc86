package org.attune.bench;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** Counts replies of one kind and how long they took. */
final class Tally {
    private final String name;
    private final boolean shedding;
    private final AtomicInteger started = new AtomicInteger();
    private long[] nanos = new long[1_024];
    private int done;
    private int shed;
    private int errors;
    private @Nullable String firstError;

    Tally(String name, boolean shedding) {
        this.name = name;
        this.shedding = shedding;
    }

    String name() {
        return name;
    }

    int started() {
        return started.getAndIncrement();
    }

    int errors() {
        return errors;
    }

    synchronized void count(KeepAlive.@Nullable Answer answer, long took) {
        if (answer == null) {
            failed("nothing to send: no decision was answered");
        } else if (answer.status() < 300) {
            done(took);
        } else if (shedding && (answer.status() == 503 || answer.status() == 429) && answer.retryAfter()) {
            shed++;
        } else {
            failed(answer.toString());
        }
    }

    /** One more that was answered, after so many nanoseconds. */
    synchronized void done(long took) {
        if (done == nanos.length) {
            nanos = Arrays.copyOf(nanos, 2 * done);
        }
        nanos[done++] = took;
    }

    synchronized void failed(String what) {
        errors++;
        if (firstError == null) {
            firstError = what;
            System.out.println(name + ": " + what);
        }
    }

    int done() {
        return done;
    }

    int shed() {
        return shed;
    }

    double millis(double share) {
        long[] sorted = Arrays.copyOf(nanos, done);
        Arrays.sort(sorted);
        return done == 0 ? 0 : sorted[Math.min(done - 1, (int) (share * done))] / 1e6;
    }

    synchronized Map<String, Object> figures(int seconds) {
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("count", done);
        figures.put("perSecond", (double) done / seconds);
        figures.put("p50Millis", millis(0.5));
        figures.put("p95Millis", millis(0.95));
        figures.put("p99Millis", millis(0.99));
        figures.put("maxMillis", millis(1));
        figures.put("shed", shed);
        figures.put("errors", errors);
        return figures;
    }

    String line(int seconds) {
        return "%-16s %,7d  %,7.1f/s  p50 %7.2f ms  p95 %7.2f ms  p99 %7.2f ms  max %7.1f ms  %d shed  %d errors"
                .formatted(
                        name,
                        done,
                        (double) done / seconds,
                        millis(0.5),
                        millis(0.95),
                        millis(0.99),
                        millis(1),
                        shed,
                        errors);
    }
}
