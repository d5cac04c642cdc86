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

    /**
     * The first places without sorting the rest: mandatory ones before others, then by priority; on a tie the one that stands
     * earlier in {@code candidates} stays earlier. With candidates in the order of issue, group and action key this is the order of
     * {@link #order(List)}.
     *
     * @param candidates indices into the other arrays
     * @param count how many of them count
     * @param out receives the best indices, best first; its length is how many are wanted
     * @return how many places were filled
     */
    public static int top(int[] candidates, int count, boolean[] mandatory, double[] priority, int[] out) {
        int filled = 0;
        for (int i = 0; i < count; i++) {
            int each = candidates[i];
            int place = filled;
            while (place > 0 && before(each, out[place - 1], mandatory, priority)) {
                place--;
            }
            if (place < out.length) {
                int last = Math.min(filled, out.length - 1);
                System.arraycopy(out, place, out, place + 1, last - place);
                out[place] = each;
                filled = last + 1;
            }
        }
        return filled;
    }

    /** Sorts all candidates in place, in the order of {@link #top}: a stable merge sort. */
    public static void order(int[] candidates, int count, boolean[] mandatory, double[] priority) {
        int[] from = candidates;
        int[] to = new int[count];
        for (int width = 1; width < count; width *= 2) {
            for (int start = 0; start < count; start += 2 * width) {
                int middle = Math.min(start + width, count);
                int end = Math.min(start + 2 * width, count);
                int left = start;
                int right = middle;
                for (int k = start; k < end; k++) {
                    boolean takesRight =
                            right < end && (left == middle || before(from[right], from[left], mandatory, priority));
                    to[k] = takesRight ? from[right++] : from[left++];
                }
            }
            int[] swap = from;
            from = to;
            to = swap;
        }
        if (from != candidates) {
            System.arraycopy(from, 0, candidates, 0, count);
        }
    }

    /** Puts the candidates into uniformly random order (control arm); mandatory ones keep their band. */
    public static void shuffle(int[] candidates, int count, boolean[] mandatory, long seed) {
        Draws draws = new Draws(seed);
        for (int i = count - 1; i > 0; i--) {
            int j = draws.below(i + 1);
            int swap = candidates[i];
            candidates[i] = candidates[j];
            candidates[j] = swap;
        }
        order(candidates, count, mandatory, new double[mandatory.length]);
    }

    private static boolean before(int a, int b, boolean[] mandatory, double[] priority) {
        return mandatory[a] == mandatory[b] ? priority[a] > priority[b] : mandatory[a];
    }
}
