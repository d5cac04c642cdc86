package org.attune.desk;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import org.attune.care.HelpCall;
import org.attune.interaction.Interaction;
import org.attune.platform.Outage;
import org.attune.ui.ActionButton;
import org.attune.ui.Icons;
import org.attune.ui.Notify;
import org.attune.ui.Texts;
import org.jspecify.annotations.Nullable;

/** In the top bar, while the agent has called a supervisor: that it is known, and who comes. */
final class HelpNote extends Div {
    private static final long serialVersionUID = 1L;

    private final transient DeskServices services;

    HelpNote(DeskServices services) {
        this.services = services;
        addClassNames("chip", "help-note");
        getElement().setAttribute("role", "status");
        setVisible(false);
    }

    /** Looks how the agent's call for help stands. */
    void refresh() {
        Outage.quietly(
                () -> show(services.agentCare().of(services.user().username()).orElse(null)));
    }

    /** Calls a supervisor, to a conversation or to the desk. */
    void call(@Nullable Interaction conversation) {
        services.agentCare().call(services.user().username(), conversation == null ? null : conversation.id());
        Notify.success(Texts.of("desk.supervisor.called"));
    }

    private void show(@Nullable HelpCall call) {
        removeAll();
        setVisible(call != null);
        if (call == null) {
            return;
        }
        String taker = call.takenBy();
        setClassName("coming", taker != null);
        add(
                Icons.LIFEBUOY.create(),
                new Span(
                        taker == null
                                ? Texts.of("desk.help.waits")
                                : Texts.of("desk.help.comes", CallWords.colleague(services, taker))),
                new ActionButton(
                                Texts.of("desk.help.over"),
                                click -> services.agentCare()
                                        .over(services.user().username()))
                        .link());
    }
}
