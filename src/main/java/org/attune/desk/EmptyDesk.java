package org.attune.desk;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import java.util.function.Consumer;
import org.attune.catalog.Vocabulary.Kind;
import org.attune.interaction.Interaction;
import org.attune.interaction.Interaction.State;
import org.attune.ui.ActionButton;
import org.attune.ui.Card;
import org.attune.ui.EmptyState;
import org.attune.ui.Icons;
import org.attune.ui.SectionTitle;
import org.attune.ui.Texts;

/** The desk between two conversations: what is still open, and where to begin. */
final class EmptyDesk extends Div {
    private static final long serialVersionUID = 1L;

    EmptyDesk(DeskServices services, List<Interaction> open, Consumer<Interaction> resume) {
        addClassNames("stack", "empty-desk");
        EmptyState start = new EmptyState(Icons.DESK, Texts.of("desk.empty"), Texts.of("desk.empty.hint"));
        add(new Card(start));
        List<Interaction> talking =
                open.stream().filter(each -> each.state() != State.RINGING).toList();
        if (!talking.isEmpty()) {
            Card card = new Card(new SectionTitle(Texts.of("desk.open")));
            for (Interaction each : talking) {
                Span name = new Span(services.customers()
                        .context(each.customer(), services.clock().instant())
                        .displayName());
                name.addClassNames("strong", "grow");
                String reason = each.reason().isEmpty()
                        ? ""
                        : Words.of(services.vocabulary().label(Kind.REASON_OF_CALL, each.reason())) + " · ";
                Span since = new Span(reason + services.formats().ago(each.openedAt()));
                since.addClassNames("muted", "small");
                Div row = new Div(name, since, new ActionButton(Texts.of("desk.resume"), click -> resume.accept(each)));
                row.addClassNames("row", "open-line");
                card.add(row);
            }
            add(card);
        }
    }
}
