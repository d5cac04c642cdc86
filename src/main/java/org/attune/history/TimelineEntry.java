package org.attune.history;

import java.time.Instant;
import org.attune.kernel.Channel;
import org.attune.kernel.DecisionId;
import org.attune.kernel.Outcome;
import org.jspecify.annotations.Nullable;

/** An answer as the customer's timeline shows it, newest first. */
public record TimelineEntry(
        Instant at,
        DecisionId decision,
        String action,
        Outcome outcome,
        @Nullable String reason,
        Channel channel,
        String who) {}
