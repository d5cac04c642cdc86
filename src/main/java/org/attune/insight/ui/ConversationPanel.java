package org.attune.insight.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.attune.access.Role;
import org.attune.history.Answer.ReadOut;
import org.attune.history.History;
import org.attune.interaction.Note;
import org.attune.interaction.NoteVisibility;
import org.attune.interaction.Notes;
import org.attune.interaction.PastConversation;
import org.attune.interaction.Reader;
import org.attune.kernel.CustomerId;
import org.attune.kernel.DecisionId;
import org.attune.kernel.Language;
import org.attune.ui.Badge;
import org.attune.ui.Card;
import org.attune.ui.EmptyState;
import org.attune.ui.Formats;
import org.attune.ui.Icons;
import org.attune.ui.PageLink;
import org.attune.ui.SectionTitle;
import org.attune.ui.Texts;
import org.jspecify.annotations.Nullable;

/** One conversation that is over: its summary, and the notes of it that the reader may see. Administrators see neither. */
class ConversationPanel extends Card {
    private static final long serialVersionUID = 1L;

    private final transient Notes notes;
    private final transient Reader reader;
    private final transient History history;
    private final transient Words words;
    private final transient Formats formats;
    private final transient Function<PastConversation, String> customer;
    private final transient UnaryOperator<String> agent;

    ConversationPanel(
            Notes notes,
            Reader reader,
            History history,
            Words words,
            Formats formats,
            Function<PastConversation, String> customer,
            UnaryOperator<String> agent) {
        this.notes = notes;
        this.reader = reader;
        this.history = history;
        this.words = words;
        this.formats = formats;
        this.customer = customer;
        this.agent = agent;
        addClassNames("stack", "fill", "scroll");
        named(Texts.of("wrapup.past.panel"));
    }

    void show(@Nullable PastConversation each) {
        removeAll();
        if (each == null) {
            add(new EmptyState(Icons.CHAT, Texts.of("wrapup.past.choose"), Texts.of("wrapup.past.choose.hint")));
            return;
        }
        Span about = new Span(Texts.of(
                "wrapup.past.about",
                formats.dateTime(each.openedAt()),
                formats.date(each.openedAt()).equals(formats.date(each.closedAt()))
                        ? formats.time(each.closedAt())
                        : formats.dateTime(each.closedAt()),
                agent.apply(each.agent())));
        about.addClassNames("muted", "small");
        add(new SectionTitle(customer.apply(each)).end(ConversationsView.code(each)), about);
        if (reader.role() != Role.SUPERVISOR) {
            add(text(Texts.of("wrapup.past.not-for-you"), true));
            return;
        }
        add(new H3(Texts.of("wrapup.summary")));
        add(
                each.summary() == null
                        ? text(Texts.of("wrapup.past.no-summary"), true)
                        : text(each.summary().in(Language.of(Texts.locale())), false));
        if (each.version() > 1) {
            add(text(Texts.of("wrapup.past.changed"), true));
        }
        said(each);
        List<Note> readable = notes.of(each.id(), reader);
        if (!readable.isEmpty()) {
            add(new H3(Texts.of("wrapup.past.notes")));
            readable.forEach(this::note);
        }
    }

    /** What had to be said word for word, one action after the other, with the way to its decision. */
    private void said(PastConversation each) {
        CustomerId customer = each.customer();
        if (customer == null) {
            return;
        }
        Map<DecisionId, Map<String, List<ReadOut>>> said = new LinkedHashMap<>();
        history.saidIn(each.id(), customer)
                .forEach(one -> said.computeIfAbsent(one.decision(), any -> new LinkedHashMap<>())
                        .computeIfAbsent(one.action(), any -> new ArrayList<>())
                        .add(one.sentence()));
        said.forEach((decision, actions) -> actions.forEach((action, sentences) -> {
            add(new SaidWords(words.names().action(action), sentences, formats));
            add(new PageLink(InsightNavigation.decision(decision), Texts.of("insight.feedback.decision")));
        }));
    }

    private void note(Note note) {
        Span by = new Span(Texts.of("wrapup.past.by", agent.apply(note.author()), formats.dateTime(note.at())));
        by.addClassNames("muted", "small");
        Div head = new Div(by);
        head.addClassName("row");
        if (note.visibility() != NoteVisibility.EVERYONE) {
            head.add(new Badge(
                    Icons.LOCK, Texts.of("wrapup.visible." + note.visibility().key()), Badge.Kind.PROTECTED));
        }
        Div whole = new Div(head, text(note.text(), false));
        whole.addClassNames("stack", "tight");
        add(whole);
    }

    private static Paragraph text(String words, boolean muted) {
        Paragraph text = new Paragraph(words);
        text.addClassName("told-text");
        if (muted) {
            text.addClassName("muted");
        }
        return text;
    }
}
