package org.attune.access;

import java.util.ArrayList;
import java.util.List;
import org.attune.kernel.InvalidException;
import org.attune.kernel.Problem;

/**
 * How often a program may call, per node.
 *
 * @param perSecond calls per second in the long run, 1 to 100,000
 * @param burst calls at once after a rest, 1 to 200,000
 */
public record RateLimit(int perSecond, int burst) {
    /** For a program an administrator lets in. */
    public static final RateLimit USUAL = new RateLimit(50, 100);
    /** For the program of the installation itself ({@code ATTUNE_API_TOKEN}). */
    public static final RateLimit WIDE = new RateLimit(5_000, 10_000);

    /** Throws an {@link InvalidException} for what is out of range. */
    public RateLimit {
        List<Problem> problems = new ArrayList<>();
        if (perSecond < 1 || perSecond > 100_000) {
            problems.add(new Problem("perSecond", "Must be 1 to 100,000 calls per second."));
        }
        if (burst < 1 || burst > 200_000) {
            problems.add(new Problem("burst", "Must be 1 to 200,000 calls at once."));
        }
        if (!problems.isEmpty()) {
            throw new InvalidException(problems);
        }
    }
}
