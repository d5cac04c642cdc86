package org.attune.customer.internal;

import java.util.Collection;
import org.jspecify.annotations.Nullable;

/** Finds what somebody probably meant. */
final class Similar {
    private Similar() {}

    /** A sentence that offers the known word closest to the given one, empty when none is close. */
    static String hint(String word, Collection<String> known) {
        String best = closest(word, known);
        return best == null ? "" : " Did you mean '" + best + "'?";
    }

    private static @Nullable String closest(String word, Collection<String> known) {
        String best = null;
        int least = Math.max(1, word.length() / 3) + 1;
        for (String each : known) {
            int distance = distance(word, each);
            if (distance < least) {
                least = distance;
                best = each;
            }
        }
        return best;
    }

    /** Edits (insert, delete, replace) between two words. */
    private static int distance(String a, String b) {
        int[] before = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            before[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int[] now = new int[b.length() + 1];
            now[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int replaced = before[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                now[j] = Math.min(replaced, 1 + Math.min(before[j], now[j - 1]));
            }
            before = now;
        }
        return before[b.length()];
    }
}
