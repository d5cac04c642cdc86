package org.attune.arbitration;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * Makes something more or less relevant in a situation. Everything that is given must match.
 *
 * @param reason reason of call
 * @param signal type of a signal that was received
 * @param state a state the customer is in
 * @param journey a journey the customer is on
 * @param stage the stage of that journey
 * @param volume how many are calling: {@code low}, {@code normal} or {@code high}
 * @param issue only actions of this issue, null for all
 * @param group only actions of this group, null for all
 * @param action only this action, null for all
 * @param percent added to the context factor, -100..900
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ContextWeight(
        @Nullable String reason,
        @Nullable String signal,
        @Nullable String state,
        @Nullable String journey,
        @Nullable String stage,
        @Nullable String volume,
        @Nullable String issue,
        @Nullable String group,
        @Nullable String action,
        int percent) {
    /** A weight that looks at the reason of call, a signal or a state only. */
    public ContextWeight(
            @Nullable String reason,
            @Nullable String signal,
            @Nullable String state,
            @Nullable String issue,
            @Nullable String group,
            @Nullable String action,
            int percent) {
        this(reason, signal, state, null, null, null, issue, group, action, percent);
    }

    /** Whether it names a situation at all; a weight that does not applies to nothing. */
    public boolean namesSituation() {
        return reason != null || signal != null || state != null || journey != null || stage != null || volume != null;
    }

    /** Whether it is about actions in this place. */
    public boolean isAbout(String inIssue, String inGroup, String thisAction) {
        return (issue == null || issue.equals(inIssue))
                && (group == null || group.equals(inGroup))
                && (action == null || action.equals(thisAction));
    }
}
