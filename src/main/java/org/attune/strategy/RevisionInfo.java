package org.attune.strategy;

import java.time.Instant;
import java.util.List;

/**
 * A numbered revision and its way so far.
 *
 * @param at when it was made
 * @param who made it
 * @param note says what changed
 * @param base the revision it was made from, 0 for none
 * @param merged whether publishing had to merge it with what had become live meanwhile
 * @param steps what was done with it, oldest first
 */
public record RevisionInfo(
        long number,
        RevisionState state,
        Instant at,
        String who,
        String note,
        long base,
        boolean merged,
        List<RevisionStep> steps) {
    public RevisionInfo {
        steps = List.copyOf(steps);
    }

    /** Whether decisions are made with it. */
    public boolean live() {
        return state == RevisionState.LIVE;
    }

    /** What was done last. */
    public RevisionStep latest() {
        return steps.isEmpty() ? new RevisionStep(RevisionStep.Kind.DRAFTED, who, at, note) : steps.getLast();
    }
}
