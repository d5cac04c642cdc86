package org.attune.history;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The experiment that always runs, counted by what chance has put apart: conversations, whatever was shown, said or kept silent in them
 * (intention to treat). A conversation is an interaction, or a decision that belongs to none.
 *
 * @param accepted conversations in which something was accepted
 * @param worth value of what was accepted in a conversation, in points of the catalog's scale of 0 to 100
 * @param said offers that were presented, of those shown
 * @param since when the first of these conversations was, null when there is none
 */
public record Trial(
        Comparison accepted,
        Comparison worth,
        Comparison said,
        @Nullable Instant since) {}
