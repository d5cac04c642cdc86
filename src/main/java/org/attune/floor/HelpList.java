package org.attune.floor;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import org.attune.access.Role;
import org.attune.care.HelpCall;
import org.attune.kernel.AttuneException;
import org.attune.ui.ActionButton;
import org.attune.ui.Icons;
import org.attune.ui.Notify;
import org.attune.ui.Texts;
import org.jspecify.annotations.Nullable;

/** Agents who ask for a supervisor: one click says who comes, and the agent sees it. */
final class HelpList extends Div {
    private static final long serialVersionUID = 1L;

    private final transient FloorWords words;
    private transient @Nullable List<HelpCall> shown;
    private boolean open;

    HelpList(FloorWords words) {
        this.words = words;
        addClassNames("stack", "tight", "help-list");
        getElement().setAttribute("aria-live", "polite");
    }

    /** @param possible whether it can be answered now */
    void show(List<HelpCall> calls, boolean possible) {
        if (calls.equals(shown) && open == possible) {
            return;
        }
        shown = calls;
        open = possible;
        removeAll();
        if (calls.isEmpty()) {
            Span none = new Span(Texts.of("floor.help.none"));
            none.addClassName("muted");
            add(none);
        }
        calls.forEach(each -> add(row(each)));
    }

    private Div row(HelpCall call) {
        String taker = call.takenBy();
        Span text = new Span(
                taker == null
                        ? Texts.of("floor.help.asks", words.person(call.agent()))
                        : Texts.of("floor.help.taken", words.person(taker), words.person(call.agent())));
        text.addClassName("grow");
        Div row = new Div(Icons.LIFEBUOY.create(), text, words.timer(call.askedAt()));
        row.addClassNames("banner", taker == null ? "warn" : "good");
        if (words.user().is(Role.SUPERVISOR)) {
            ActionButton button = taker == null
                    ? new ActionButton(
                                    Texts.of("floor.help.take"),
                                    click -> tell(() -> words.care()
                                            .take(call.id(), words.user().username())))
                            .primary()
                    : new ActionButton(
                            Texts.of("floor.help.over"),
                            click -> tell(() -> words.care().over(call.agent())));
            button.setEnabled(open);
            row.add(button);
        }
        return row;
    }

    private static void tell(Runnable work) {
        try {
            work.run();
        } catch (AttuneException e) {
            Notify.info(e);
        }
    }
}
