package org.attune.interaction;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a bot knows when it hands a call over to a person.
 *
 * @param transcript what was said, in order
 * @param tried what was proposed or done already
 */
public record Handover(List<Said> transcript, List<Tried> tried) {
    /** Nobody was before. */
    public static final Handover NONE = new Handover(List.of(), List.of());

    public Handover {
        transcript = List.copyOf(transcript);
        tried = List.copyOf(tried);
    }

    /**
     * One line.
     *
     * @param who as the bot names them, such as {@code customer} or {@code bot}
     */
    public record Said(String who, String text) {}

    /**
     * Something that was tried.
     *
     * @param action key of an action of the catalog, or words for something else
     * @param outcome what came of it, in the bot's word; empty when it does not say
     * @param note more about it
     */
    public record Tried(
            String action, String outcome, @Nullable String note) {
        /** Whether it came to an end, so that it need not be proposed again; otherwise it was only begun. */
        public boolean settled() {
            return switch (outcome) {
                case "accepted", "fulfilled", "done", "solved", "declined", "failed", "not-solved" -> true;
                default -> false;
            };
        }
    }

    /** Whether there is nothing to tell. */
    public boolean nothing() {
        return transcript.isEmpty() && tried.isEmpty();
    }

    /** Keys of what need not be proposed again. */
    public List<String> settled() {
        return tried.stream()
                .filter(Tried::settled)
                .map(Tried::action)
                .distinct()
                .toList();
    }

    /** What was tried of an action, null when nothing. */
    public @Nullable Tried of(String action) {
        return tried.stream()
                .filter(each -> each.action().equals(action))
                .reduce((first, second) -> second)
                .orElse(null);
    }
}
