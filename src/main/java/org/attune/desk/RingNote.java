package org.attune.desk;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.attune.catalog.Vocabulary;
import org.attune.catalog.Vocabulary.Kind;
import org.attune.interaction.Interaction;
import org.attune.interaction.Interaction.State;
import org.attune.ui.ActionButton;
import org.attune.ui.Texts;

/** Says in the top bar that a call rings. It has its place there, so that nothing moves and the focus stays where it is. */
final class RingNote extends Div {
    private static final long serialVersionUID = 1L;

    private final transient DeskServices services;
    private final transient Consumer<Interaction> take;
    private final transient List<Interaction> ringing = new ArrayList<>();

    RingNote(DeskServices services, Consumer<Interaction> take) {
        this.services = services;
        this.take = take;
        addClassName("ring-note");
        getElement().setAttribute("role", "status");
        setVisible(true);
    }

    /** A call rings or has moved on. */
    void update(Interaction interaction) {
        ringing.removeIf(each -> each.id().equals(interaction.id()));
        if (interaction.state() == State.RINGING) {
            ringing.add(interaction);
        }
        paint();
    }

    /** Takes the call that has rung longest, if any. */
    void takeFirst() {
        if (!ringing.isEmpty()) {
            take.accept(ringing.getFirst());
        }
    }

    private void paint() {
        removeAll();
        if (ringing.isEmpty()) {
            return;
        }
        Interaction first = ringing.getFirst();
        String name = services.customers()
                .context(first.customer(), services.clock().instant())
                .displayName();
        Span dot = new Span();
        dot.addClassName("dot-live");
        Vocabulary words = services.vocabulary();
        String reason = first.reason().isEmpty() ? "" : Words.of(words.label(Kind.REASON_OF_CALL, first.reason()));
        Span text =
                new Span(reason.isEmpty() ? Texts.of("desk.ring", name) : Texts.of("desk.ring.reason", name, reason));
        text.addClassName("clip");
        add(
                dot,
                text,
                new ActionButton(Texts.of("desk.take"), click -> takeFirst())
                        .primary()
                        .key("R"));
        if (ringing.size() > 1) {
            add(new Span(Texts.of("desk.ring.more", ringing.size() - 1)));
        }
    }
}
