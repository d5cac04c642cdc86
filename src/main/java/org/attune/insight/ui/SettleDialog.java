package org.attune.insight.ui;

import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextArea;
import java.util.function.Consumer;
import org.attune.ui.ActionButton;
import org.attune.ui.Texts;

/** Asks what came of a report. */
final class SettleDialog extends Dialog {
    private static final long serialVersionUID = 1L;
    private static final int LONGEST = 500;

    SettleDialog(String title, Consumer<String> settle) {
        setHeaderTitle(title);
        setWidth("min(460px, 94vw)");
        TextArea note = new TextArea(Texts.of("insight.feedback.note"));
        note.setMaxLength(LONGEST);
        note.setWidthFull();
        add(new Paragraph(Texts.of("insight.feedback.ask")), note);
        getFooter()
                .add(
                        new ActionButton(Texts.of("ui.cancel"), click -> close()),
                        new ActionButton(Texts.of("insight.feedback.settle"), click -> {
                                    close();
                                    settle.accept(note.getValue().strip());
                                })
                                .primary());
        addOpenedChangeListener(event -> note.focus());
    }
}
