package org.attune.decision;

import java.util.List;
import org.attune.decision.Recommendation.Legal;
import org.attune.decision.Recommendation.Said;
import org.attune.decision.Recommendation.Script;
import org.attune.kernel.Outcome;
import org.jspecify.annotations.Nullable;

/**
 * What can be said about one action to one customer in one language.
 *
 * @param scripts the wordings, the chosen one first
 * @param legal what must be said word for word before it is accepted
 * @param guide the steps through it, the first one first; empty when it has none
 */
public record Spoken(List<Script> scripts, List<Legal> legal, List<Step> guide) {

    /** One step of a guide; without choices it is an end. */
    public record Step(
            String key,
            Said said,
            List<Choice> choices,
            @Nullable Outcome suggests) {}

    /** One answer of the customer and the key of the step it leads to. */
    public record Choice(Said label, String to) {}

    /** The step of a key, null when there is none. */
    public @Nullable Step step(String key) {
        return guide.stream().filter(each -> each.key().equals(key)).findFirst().orElse(null);
    }
}
