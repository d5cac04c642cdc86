package org.attune.decision;

import java.util.List;

/**
 * What came out when a past decision was taken again.
 *
 * @param identical whether every stage, rank and score is the same to the last bit
 * @param differences what is not, in order; at most 100
 */
public record Replay(boolean identical, List<Difference> differences) {
    /**
     * One difference.
     *
     * @param action action key, empty for the decision as a whole
     * @param what the field
     * @param recorded what was written down
     * @param replayed what comes out now
     */
    public record Difference(String action, String what, String recorded, String replayed) {}
}
