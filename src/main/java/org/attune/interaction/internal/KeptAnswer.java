package org.attune.interaction.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.attune.history.Answer;
import org.attune.history.Answer.ReadOut;
import org.attune.kernel.DecisionId;
import org.attune.kernel.Outcome;
import org.jspecify.annotations.Nullable;

/** An answer as it is kept on the disk. */
public record KeptAnswer(
        UUID decision,
        String action,
        String outcome,
        @Nullable String reason,
        @Nullable LocalDate again,
        Instant occurredAt,
        String agent,
        @Nullable List<ReadOut> readOut) {
    public static KeptAnswer of(Answer answer, String agent, Instant at) {
        return new KeptAnswer(
                answer.decision().value(),
                answer.action(),
                answer.outcome().key(),
                answer.reason(),
                answer.again(),
                at,
                agent,
                answer.readOut());
    }

    public Answer answer() {
        return new Answer(
                new DecisionId(decision),
                action,
                Outcome.of(outcome),
                reason,
                again,
                occurredAt,
                readOut == null ? List.of() : readOut);
    }
}
