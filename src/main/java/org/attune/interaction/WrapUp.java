package org.attune.interaction;

import java.time.Instant;
import org.attune.kernel.InteractionId;
import org.attune.kernel.Language;
import org.attune.kernel.LocalText;
import org.jspecify.annotations.Nullable;

/**
 * The wrap-up of a conversation.
 *
 * @param rule of its queue, as it was when the wrap-up began
 * @param dueAt when the system finishes it, null when there is no hurry
 * @param code key of what is chosen, null when nothing is
 * @param label its name at that time
 * @param text the summary as far as the agent has changed it, null while it is as it was composed
 * @param language of the summary, null while the agent has not looked at it
 * @param finishedAt null while it goes on
 * @param finishedBy the agent, or {@link #TIME_OUT}
 */
public record WrapUp(
        InteractionId conversation,
        String agent,
        WrapUpRule rule,
        Instant begunAt,
        @Nullable Instant dueAt,
        @Nullable String code,
        @Nullable LocalText label,
        @Nullable String text,
        @Nullable Language language,
        @Nullable Instant finishedAt,
        @Nullable String finishedBy) {
    /** Who finishes what the agent did not. */
    public static final String TIME_OUT = "time-out";

    /** Whether the time was over. */
    public boolean timedOut() {
        return TIME_OUT.equals(finishedBy);
    }
}
