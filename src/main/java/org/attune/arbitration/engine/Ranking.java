package org.attune.arbitration.engine;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Puts candidates in order: mandatory band, priority, then issue, group and action key, so that ties never wander. */
public final class Ranking {
    /** One candidate with everything the order depends on. */
    public record Entry(String issue, String group, String action, boolean mandatory, double priority) {}

    private static final Comparator<Entry> ORDER = Comparator.comparing((Entry e) -> !e.mandatory())
            .thenComparing(Comparator.comparingDouble(Entry::priority).reversed())
            .thenComparing(Entry::issue)
            .thenComparing(Entry::group)
            .thenComparing(Entry::action);

    private Ranking() {}

    /** Negative when the first stands before the second. */
    public static int compare(Entry a, Entry b) {
        return ORDER.compare(a, b);
    }

    /** The entries in order; the argument is left alone. */
    public static List<Entry> order(List<Entry> entries) {
        List<Entry> sorted = new ArrayList<>(entries);
        sorted.sort(ORDER);
        return sorted;
    }

    /**
     * The entries in uniformly random order (control arm); mandatory ones keep their band.
     *
     * @param seed the same seed gives the same order
     */
    public static List<Entry> shuffled(List<Entry> entries, long seed) {
        List<Entry> sorted = order(entries);
        Draws draws = new Draws(seed);
        for (int i = sorted.size() - 1; i > 0; i--) {
            int j = draws.below(i + 1);
            Entry swap = sorted.get(i);
            sorted.set(i, sorted.get(j));
            sorted.set(j, swap);
        }
        sorted.sort(Comparator.comparing(e -> !e.mandatory()));
        return sorted;
    }
}
