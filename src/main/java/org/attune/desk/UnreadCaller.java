package org.attune.desk;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;
import org.attune.decision.Recommendation;
import org.attune.decision.Recommendation.Script;
import org.attune.interaction.Interaction;
import org.attune.ui.Card;
import org.attune.ui.Texts;

/**
 * Somebody calls whom nobody knows, and nobody can look: the number, what may be said to anybody, and notes, which are kept. Answers are not taken:
 * there is nobody they would be about.
 */
final class UnreadCaller extends Div {
    private static final long serialVersionUID = 1L;

    /** @param name what is known of who calls: unknown, or how many share the number */
    UnreadCaller(DeskServices services, Interaction call, String name) {
        addClassNames("stack", "empty-desk", "caller", "unread-caller");
        Span number = new Span(CallWords.masked(call.caller()));
        number.addClassNames("muted", "tnum");
        Div head = new Div(new H2(name), number);
        head.addClassNames("row", "spread");
        Paragraph hint = new Paragraph(Texts.of("desk.unread.unknown"));
        hint.addClassName("muted");
        add(
                new Card(head, hint, new NotesPanel(services, call)).named(Texts.of("desk.caller")),
                guidance(Conversation.forAnybody(services, call, Words.language())));
    }

    private static Card guidance(List<Recommendation> said) {
        H3 title = new H3(Texts.of("desk.unread.guidance"));
        title.addClassName("overline");
        UnorderedList lines = new UnorderedList();
        lines.addClassName("plain-list");
        for (Recommendation each : said) {
            Span action = new Span(Words.of(each.title()));
            action.addClassName("strong");
            ListItem line = new ListItem(action);
            line.addClassNames("stack", "tight");
            Script script = each.treatment();
            if (script != null) {
                line.add(new Span(Texts.of("desk.quoted", script.script())));
            }
            lines.add(line);
        }
        ListItem listen = new ListItem(new Span(Texts.of("desk.listen.line")));
        lines.add(listen);
        return new Card(title, lines).named(Texts.of("desk.nba"));
    }
}
