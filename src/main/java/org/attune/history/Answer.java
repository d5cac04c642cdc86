package org.attune.history;

import java.time.Instant;
import java.time.LocalDate;
import org.attune.kernel.DecisionId;
import org.attune.kernel.Outcome;
import org.jspecify.annotations.Nullable;

/**
 * What became of one offered action.
 *
 * @param reason key of the reason, for declined, not-now and not-offered
 * @param again the day from which it may be proposed again, for not-now
 * @param occurredAt when it happened, null for now
 */
public record Answer(
        DecisionId decision,
        String action,
        Outcome outcome,
        @Nullable String reason,
        @Nullable LocalDate again,
        @Nullable Instant occurredAt) {}
