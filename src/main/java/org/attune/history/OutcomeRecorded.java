package org.attune.history;

import org.attune.kernel.Channel;
import org.attune.kernel.CustomerId;
import org.attune.kernel.DecisionId;
import org.attune.kernel.InteractionId;
import org.attune.kernel.Outcome;
import org.jspecify.annotations.Nullable;

/** News: an outcome was written to the log, or taken back ({@code undone}). Published after commit and after the model has learned. */
public record OutcomeRecorded(
        DecisionId decision,
        CustomerId customer,
        @Nullable InteractionId interaction,
        String action,
        Channel channel,
        Outcome outcome,
        boolean undone) {}
