package org.attune.desk;

import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import java.time.LocalDate;
import java.util.List;
import java.util.function.BiConsumer;
import org.attune.catalog.Vocabulary;
import org.attune.decision.Recommendation;
import org.attune.kernel.Outcome;
import org.attune.ui.ActionButton;
import org.attune.ui.DayField;
import org.attune.ui.Texts;
import org.jspecify.annotations.Nullable;

/** Asks for the reason of an answer: one click or one digit. */
final class AnswerDialog extends Dialog {
    private static final long serialVersionUID = 1L;
    /** "Not now" comes back after so many days unless the agent says otherwise. */
    private static final int AGAIN_DAYS = 14;

    private final transient List<String> keys;
    private final transient BiConsumer<String, @Nullable LocalDate> answer;
    private final @Nullable DatePicker again;

    /** Asks about one recommendation. */
    static AnswerDialog about(
            DeskServices services,
            Recommendation recommendation,
            Outcome outcome,
            BiConsumer<String, @Nullable LocalDate> answer) {
        return new AnswerDialog(
                Words.of(recommendation.title()),
                outcome,
                services.vocabulary(),
                LocalDate.ofInstant(
                        services.clock().instant(), services.formats().zone()),
                answer);
    }

    private AnswerDialog(
            String title,
            Outcome outcome,
            Vocabulary words,
            LocalDate today,
            BiConsumer<String, @Nullable LocalDate> answer) {
        this.answer = answer;
        Vocabulary.Kind kind = TimelinePanel.kind(outcome);
        keys = kind == null ? List.of() : words.keys(kind);
        setHeaderTitle(Texts.pair(Words.outcome(outcome), title));
        addClassName("answer-dialog");
        Div choices = new Div();
        choices.addClassNames("stack", "tight", "choices");
        for (int i = 0; i < keys.size(); i++) {
            String key = keys.get(i);
            String label = kind == null ? key : Words.of(words.label(kind, key));
            ActionButton button = new ActionButton(label, click -> choose(key)).key(Integer.toString(i + 1));
            button.addClassName("wide");
            choices.add(button);
            if (i == 0) {
                addOpenedChangeListener(event -> button.focus());
            }
        }
        if (outcome == Outcome.NOT_NOW) {
            DatePicker date = new DayField(Texts.of("desk.again"));
            date.setMin(today.plusDays(1));
            date.setMax(today.plusYears(1));
            date.setValue(today.plusDays(AGAIN_DAYS));
            date.setWidthFull();
            again = date;
            add(date);
        } else {
            again = null;
        }
        add(choices);
        getFooter().add(new ActionButton(Texts.of("ui.cancel"), click -> close()).key("Esc"));
    }

    /** A digit was pressed while the dialog was open. */
    void digit(int digit) {
        if (digit >= 1 && digit <= keys.size()) {
            choose(keys.get(digit - 1));
        }
    }

    private void choose(String key) {
        LocalDate date = null;
        if (again != null) {
            if (again.isInvalid() || again.getValue() == null) {
                again.setInvalid(true);
                again.setErrorMessage(Texts.of("desk.again.wrong"));
                again.focus();
                return;
            }
            date = again.getValue();
        }
        close();
        answer.accept(key, date);
    }
}
