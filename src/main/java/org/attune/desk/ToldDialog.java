package org.attune.desk;

import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.util.List;
import org.attune.interaction.Note;
import org.attune.interaction.NoteVisibility;
import org.attune.interaction.PastConversation;
import org.attune.interaction.PastConversations;
import org.attune.interaction.SummaryText;
import org.attune.kernel.AttuneException;
import org.attune.kernel.InvalidException;
import org.attune.kernel.StaleException;
import org.attune.ui.ActionButton;
import org.attune.ui.Notify;
import org.attune.ui.Texts;
import org.jspecify.annotations.Nullable;

/** A note or a summary as a whole, with its earlier versions. Who wrote it may write the next one. */
final class ToldDialog extends Dialog {
    private static final long serialVersionUID = 1L;

    /** Keeps the next version. */
    private interface Keep {
        void version(String text);
    }

    private final Div content = new Div();

    private ToldDialog(String title, String about) {
        setHeaderTitle(title);
        addClassName("told");
        setWidth("min(620px, 94vw)");
        Span head = new Span(about);
        head.addClassNames("muted", "small");
        content.addClassName("stack");
        content.add(head);
        add(content);
    }

    static ToldDialog note(DeskServices services, Note note) {
        ToldDialog dialog = new ToldDialog(
                Texts.of("wrapup.note"),
                Texts.of(
                        "wrapup.written",
                        CallWords.colleague(services, note.author()),
                        services.formats().dateTime(note.at()),
                        Texts.of("wrapup.visible." + note.visibility().key())));
        List<Note> versions = services.notes().versions(note.id(), services.reader());
        if (note.author().equals(services.reader().user())) {
            Select<NoteVisibility> visibility = NotesPanel.visibility(note.visibility());
            dialog.editable(
                    note.text(),
                    "wrapup.note",
                    visibility,
                    text -> services.notes()
                            .change(note.id(), note.version(), services.reader(), visibility.getValue(), text));
        } else {
            dialog.readable(note.text());
        }
        dialog.earlier(versions.stream()
                .skip(1)
                .map(each -> Texts.of("wrapup.version", services.formats().dateTime(each.at()), each.text()))
                .toList());
        return dialog;
    }

    static ToldDialog summary(DeskServices services, PastConversation past) {
        SummaryText summary = past.summary();
        ToldDialog dialog = new ToldDialog(
                Texts.of("wrapup.summary"),
                Texts.of(
                        "wrapup.talked",
                        services.formats().dateTime(past.openedAt()),
                        CallWords.colleague(services, past.agent()),
                        past.code() == null ? Texts.of("wrapup.code.none") : Words.of(past.code())));
        if (summary == null) {
            return dialog;
        }
        if (past.agent().equals(services.reader().user())) {
            dialog.editable(
                    summary.in(Words.language()),
                    "wrapup.summary",
                    null,
                    text -> services.past().change(past.id(), past.version(), past.agent(), Words.language(), text));
        } else {
            dialog.readable(summary.in(Words.language()));
        }
        dialog.earlier(services.past().versions(past.id()).stream()
                .skip(1)
                .map(SummaryText::text)
                .toList());
        return dialog;
    }

    private void readable(String text) {
        Paragraph words = new Paragraph(text);
        words.addClassName("told-text");
        content.add(words);
        ActionButton close = closeButton();
        getFooter().add(close);
        addOpenedChangeListener(event -> close.focus());
    }

    private void editable(String text, String name, @Nullable Select<NoteVisibility> visibility, Keep keep) {
        TextArea area = new TextArea();
        area.setAriaLabel(Texts.of(name));
        area.setWidthFull();
        area.setMinRows(3);
        area.setMaxRows(9);
        area.setMaxLength(PastConversations.LONGEST);
        area.setValueChangeMode(ValueChangeMode.LAZY);
        area.setValue(text);
        content.add(area);
        if (visibility != null) {
            content.add(visibility);
        }
        ActionButton change = new ActionButton(
                        Texts.of("wrapup.note.change"), click -> keep(() -> keep.version(area.getValue())))
                .primary();
        change.addClassName("told-keep");
        getFooter().add(closeButton(), change);
    }

    private void keep(Runnable version) {
        try {
            version.run();
            close();
        } catch (InvalidException e) {
            Notify.info(e.problems().getFirst().message(Words.language()));
        } catch (StaleException e) {
            Notify.error(Texts.of("wrapup.stale"));
        } catch (AttuneException e) {
            Notify.error(e.getMessage());
        }
    }

    private void earlier(List<String> texts) {
        if (!texts.isEmpty()) {
            content.add(new H3(Texts.of("wrapup.earlier")));
            texts.forEach(each -> {
                Paragraph words = new Paragraph(each);
                words.addClassNames("told-text", "muted");
                content.add(words);
            });
        }
    }

    private ActionButton closeButton() {
        return new ActionButton(Texts.of("ui.close"), click -> close()).key("Esc");
    }
}
