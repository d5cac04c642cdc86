package org.attune.studio;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;
import java.util.List;
import org.attune.catalog.Action;
import org.attune.kernel.LocalText;
import org.attune.kernel.Problem;
import org.attune.ui.Texts;

/** Title and benefit in both languages. */
class TextsPart extends EditorPart {
    private static final long serialVersionUID = 1L;

    private final TextField titleEn = field("title", Fields.text(Texts.of("studio.edit.title.en")));
    private final TextField titleFr = field("title.fr", Fields.text(Texts.of("studio.edit.title.fr")));
    private final TextField benefitEn = field("benefit", Fields.text(Texts.of("studio.edit.benefit.en")));
    private final TextField benefitFr = field("benefit.fr", Fields.text(Texts.of("studio.edit.benefit.fr")));

    TextsPart(Runnable onChange) {
        super(Texts.of("studio.edit.texts"), onChange);
        Div fields = new Div(titleEn, titleFr, benefitEn, benefitFr);
        fields.addClassNames("fields", "fields-2");
        add(fields);
    }

    @Override
    void show(Action action) {
        titleEn.setValue(action.title().en());
        titleFr.setValue(action.title().fr());
        benefitEn.setValue(action.benefit().en());
        benefitFr.setValue(action.benefit().fr());
    }

    @Override
    void write(ActionDraft draft, List<Problem> problems) {
        draft.title =
                new LocalText(titleEn.getValue().strip(), titleFr.getValue().strip());
        draft.benefit =
                new LocalText(benefitEn.getValue().strip(), benefitFr.getValue().strip());
    }
}
