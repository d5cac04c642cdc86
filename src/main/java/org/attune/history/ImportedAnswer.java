package org.attune.history;

import java.time.Instant;
import java.util.List;
import org.attune.kernel.Outcome;
import org.jspecify.annotations.Nullable;

/**
 * An answer of the past, from before Attune or from another system.
 *
 * @param externalKey names it for ever: the same key is taken once, however often it is sent
 * @param decision what was decided then, as far as known: arm {@code import} and exactly one offer
 * @param outcome what became of the offer; fulfilled and cancelled imply accepted
 * @param reason key of the reason, for declined, not-now and not-offered, null when unknown
 * @param occurredAt when the customer answered
 * @param readOut what was said word for word before an acceptance, as far as known
 */
public record ImportedAnswer(
        String externalKey,
        DecisionRecord decision,
        Outcome outcome,
        @Nullable String reason,
        Instant occurredAt,
        List<Answer.ReadOut> readOut) {
    public ImportedAnswer {
        readOut = List.copyOf(readOut);
    }

    /** An answer of which nobody knows what was said before. */
    public ImportedAnswer(
            String externalKey, DecisionRecord decision, Outcome outcome, @Nullable String reason, Instant occurredAt) {
        this(externalKey, decision, outcome, reason, occurredAt, List.of());
    }

    /** An answer without a reason. */
    public ImportedAnswer(String externalKey, DecisionRecord decision, Outcome outcome, Instant occurredAt) {
        this(externalKey, decision, outcome, null, occurredAt);
    }
}
