package org.attune.simulation;

import org.attune.simulation.engine.OffPolicy;
import org.jspecify.annotations.Nullable;

/**
 * What a draft would have earned on recorded decisions, compared with another strategy.
 *
 * @param decided how many decisions could be judged
 * @param skipped how many could not: their trace was cleared away or is of an older version
 * @param control how many of the first were of the control group
 * @param accepted acceptances of what stands first, a decision; null when nothing could be judged
 * @param worth value of these, a decision, in points of 0 to 100; null when nothing could be judged
 */
public record ExpectedEffect(
        int decided,
        int skipped,
        int control,
        OffPolicy.@Nullable Comparison accepted,
        OffPolicy.@Nullable Comparison worth) {}
