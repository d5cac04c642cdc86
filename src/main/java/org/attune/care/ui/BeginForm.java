package org.attune.care.ui;

import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import java.time.LocalDate;
import java.util.Arrays;
import org.attune.care.CareCase.Visibility;
import org.attune.care.CaseKind;
import org.attune.care.HardshipReason;
import org.attune.care.NeedKind;
import org.attune.care.OpenCase;
import org.attune.care.internal.CareLimits;
import org.attune.ui.ActionButton;
import org.attune.ui.DayField;
import org.attune.ui.Notify;
import org.attune.ui.Texts;
import org.jspecify.annotations.Nullable;

/** Writes down that something begins, after asking for consent where it is personal. */
final class BeginForm extends Div {
    private static final long serialVersionUID = 1L;

    private final SituationTab tab;
    private final Select<CaseKind> kind = new Select<>();
    private final Select<String> reason = new Select<>();
    private final Select<Integer> cycles = new Select<>();
    private final TextField note = new TextField();
    private final DayField until = new DayField(Texts.of("care.begin.until"));
    private final Checkbox supervisors = new Checkbox(Texts.of("care.only-supervisors"));
    private final ConsentBox consent = new ConsentBox("care.consent");
    private final ActionButton record;

    BeginForm(SituationTab tab) {
        this.tab = tab;
        addClassNames("stack", "care-form");
        kind.setLabel(Texts.of("care.begin.what"));
        kind.setItems(CaseKind.values());
        kind.setItemLabelGenerator(each -> each == null ? "" : Texts.of("care.case." + each.key()));
        kind.addValueChangeListener(change -> refresh());
        reason.setLabel(Texts.of("care.begin.reason"));
        reason.setItemLabelGenerator(each -> each == null || each.isEmpty() ? "" : Texts.of(group() + each));
        cycles.setLabel(Texts.of("care.begin.cycles"));
        cycles.setItems(1, 2, 3, 6, 12);
        cycles.setItemLabelGenerator(each -> each == null ? "" : Texts.of("care.cycles", each));
        note.setMaxLength(400);
        record = new ActionButton(Texts.of("care.begin.record"), click -> record()).primary();
        Div fields = new Div(kind, reason, cycles, until);
        fields.addClassNames("fields", "fields-2");
        Div below = Words.row(supervisors, consent, record);
        add(new H3(Texts.of("care.begin")), fields, note, below);
        note.setWidthFull();
        refresh();
    }

    private String group() {
        return kind.getValue() == CaseKind.NEED ? "care.need." : "care.reason.";
    }

    /** Shows the fields that the chosen kind has. */
    void refresh() {
        CaseKind chosen = kind.getValue();
        boolean hardship = chosen == CaseKind.HARDSHIP;
        boolean need = chosen == CaseKind.NEED;
        boolean expires = need || chosen == CaseKind.LIFE_SUPPORT;
        reason.setVisible(hardship || need);
        if (hardship) {
            reason.setItems(Arrays.stream(HardshipReason.values())
                    .map(HardshipReason::key)
                    .toList());
        } else if (need) {
            reason.setItems(Arrays.stream(NeedKind.values()).map(NeedKind::key).toList());
        }
        cycles.setVisible(hardship);
        until.setVisible(expires);
        if (expires) {
            LocalDate today = tab.services().days().today();
            until.setMin(today);
            until.setMax(today.plusMonths(CareLimits.NEED_MONTHS));
            until.setValue(today.plusMonths(CareLimits.NEED_MONTHS));
        }
        note.setVisible(chosen != null && chosen.needsConsent());
        note.setLabel(Texts.of(chosen == CaseKind.DISCREET ? "care.begin.safe" : "care.begin.note"));
        supervisors.setVisible(expires);
        consent.setVisible(chosen != null && chosen.needsConsent());
        consent.setValue(false);
        record.setEnabled(chosen != null);
    }

    private void record() {
        CaseKind chosen = kind.getValue();
        if (chosen == null) {
            return;
        }
        OpenCase begins = new OpenCase(
                chosen,
                text(reason.isVisible() ? reason.getValue() : null),
                text(note.getValue()),
                supervisors.getValue() ? Visibility.SUPERVISORS : Visibility.AGENTS,
                consent.said(),
                cycles.isVisible() ? cycles.getValue() : null,
                until.isVisible() ? until.getValue() : null);
        if (reason.isVisible() && begins.reason().isEmpty()) {
            reason.setInvalid(true);
            reason.setErrorMessage(Texts.of("care.begin.reason.missing"));
            reason.focus();
            return;
        }
        if (Words.tell(() -> tab.services().cases().open(tab.customer(), begins, tab.agent()), consent::complains)) {
            Notify.success(Texts.of("care.begin.recorded"));
            note.clear();
            kind.clear();
            kind.focus();
            tab.refresh();
        }
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value;
    }
}
