package org.attune.desk;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import java.util.function.Supplier;
import org.attune.care.CarePanels;
import org.attune.interaction.Interaction;
import org.jspecify.annotations.Nullable;

/** Lays the panel of care over the middle of the desk and takes it away again; what is under it stays as it was. */
final class CareOverlay {
    private final Div desk;
    private final Component under;
    private final CarePanels care;
    private final Supplier<Interaction> conversation;
    private @Nullable Component panel;

    /** @param under what it covers, already at home in the desk */
    CareOverlay(Div desk, Component under, CarePanels care, Supplier<Interaction> conversation) {
        this.desk = desk;
        this.under = under;
        this.care = care;
        this.conversation = conversation;
    }

    /** Opens it if the agent left it open before. */
    void resume() {
        if (care.leftOpen(conversation.get())) {
            toggle();
        }
    }

    /** Opens or closes it. */
    void toggle() {
        Component open = panel;
        if (open == null) {
            Component opened = care.panel(conversation.get(), this::toggle);
            panel = opened;
            under.setVisible(false);
            desk.addComponentAtIndex(desk.indexOf(under), opened);
        } else {
            desk.remove(open);
            panel = null;
            care.closed(conversation.get());
            under.setVisible(true);
            desk.getElement().executeJs("this.focus({preventScroll: true})");
        }
    }
}
