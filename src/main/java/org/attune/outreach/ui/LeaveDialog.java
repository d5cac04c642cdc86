package org.attune.outreach.ui;

import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import java.util.function.Consumer;
import org.attune.outreach.OutreachItem;
import org.attune.outreach.OutreachItem.Dismissal;
import org.attune.ui.ActionButton;
import org.attune.ui.Texts;

/** Asks why somebody leaves a customer uncalled: one click. */
final class LeaveDialog extends Dialog {
    private static final long serialVersionUID = 1L;

    LeaveDialog(OutreachItem item, Consumer<Dismissal> chosen) {
        setHeaderTitle(Texts.of("outreach.leave.title", Words.of(item.label())));
        Div choices = new Div();
        choices.addClassNames("stack", "tight", "choices");
        for (Dismissal each : Dismissal.values()) {
            choices.add(new ActionButton(Texts.of("outreach.leave." + each.key()), click -> {
                close();
                chosen.accept(each);
            }));
        }
        add(choices);
        getFooter().add(new ActionButton(Texts.of("ui.cancel"), click -> close()).link());
    }
}
