package org.attune.desk;

import com.vaadin.flow.component.html.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.attune.decision.Recommendation.Said;
import org.attune.kernel.Language;
import org.attune.ui.Texts;

/** What is not as it should be about a text that is said: seen, so that nobody reads it out unawares. */
final class GuideNotes {
    private GuideNotes() {}

    /**
     * The notes for a text.
     *
     * @param asked the language it should be in
     */
    static List<Span> of(Said said, Language asked) {
        List<Span> notes = new ArrayList<>();
        if (said.language() != asked) {
            notes.add(note(Texts.of("desk.said.only-english")));
        }
        if (!said.unknown().isEmpty()) {
            String names = said.unknown().stream().map(Words::of).distinct().collect(Collectors.joining(", "));
            notes.add(note(Texts.of("desk.said.not-known", names)));
        }
        return notes;
    }

    static Span note(String words) {
        Span note = new Span(words);
        note.addClassNames("chip", "chip-against", "said-note");
        return note;
    }
}
