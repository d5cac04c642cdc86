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

/** The desk between two conversations: what rings, what is still open, and where to begin. */
final class EmptyDesk extends Div {
    private static final long serialVersionUID = 1L;

    /** Calls that ring at once and are shown; more than that nobody can take in. */
    private static final int MOST = 3;

    private final transient DeskServices services;
    private final transient Consumer<Interaction> take;
    /** Where it rings is where "ready" stands, at the same height: nothing below moves. */
    private final Div first = new Div();

    private final Div below = new Div();

    EmptyDesk(DeskServices services, List<Interaction> open, Consumer<Interaction> take) {
        this.services = services;
        this.take = take;
        addClassNames("stack", "empty-desk");
        first.addClassName("empty-first");
        add(first, below);
        show(open);
    }

    /** Shows what there is now. */
    void show(List<Interaction> open) {
        first.removeAll();
        below.removeAll();
        open.stream()
                .filter(each -> each.state() == State.RINGING)
                .limit(MOST)
                .forEach(call -> first.add(new RingCard(services, call, take)));
        if (first.getComponentCount() == 0) {
            first.add(new Card(new EmptyState(Icons.DESK, Texts.of("desk.empty"), Texts.of("desk.empty.hint"))));
        }
        List<Interaction> talking =
                open.stream().filter(each -> each.state() != State.RINGING).toList();
        if (!talking.isEmpty()) {
            Card card = new Card(new SectionTitle(Texts.of("desk.open")));
            talking.forEach(each -> card.add(line(each)));
            below.add(card);
        }
    }

    private Div line(Interaction each) {
        Span name = new Span(CallWords.who(services, each));
        name.addClassNames("strong", "grow");
        String reason = each.reason().isEmpty()
                ? ""
                : Words.of(services.vocabulary().label(Kind.REASON_OF_CALL, each.reason())) + " · ";
        Span since = new Span(reason + services.formats().ago(each.openedAt()));
        since.addClassNames("muted", "small");
        Div row = new Div(name, since, new ActionButton(Texts.of("desk.resume"), click -> take.accept(each)));
        row.addClassNames("row", "open-line");
        return row;
    }
}
