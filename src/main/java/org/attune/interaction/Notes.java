package org.attune.interaction;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.attune.interaction.internal.InteractionStore;
import org.attune.interaction.internal.NoteStore;
import org.attune.kernel.CardNumbers;
import org.attune.kernel.CustomerId;
import org.attune.kernel.Ids;
import org.attune.kernel.InteractionId;
import org.attune.kernel.InvalidException;
import org.attune.kernel.LocalText;
import org.attune.kernel.NotFoundException;
import org.attune.kernel.Problem;
import org.attune.kernel.StaleException;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;

/** Notes of conversations. A change is a new version; the latest says who may read all of them. Card numbers never get in. */
@Service
public class Notes {
    /** Longest text, in characters. */
    public static final int LONGEST = 2_000;

    private final NoteStore store;
    private final InteractionStore conversations;
    private final ApplicationEventPublisher news;
    private final Clock clock;

    Notes(NoteStore store, InteractionStore conversations, ApplicationEventPublisher news, Clock clock) {
        this.store = store;
        this.conversations = conversations;
        this.news = news;
        this.clock = clock;
    }

    /**
     * Writes a note in a conversation of one's own; somebody else's is a NotFoundException.
     *
     * @throws InvalidException when there is no text, or too much
     */
    public Note add(InteractionId conversation, Reader author, NoteVisibility visibility, String text) {
        Interaction where = conversations
                .find(conversation, author.user())
                .orElseThrow(() -> new NotFoundException("conversation", conversation));
        Note note = new Note(Ids.next(), 1, where.id(), author.user(), author.team(), visibility, checked(text), now());
        store.add(note);
        tell(where);
        return note;
    }

    /**
     * Writes the next version of a note of one's own; anybody else's is a NotFoundException.
     *
     * @param version the one that was looked at
     * @throws StaleException when it was changed meanwhile, in another window
     */
    public Note change(UUID id, int version, Reader author, NoteVisibility visibility, String text) {
        Note before = store.versions(id).stream()
                .filter(each -> each.author().equals(author.user()))
                .findFirst()
                .orElseThrow(() -> new NotFoundException("note", id));
        Note next = new Note(
                id,
                version + 1,
                before.conversation(),
                before.author(),
                author.team(),
                visibility,
                checked(text),
                now());
        if (before.version() != version || !store.add(next)) {
            throw new StaleException("note");
        }
        conversations.find(next.conversation(), author.user()).ifPresent(this::tell);
        return next;
    }

    /** The notes about a customer that somebody may read, newest first, each in its latest version. */
    public List<Note> of(CustomerId customer, Reader reader, int limit) {
        return store.of(customer, limit).stream()
                .filter(each -> shows(each, reader))
                .toList();
    }

    /** The notes of a conversation that somebody may read, the first first. */
    public List<Note> of(InteractionId conversation, Reader reader) {
        return store.in(conversation).stream()
                .filter(each -> shows(each, reader))
                .toList();
    }

    /** Every version of a note, the latest first; a NotFoundException for whoever may not read the latest. */
    public List<Note> versions(UUID id, Reader reader) {
        List<Note> versions = store.versions(id);
        if (versions.isEmpty() || !shows(versions.getFirst(), reader)) {
            throw new NotFoundException("note", id);
        }
        return versions;
    }

    /** As exact as it is stored. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private static boolean shows(Note note, Reader reader) {
        return note.visibility().shows(reader, note.author(), note.team());
    }

    /** The text without card numbers; an InvalidException when there is none, or too much. */
    static String checked(String text) {
        String clean = CardNumbers.redact(text.strip());
        if (clean.isEmpty()) {
            throw new InvalidException(List.of(
                    new Problem("text", new LocalText("Write something first.", "Écrivez d’abord quelque chose."))));
        }
        if (clean.length() > LONGEST) {
            throw new InvalidException(List.of(new Problem(
                    "text",
                    new LocalText("A note has at most 2,000 characters.", "Une note a 2 000 caractères au plus."))));
        }
        return clean;
    }

    private void tell(Interaction where) {
        CustomerId customer = where.customer();
        if (customer != null) {
            news.publishEvent(new NoteWritten(customer));
        }
    }
}
