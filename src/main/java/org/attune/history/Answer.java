package org.attune.history;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.attune.kernel.DecisionId;
import org.attune.kernel.Outcome;
import org.jspecify.annotations.Nullable;

/**
 * What became of one offered action.
 *
 * @param reason key of the reason, for declined, not-now and not-offered
 * @param again the day from which it may be proposed again, for not-now
 * @param occurredAt when it happened, null for now
 * @param readOut what had to be said word for word before, and when each was ticked; empty when nothing had to
 */
public record Answer(
        DecisionId decision,
        String action,
        Outcome outcome,
        @Nullable String reason,
        @Nullable LocalDate again,
        @Nullable Instant occurredAt,
        List<ReadOut> readOut) {
    public Answer {
        readOut = List.copyOf(readOut);
    }

    /** An answer before which nothing had to be said. */
    public Answer(
            DecisionId decision,
            String action,
            Outcome outcome,
            @Nullable String reason,
            @Nullable LocalDate again,
            @Nullable Instant occurredAt) {
        this(decision, action, outcome, reason, again, occurredAt, List.of());
    }

    /** The same about the same action of another decision, at a given moment. */
    public Answer about(DecisionId other, Instant at) {
        return new Answer(other, action, outcome, reason, again, at, readOut);
    }

    /**
     * A sentence that was said.
     *
     * @param sentence its key within the action
     * @param words as they were said
     * @param at when the agent ticked it, kept to the microsecond
     */
    public record ReadOut(String sentence, String words, Instant at) {}
}
