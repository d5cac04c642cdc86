package org.attune.policy;

import org.attune.kernel.Channel;
import org.attune.kernel.LocalText;
import org.attune.kernel.Outcome;
import org.jspecify.annotations.Nullable;

/**
 * A suppression: after {@code count} times {@code outcome} within {@code windowDays}, pause {@code pauseDays}.
 *
 * @param scope {@code action}, {@code group} or {@code issue}: where occurrences are counted and what pauses
 * @param issue only for actions of this issue, null for all
 * @param channel only occurrences in this channel, null for all
 */
public record ContactRule(
        String key,
        Outcome outcome,
        String scope,
        @Nullable String issue,
        @Nullable Channel channel,
        int count,
        int windowDays,
        int pauseDays,
        LocalText label) {}
