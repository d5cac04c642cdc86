package org.attune.interaction.internal;

import org.attune.access.Role;
import org.attune.interaction.NoteVisibility;
import org.attune.interaction.Reader;
import org.attune.kernel.InteractionId;
import org.jspecify.annotations.Nullable;

/**
 * One thing that is kept on the disk: an answer or a note.
 *
 * @param proposal what the answer is about, when no recorded decision proposed it
 */
public record Kept(
        @Nullable KeptAnswer answer,
        @Nullable KeptNote note,
        @Nullable KeptProposal proposal) {
    public Kept(@Nullable KeptAnswer answer, @Nullable KeptNote note) {
        this(answer, note, null);
    }

    /** Whose it is. */
    public String agent() {
        return answer != null ? answer.agent() : note == null ? "" : note.author();
    }

    /** A note; card numbers are out of it already. */
    public record KeptNote(
            String conversation,
            String author,
            String role,
            @Nullable String team,
            String visibility,
            String text) {
        public static KeptNote of(InteractionId conversation, Reader author, NoteVisibility visibility, String text) {
            return new KeptNote(
                    conversation.toString(),
                    author.user(),
                    author.role().key(),
                    author.team(),
                    visibility.name(),
                    text);
        }

        public InteractionId where() {
            return InteractionId.of(conversation);
        }

        public Reader who() {
            return new Reader(author, Role.of(role), team);
        }

        public NoteVisibility readers() {
            return NoteVisibility.valueOf(visibility);
        }
    }
}
