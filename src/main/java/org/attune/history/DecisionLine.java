package org.attune.history;

import java.time.Instant;
import org.attune.kernel.Channel;
import org.attune.kernel.CustomerId;
import org.attune.kernel.DecisionId;
import org.attune.kernel.Outcome;

/** One decision behind a number: an action as it was offered and what became of it. */
public record DecisionLine(
        DecisionId decision,
        CustomerId customer,
        Instant at,
        Channel channel,
        String reason,
        long revision,
        String arm,
        String action,
        int rank,
        double propensity,
        Outcome state) {}
