package org.attune.studio;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextArea;
import java.util.ArrayList;
import java.util.List;
import org.attune.catalog.Action;
import org.attune.catalog.LegalSentence;
import org.attune.kernel.LocalText;
import org.attune.kernel.Problem;
import org.attune.ui.ActionButton;
import org.attune.ui.Icons;
import org.attune.ui.Texts;

/** What must be said word for word before the action may be accepted, in both languages. */
class LegalSentencesPart extends EditorPart {
    private static final long serialVersionUID = 1L;

    private record Line(String key, TextArea en, TextArea fr) {}

    private final List<Line> lines = new ArrayList<>();
    private final Div list = new Div();

    LegalSentencesPart(Runnable onChange) {
        super(Texts.of("studio.field.legal"), onChange);
        Paragraph hint = new Paragraph(Texts.of("studio.edit.legal.hint"));
        hint.addClassNames("muted", "small");
        list.addClassName("stack");
        Div adder = new Div(new ActionButton(Texts.of("studio.edit.legal.add"), click -> addOne()).icon(Icons.PLUS));
        adder.addClassName("row");
        add(hint, list, adder);
    }

    @Override
    void show(Action action) {
        lines.clear();
        action.legal().forEach(each -> add(each.key(), each.text()));
        paint();
    }

    @Override
    void write(ActionDraft draft, List<Problem> problems) {
        draft.legal = lines.stream()
                .map(each -> new LegalSentence(
                        each.key(),
                        new LocalText(
                                each.en().getValue().strip(),
                                each.fr().getValue().strip())))
                .toList();
        for (Line each : lines) {
            if (each.fr().getValue().isBlank() && !each.en().getValue().isBlank()) {
                problems.add(new Problem(place(each.key()) + ".fr", Texts.of("studio.edit.french.missing")));
            }
        }
    }

    private void add(String key, LocalText text) {
        TextArea en = Fields.area(Texts.of("studio.edit.legal.en"), 2);
        TextArea fr = Fields.area(Texts.of("studio.edit.legal.fr"), 2);
        en.setValue(text.en());
        fr.setValue(text.fr());
        lines.add(new Line(key, en, fr));
    }

    private void paint() {
        forgetFields();
        list.removeAll();
        for (Line each : lines) {
            field(place(each.key()), each.en());
            field(place(each.key()) + ".fr", each.fr());
            ActionButton remove = new ActionButton(Texts.of("studio.edit.legal.remove"), click -> remove(each))
                    .link()
                    .iconOnly(Icons.CLOSE);
            Div fields = new Div(each.en(), each.fr());
            fields.addClassNames("fields", "fields-2", "grow");
            Div row = new Div(fields, remove);
            row.addClassNames("row", "treatment");
            list.add(row);
        }
    }

    private void addOne() {
        add(GuidePart.free("sentence", lines.stream().map(Line::key).toList()), LocalText.same(""));
        paint();
        lines.getLast().en().focus();
        changed();
    }

    private void remove(Line line) {
        lines.remove(line);
        paint();
        changed();
    }

    private static String place(String key) {
        return "legal[" + key + "].text";
    }
}
