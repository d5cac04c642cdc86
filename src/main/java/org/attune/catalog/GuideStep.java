package org.attune.catalog;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.attune.kernel.LocalText;
import org.attune.kernel.Outcome;
import org.jspecify.annotations.Nullable;

/**
 * One step of the guide through an action; the first step begins. A step without choices is an end.
 *
 * @param key names it within its guide
 * @param text what to say or to ask, with placeholders like a script
 * @param choices what the customer may answer, in order; at most nine, because each has a digit
 * @param suggests at an end: the answer that should be recorded, null when the agent knows best
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record GuideStep(
        String key,
        LocalText text,
        List<Choice> choices,
        @Nullable Outcome suggests) {
    public GuideStep {
        choices = choices == null ? List.of() : List.copyOf(choices);
    }

    /** Whether the guide is over here. */
    public boolean ends() {
        return choices.isEmpty();
    }

    /**
     * One answer and where it leads.
     *
     * @param to key of a step of the same guide
     */
    public record Choice(LocalText label, String to) {}
}
