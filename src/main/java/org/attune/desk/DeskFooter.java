package org.attune.desk;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Span;
import java.util.function.Consumer;
import org.attune.kernel.Outcome;
import org.attune.ui.ActionButton;
import org.attune.ui.Icons;
import org.attune.ui.Texts;
import org.jspecify.annotations.Nullable;

/** The bar at the bottom of the desk: what was done in this conversation, and what is always at hand. */
final class DeskFooter {
    private final Span counts = new Span();
    private final Span said = new Span();
    private final ActionButton undo;
    private final Consumer<String> key;

    /** @param key what a key of the desk does, by its usual name */
    DeskFooter(Runnable takeBack, Consumer<String> key) {
        this.key = key;
        counts.addClassNames("muted", "tnum");
        said.addClassName("clip");
        said.getElement().setAttribute("aria-live", "polite");
        undo = new ActionButton(Texts.of("desk.undo"), click -> takeBack.run())
                .link()
                .key("Z");
    }

    Component[] start() {
        return new Component[] {counts, said, undo};
    }

    Component[] end() {
        return new Component[] {
            does("desk.care", "H").icon(Icons.CARE), does("desk.supervisor", "S"), does("desk.keys", "?")
        };
    }

    private ActionButton does(String label, String pressed) {
        String usual = pressed.toLowerCase(java.util.Locale.ROOT);
        return new ActionButton(Texts.of(label), click -> key.accept(usual))
                .link()
                .key(pressed);
    }

    /** Shows how far a conversation has come, null for none. */
    void show(@Nullable Workplace work) {
        counts.setVisible(work != null);
        undo.setVisible(work != null && work.conversation().last() != null);
        said.setText(work == null ? "" : work.said());
        if (work != null) {
            Conversation conversation = work.conversation();
            counts.setText(Texts.of(
                    "desk.counts",
                    conversation.answers(Outcome.ACCEPTED),
                    conversation.answers(Outcome.DECLINED),
                    conversation.answers(Outcome.NOT_NOW) + conversation.answers(Outcome.NOT_OFFERED)));
        }
    }
}
