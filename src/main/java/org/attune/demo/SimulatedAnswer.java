package org.attune.demo;

import org.attune.kernel.Outcome;
import org.jspecify.annotations.Nullable;

/**
 * What an invented customer says to a proposal.
 *
 * @param outcome accepted, declined, not-now or not-offered (then the agent had better keep it to herself)
 * @param reason key of the reason, null for accepted
 */
public record SimulatedAnswer(Outcome outcome, @Nullable String reason) {

    /** Key of the sentence for this answer in the text bundles, e.g. {@code demo.says.declined.price}. */
    public String textKey() {
        return "demo.says." + outcome.key() + (reason == null ? "" : "." + reason);
    }
}
