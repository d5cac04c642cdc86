package org.attune.history;

import java.time.Instant;
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
 */
public record ImportedAnswer(
        String externalKey,
        DecisionRecord decision,
        Outcome outcome,
        @Nullable String reason,
        Instant occurredAt) {

    /** An answer without a reason. */
    public ImportedAnswer(String externalKey, DecisionRecord decision, Outcome outcome, Instant occurredAt) {
        this(externalKey, decision, outcome, null, occurredAt);
    }
}
