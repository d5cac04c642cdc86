package org.attune.desk;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import org.attune.interaction.Interaction;
import org.attune.outreach.OutreachItem;
import org.attune.platform.Outage;
import org.attune.ui.ActionButton;
import org.attune.ui.Icons;
import org.attune.ui.Texts;

/** Why the agent called this customer, above the guide; nothing when the customer called. */
final class OutreachNote extends Div {
    private static final long serialVersionUID = 1L;

    OutreachNote(DeskServices services, Interaction conversation) {
        addClassNames("banner", "outreach-note");
        getElement().setAttribute("role", "note");
        setVisible(false);
        Outage.quietly(() -> services.outreach().of(conversation.id()).ifPresent(item -> show(services, item)));
    }

    private void show(DeskServices services, OutreachItem item) {
        Span label = new Span(Words.of(item.label()));
        label.addClassName("strong");
        Span why = new Span(Words.of(item.why()));
        why.addClassName("grow");
        Div words = new Div(label, why);
        words.addClassNames("stack", "tight", "grow");
        ActionButton done = new ActionButton(Texts.of("desk.outreach.done"), click -> {
            services.outreach().done(item.id(), services.user().username());
            setVisible(false);
        });
        add(Icons.PHONE.create(), words, done);
        setVisible(true);
    }
}
