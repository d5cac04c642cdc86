package org.attune.studio;

import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.attune.catalog.Action;
import org.attune.ui.ActionButton;
import org.attune.ui.Formats;
import org.attune.ui.Segmented;
import org.attune.ui.Texts;

/** Somebody else saved first: shows what both started from and both versions where they differ; the admin chooses, place by place. */
class ConflictDialog extends Dialog {
    private static final long serialVersionUID = 1L;

    private final Set<ActionField> mine = EnumSet.noneOf(ActionField.class);

    /**
     * @param base what both started from
     * @param own what was typed here
     * @param theirs what is live now
     * @param chosen gets the version to go on with, to be saved over {@code theirs}
     */
    ConflictDialog(Action base, Action own, Action theirs, Formats formats, Consumer<Action> chosen) {
        setHeaderTitle(Texts.of("studio.conflict.title"));
        setWidth("min(900px, 94vw)");
        setCloseOnOutsideClick(false);
        Div rows = new Div();
        rows.addClassName("conflict");
        for (ActionField field : differing(own, theirs)) {
            // Where only one side changed something, that side's version is the likely choice.
            if (field.differs(base, own)) {
                mine.add(field);
            }
            rows.add(row(field, base, own, theirs, formats));
        }
        Paragraph words = new Paragraph(Texts.of("studio.conflict.words"));
        add(words, rows);
        getFooter()
                .add(
                        new ActionButton(Texts.of("studio.conflict.back"), click -> close()),
                        new ActionButton(Texts.of("studio.conflict.theirs"), click -> {
                            close();
                            chosen.accept(theirs);
                        }),
                        new ActionButton(Texts.of("studio.conflict.save"), click -> {
                                    close();
                                    chosen.accept(merged(own, theirs));
                                })
                                .primary());
    }

    private Action merged(Action own, Action theirs) {
        ActionDraft draft = new ActionDraft(theirs);
        mine.forEach(field -> field.copy(own, draft));
        return draft.toAction();
    }

    private Div row(ActionField field, Action base, Action own, Action theirs, Formats formats) {
        Segmented<Boolean> choice = new Segmented<Boolean>(
                        Texts.of("studio.conflict.choose", field.label()), isMine -> choose(field, isMine))
                .option(true, Texts.of("studio.conflict.mine"))
                .option(false, Texts.of("studio.conflict.other"));
        choice.setValue(mine.contains(field));
        Div head = new Div(new H3(field.label()), choice);
        head.addClassNames("row", "spread");
        Div versions = new Div(
                version(Texts.of("studio.conflict.original"), field.words(base, formats)),
                version(Texts.of("studio.conflict.mine"), field.words(own, formats)),
                version(Texts.of("studio.conflict.other"), field.words(theirs, formats)));
        versions.addClassNames("cols", "cols-thirds");
        Div row = new Div(head, versions);
        row.addClassNames("stack", "tight");
        return row;
    }

    private void choose(ActionField field, boolean isMine) {
        if (isMine) {
            mine.add(field);
        } else {
            mine.remove(field);
        }
    }

    private static Div version(String whose, String words) {
        Span name = new Span(whose);
        name.addClassName("overline");
        Div text = new Div(words);
        text.addClassName("version-text");
        Div version = new Div(name, text);
        version.addClassNames("version");
        return version;
    }

    private static List<ActionField> differing(Action own, Action theirs) {
        List<ActionField> fields = new ArrayList<>();
        for (ActionField field : ActionField.values()) {
            if (field.differs(own, theirs)) {
                fields.add(field);
            }
        }
        return fields;
    }
}
