package org.attune.studio;

import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextArea;
import java.util.List;
import java.util.function.Consumer;
import org.attune.ui.ActionButton;
import org.attune.ui.Texts;

/** Says what is about to happen and takes a word about it along. */
class NoteDialog extends Dialog {
    private static final long serialVersionUID = 1L;

    NoteDialog(String title, List<String> words, String agree, boolean danger, Consumer<String> then) {
        setHeaderTitle(title);
        setWidth("min(460px, 94vw)");
        TextArea note = Fields.area(Texts.of("revisions.note"), 2);
        note.setMaxLength(500);
        note.setWidthFull();
        words.forEach(each -> add(new Paragraph(each)));
        add(note);
        ActionButton yes = new ActionButton(agree, click -> {
            close();
            then.accept(note.getValue().strip());
        });
        getFooter()
                .add(new ActionButton(Texts.of("ui.cancel"), click -> close()), danger ? yes.danger() : yes.primary());
    }
}
