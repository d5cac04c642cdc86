package org.attune.interaction;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.attune.interaction.internal.InteractionStore;
import org.attune.interaction.internal.SummaryStore;
import org.attune.kernel.CardNumbers;
import org.attune.kernel.CustomerId;
import org.attune.kernel.InteractionId;
import org.attune.kernel.InvalidException;
import org.attune.kernel.Language;
import org.attune.kernel.LocalText;
import org.attune.kernel.NotFoundException;
import org.attune.kernel.Problem;
import org.attune.kernel.StaleException;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** What is kept of conversations that are over. A changed summary is a new version. */
@Service
public class PastConversations {
    /** Longest summary, in characters. */
    public static final int LONGEST = 4_000;

    private final SummaryStore summaries;
    private final InteractionStore conversations;
    private final Clock clock;

    PastConversations(SummaryStore summaries, InteractionStore conversations, Clock clock) {
        this.summaries = summaries;
        this.conversations = conversations;
        this.clock = clock;
    }

    /** Conversations with a customer that were answered and are over, newest first. */
    public List<PastConversation> of(CustomerId customer, int limit) {
        return summaries.past(customer, limit);
    }

    /**
     * The latest conversations of anybody that were answered and are over, newest first.
     *
     * @param queue in lower case, null for all
     * @param code key of what became of them, null for all
     */
    public List<PastConversation> latest(@Nullable String queue, @Nullable String code, int limit) {
        return summaries.latest(queue, code, limit);
    }

    /** How often conversations wrapped up since then came to each code of each queue, the most frequent first. */
    public List<CodeCount> codes(Instant since) {
        return summaries.codes(since);
    }

    /** Every version of a summary, the latest first. */
    public List<SummaryText> versions(InteractionId id) {
        return summaries.versions(id);
    }

    /**
     * The agent corrects the summary of a conversation of their own; anybody else's is a NotFoundException.
     *
     * @param version the one that was looked at
     * @throws InvalidException when there is no text, or too much
     * @throws StaleException when it was changed meanwhile
     */
    public void change(InteractionId id, int version, String agent, Language language, String text) {
        conversations.find(id, agent).orElseThrow(() -> new NotFoundException("conversation", id));
        if (text.isBlank()) {
            throw new InvalidException(List.of(
                    new Problem("text", new LocalText("Write something first.", "Écrivez d’abord quelque chose."))));
        }
        if (summaries.versions(id).size() != version
                || !summaries.add(
                        id, version + 1, clean(new SummaryText(language, text, null)), agent, clock.instant())) {
            throw new StaleException("summary");
        }
    }

    /** Without card numbers; an InvalidException when it is too long. */
    static SummaryText clean(SummaryText text) {
        if (text.text().length() > LONGEST) {
            throw new InvalidException(List.of(new Problem(
                    "text",
                    new LocalText(
                            "A summary has at most 4,000 characters.", "Un résumé a 4 000 caractères au plus."))));
        }
        String other = text.other();
        return new SummaryText(
                text.language(),
                CardNumbers.redact(text.text().strip()),
                other == null ? null : CardNumbers.redact(other.strip()));
    }
}
