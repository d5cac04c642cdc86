package org.attune.policy;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.attune.kernel.Channel;
import org.attune.kernel.LocalText;
import org.attune.kernel.Outcome;
import org.jspecify.annotations.Nullable;

/**
 * A suppression: after {@code count} times {@code outcome} within a window, pause. The window is a number of local calendar days, a
 * number of conversations, or both; then both must hold.
 *
 * @param outcome what is counted, once per conversation and action; an outcome that implies an earlier one counts for it too
 * @param scope {@code action}, {@code group}, {@code issue} or {@code any}: where occurrences are counted and what pauses
 * @param issue only for actions of this issue, null for all
 * @param channel only occurrences in this channel, null for all
 * @param count how often, at least 1
 * @param windowDays so many days from the first occurrence to the last, both included; 0 when only conversations are counted
 * @param windowInteractions so many conversations from the first occurrence to the last, both included; null for no such limit
 * @param pauseDays the action may come back so many days after the last occurrence
 */
public record ContactRule(
        String key,
        Outcome outcome,
        String scope,
        @Nullable String issue,
        @Nullable Channel channel,
        int count,
        int windowDays,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Integer windowInteractions,
        int pauseDays,
        LocalText label) {
    /** Counted and paused: the action itself. */
    public static final String ACTION = "action";
    /** Counted and paused: all actions of its group. */
    public static final String GROUP = "group";
    /** Counted and paused: all actions of its issue. */
    public static final String ISSUE = "issue";
    /** Counted and paused: everything. */
    public static final String ANY = "any";

    /** A rule over days. */
    public static ContactRule ofDays(
            String key, Outcome outcome, String scope, int count, int windowDays, int pauseDays, LocalText label) {
        return new ContactRule(key, outcome, scope, null, null, count, windowDays, null, pauseDays, label);
    }
}
