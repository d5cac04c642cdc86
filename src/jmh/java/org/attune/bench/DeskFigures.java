package org.attune.bench;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What was measured while agents worked: times by kind, what failed, and whether it stayed the same over time. */
final class DeskFigures {
    private static final int PARTS = 3;

    private final int seconds;
    private final Map<String, Tally> kinds = new LinkedHashMap<>();
    private final Map<String, Tally> beside = new LinkedHashMap<>();
    private final Tally late = new Tally("client late", false);
    private final Tally interactions = new Tally("interactions", false);
    private final Tally pushes = new Tally("pushes", false);
    private final Tally[] parts = new Tally[PARTS];
    private long began;

    DeskFigures(int seconds) {
        this.seconds = seconds;
        for (int i = 0; i < PARTS; i++) {
            parts[i] = new Tally("part " + (i + 1), false);
        }
    }

    /** Something that can be measured. */
    @FunctionalInterface
    interface Step {
        /** @return how long it took, ns */
        long take() throws Exception;
    }

    void begin() {
        began = System.nanoTime();
    }

    /** The agent did something and had the answer. */
    boolean interaction(String kind, Step step) {
        return measure(kind, interactions, step);
    }

    /** Somebody else did something and the page was told. */
    boolean push(String kind, Step step) {
        return measure(kind, pushes, step);
    }

    /** Something that belongs to neither, but may fail. */
    boolean other(String kind, Step step) {
        return measure(kind, null, step);
    }

    /** Something of an empty view. */
    void beside(String kind, Step step) {
        measure(kind(beside, kind), null, step);
    }

    /** So much later than it was due the client did something, ns. */
    void late(long nanos) {
        late.done(nanos);
    }

    private boolean measure(String kind, @Nullable Tally sum, Step step) {
        return measure(kind(kinds, kind), sum, step);
    }

    private boolean measure(Tally of, @Nullable Tally sum, Step step) {
        try {
            long took = step.take();
            of.done(took);
            if (sum != null) {
                sum.done(took);
            }
            if (sum == interactions) {
                long part = (System.nanoTime() - began) * PARTS / (seconds * 1_000_000_000L);
                parts[(int) Math.clamp(part, 0, PARTS - 1)].done(took);
            }
            return true;
        } catch (Exception e) {
            of.failed(e.toString());
            return false;
        }
    }

    private synchronized Tally kind(Map<String, Tally> all, String name) {
        return all.computeIfAbsent(name, each -> new Tally(each, false));
    }

    /** How many of all that was done and expected at the desks failed, 0 to 1. */
    synchronized double errorShare() {
        long failed = kinds.values().stream().mapToLong(Tally::errors).sum();
        long done = kinds.values().stream().mapToLong(Tally::done).sum();
        return failed + done == 0 ? 1 : failed / (double) (failed + done);
    }

    double interactionMillis(double share) {
        return interactions.millis(share);
    }

    double pushMillis(double share) {
        return pushes.millis(share);
    }

    /** The 95th percentile of interactions in each third of the time, ms. */
    List<Double> overTime() {
        return Arrays.stream(parts).map(each -> each.millis(0.95)).toList();
    }

    synchronized void print() {
        kinds.values().forEach(each -> System.out.println(each.line(seconds)));
        for (Tally each : List.of(interactions, pushes, late)) {
            System.out.println(each.line(seconds));
        }
        beside.values().forEach(each -> System.out.println(each.line(seconds)));
    }

    synchronized Map<String, Object> figures() {
        Map<String, Object> figures = new LinkedHashMap<>();
        kinds.forEach((name, tally) -> figures.put(name, tally.figures(seconds)));
        figures.put("interactions", interactions.figures(seconds));
        figures.put("pushes", pushes.figures(seconds));
        figures.put("clientLate", late.figures(seconds));
        beside.forEach((name, tally) -> figures.put(name, tally.figures(seconds)));
        return figures;
    }
}
