package org.attune.desk;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.data.value.ValueChangeMode;
import org.attune.interaction.Interaction;
import org.attune.interaction.NoteVisibility;
import org.attune.interaction.Notes;
import org.attune.kernel.InvalidException;
import org.attune.ui.ActionButton;
import org.attune.ui.Notify;
import org.attune.ui.Texts;

/** One line to write a note in, with who may read it; it stands in the timeline as soon as it is kept. */
final class NotesPanel extends Div {
    private static final long serialVersionUID = 1L;

    private final transient DeskServices services;
    private final transient Interaction conversation;
    private final TextArea text = new TextArea();
    private final Select<NoteVisibility> visibility = visibility(NoteVisibility.EVERYONE);

    NotesPanel(DeskServices services, Interaction conversation) {
        this.services = services;
        this.conversation = conversation;
        addClassNames("row", "note-line");
        getElement().setAttribute("role", "group");
        getElement().setAttribute("aria-label", Texts.of("wrapup.note"));
        text.setAriaLabel(Texts.of("wrapup.note"));
        text.setPlaceholder(Texts.of("wrapup.note.hint"));
        text.setMaxLength(Notes.LONGEST);
        text.setMinRows(1);
        text.setMaxRows(3);
        text.setValueChangeMode(ValueChangeMode.LAZY);
        text.addClassNames("grow", "note-text");
        ActionButton keep = new ActionButton(Texts.of("wrapup.note.keep"), click -> keep());
        keep.addClassName("note-keep");
        keep.getElement().setAttribute("aria-keyshortcuts", "Control+Enter");
        add(text, visibility, keep);
    }

    /** Puts the cursor there. */
    void write() {
        text.focus();
    }

    private void keep() {
        try {
            if (!services.kept().note(conversation.id(), services.reader(), visibility.getValue(), text.getValue())) {
                Notify.info(Texts.of("desk.note.kept"));
            }
            text.clear();
        } catch (InvalidException e) {
            Notify.info(e.problems().getFirst().message(Words.language()));
        }
        text.focus();
    }

    static Select<NoteVisibility> visibility(NoteVisibility value) {
        Select<NoteVisibility> select = new Select<>();
        select.setItems(NoteVisibility.values());
        select.setItemLabelGenerator(each -> Texts.of("wrapup.visible." + each.key()));
        select.setAriaLabel(Texts.of("wrapup.visible"));
        select.setValue(value);
        select.addClassName("note-visibility");
        return select;
    }
}
