package org.attune.desk;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.data.value.ValueChangeMode;
import org.attune.interaction.PastConversations;
import org.attune.interaction.SummaryText;
import org.attune.kernel.Language;
import org.attune.kernel.LocalText;
import org.attune.ui.ActionButton;
import org.attune.ui.Segmented;
import org.attune.ui.Texts;
import org.jspecify.annotations.Nullable;

/** The summary: composed, in either language, and free to be changed; what a person has written is never replaced unasked. */
final class SummaryField extends Div {
    private static final long serialVersionUID = 1L;

    private final transient LocalText composed;
    private final transient Runnable changed;
    private final TextArea area = new TextArea();
    private final Segmented<Language> languages;
    private final ActionButton anew;
    private Language language;

    /**
     * @param written what the agent has written before, null when nothing
     * @param changed told when text or language change
     */
    SummaryField(LocalText composed, Language language, @Nullable String written, Runnable changed) {
        this.composed = composed;
        this.language = language;
        this.changed = changed;
        addClassNames("stack", "tight", "summary-field");
        Span label = new Span(Texts.of("wrapup.summary"));
        label.addClassName("strong");
        label.setId("wrapup-summary");
        languages = new Segmented<>(Texts.of("wrapup.language"), this::speak);
        languages.option(Language.EN, "EN").option(Language.FR, "FR");
        languages.setValue(language);
        anew = new ActionButton(Texts.of("wrapup.summary.anew"), click -> composeAnew()).link();
        Div end = new Div(anew, languages);
        end.addClassName("row");
        Div head = new Div(label, end);
        head.addClassNames("row", "spread");
        area.setWidthFull();
        area.setMinRows(4);
        area.setMaxRows(9);
        area.setMaxLength(PastConversations.LONGEST);
        area.setAriaLabel(Texts.of("wrapup.summary"));
        area.setValueChangeMode(ValueChangeMode.LAZY);
        area.setValue(written == null ? composed.in(language) : written);
        area.addValueChangeListener(change -> {
            paint();
            if (change.isFromClient()) {
                changed.run();
            }
        });
        add(head, area);
        paint();
    }

    private void speak(Language next) {
        boolean untouched = written() == null;
        language = next;
        if (untouched) {
            area.setValue(composed.in(next));
        }
        paint();
        changed.run();
    }

    private void composeAnew() {
        area.setValue(composed.in(language));
        paint();
        changed.run();
        area.focus();
    }

    private void paint() {
        area.getElement().setAttribute("lang", language.key());
        anew.setVisible(written() != null);
    }

    Language language() {
        return language;
    }

    /** What a person has made of it, null when it is as it was composed. */
    @Nullable
    String written() {
        String text = area.getValue().strip();
        return text.equals(composed.en()) || text.equals(composed.fr()) ? null : text;
    }

    /** What is to be kept. */
    SummaryText value() {
        String written = written();
        return written == null ? SummaryText.composed(composed, language) : new SummaryText(language, written, null);
    }
}
