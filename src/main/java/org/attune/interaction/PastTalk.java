package org.attune.interaction;

import java.util.List;
import org.attune.kernel.LocalText;
import org.jspecify.annotations.Nullable;

/**
 * A conversation that was held elsewhere, as it is taken over. Its times lie in the past and in order.
 *
 * @param rule how its queue is wrapped up
 * @param code key of what became of it, null when nobody said
 * @param timedOut whether the system set the code
 * @param composed the summary as it was composed, null when there is none
 * @param changed what the agent made of it, null when nothing
 */
public record PastTalk(
        Interaction conversation,
        WrapUpRule rule,
        @Nullable String code,
        boolean timedOut,
        @Nullable LocalText composed,
        @Nullable SummaryText changed,
        List<PastNote> notes) {
    public PastTalk {
        notes = List.copyOf(notes);
        if (conversation.state() != Interaction.State.CLOSED
                || conversation.closedAt() == null
                || conversation.answeredAt() == null) {
            throw new IllegalArgumentException("a conversation that is over was answered and has ended");
        }
    }

    /** A note of it, written when it ended by its agent. */
    public record PastNote(NoteVisibility visibility, String text) {}
}
