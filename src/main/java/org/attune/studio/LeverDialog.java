package org.attune.studio;

import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextField;
import java.time.LocalDate;
import java.util.function.Consumer;
import org.attune.catalog.Lever;
import org.attune.ui.ActionButton;
import org.attune.ui.Texts;
import org.jspecify.annotations.Nullable;

/** A lever: how much, whose, why, from when to when. One that moves something needs an owner and a reason. */
class LeverDialog extends Dialog {
    private static final long serialVersionUID = 1L;

    private final IntegerField percent = Fields.integer(Texts.of("studio.lever.percent"));
    private final TextField owner = Fields.text(Texts.of("studio.lever.owner"));
    private final TextField reason = Fields.text(Texts.of("studio.lever.reason"));
    private final DatePicker first = Fields.date(Texts.of("studio.lever.first"));
    private final DatePicker last = Fields.date(Texts.of("studio.lever.last"));
    private final transient Consumer<Lever> done;

    /**
     * @param of what it moves, in words
     * @param done gets the lever that was agreed to
     */
    LeverDialog(String of, Lever lever, Consumer<Lever> done) {
        this.done = done;
        setHeaderTitle(Texts.of("studio.lever.title", of));
        setWidth("min(520px, 94vw)");
        percent.setMin(-90);
        percent.setMax(900);
        percent.setStepButtonsVisible(true);
        percent.setStep(5);
        percent.setSuffixComponent(new Span("%"));
        percent.setValue(lever.percent());
        owner.setValue(lever.owner());
        reason.setValue(lever.reason());
        first.setValue(lever.from());
        last.setValue(lever.until());
        Paragraph words = new Paragraph(Texts.of("studio.lever.words"));
        words.addClassName("muted");
        Div fields = new Div(percent, owner, first, last);
        fields.addClassNames("fields", "fields-2");
        reason.setWidthFull();
        Div all = new Div(words, fields, reason);
        all.addClassName("stack");
        add(all);
        getFooter()
                .add(
                        new ActionButton(Texts.of("ui.cancel"), click -> close()),
                        new ActionButton(Texts.of("studio.lever.none"), click -> {
                            close();
                            done.accept(Lever.NONE);
                        }),
                        new ActionButton(Texts.of("studio.lever.take"), click -> take()).primary());
    }

    private void take() {
        Integer size = percent.getValue();
        int moved = size == null ? 0 : size;
        boolean fine = mark(percent, size == null || moved < -90 || moved > 900, "studio.lever.range");
        fine &= mark(owner, moved != 0 && owner.getValue().isBlank(), "studio.lever.owner.missing");
        fine &= mark(reason, moved != 0 && reason.getValue().isBlank(), "studio.lever.reason.missing");
        LocalDate from = first.getValue();
        LocalDate until = last.getValue();
        fine &= mark(last, from != null && until != null && until.isBefore(from), "studio.lever.dates");
        if (fine) {
            close();
            done.accept(lever(moved, from, until));
        }
    }

    private Lever lever(int moved, @Nullable LocalDate from, @Nullable LocalDate until) {
        return moved == 0 ? Lever.NONE : new Lever(moved, owner.getValue(), reason.getValue(), from, until);
    }

    private static boolean mark(
            com.vaadin.flow.component.shared.HasValidationProperties field, boolean wrong, String key) {
        field.setErrorMessage(wrong ? Texts.of(key) : "");
        field.setInvalid(wrong);
        return !wrong;
    }
}
