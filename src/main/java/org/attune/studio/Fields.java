package org.attune.studio;

import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.BigDecimalField;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.NumberField;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.text.DateFormatSymbols;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.attune.ui.Texts;

/** Input fields as the studio wants them: labelled, told of each pause in typing, marked by us only. */
final class Fields {
    private Fields() {}

    static TextField text(String label) {
        TextField field = new TextField(label);
        field.setManualValidation(true);
        field.setValueChangeMode(ValueChangeMode.LAZY);
        return field;
    }

    static TextArea area(String label, int rows) {
        TextArea field = new TextArea(label);
        field.setManualValidation(true);
        field.setMinRows(rows);
        field.setValueChangeMode(ValueChangeMode.LAZY);
        return field;
    }

    static NumberField number(String label) {
        NumberField field = new NumberField(label);
        field.setManualValidation(true);
        field.setValueChangeMode(ValueChangeMode.LAZY);
        return field;
    }

    static IntegerField integer(String label) {
        IntegerField field = new IntegerField(label);
        field.setManualValidation(true);
        field.setValueChangeMode(ValueChangeMode.LAZY);
        return field;
    }

    static BigDecimalField money(String label) {
        BigDecimalField field = new BigDecimalField(label);
        field.setManualValidation(true);
        field.setValueChangeMode(ValueChangeMode.LAZY);
        Div euro = new Div("€");
        euro.addClassName("muted");
        field.setSuffixComponent(euro);
        return field;
    }

    static DatePicker date(String label) {
        DatePicker field = new DatePicker(label);
        field.setManualValidation(true);
        field.setClearButtonVisible(true);
        Locale locale = Texts.locale();
        DateFormatSymbols symbols = DateFormatSymbols.getInstance(locale);
        List<String> days = Arrays.asList(symbols.getWeekdays()).subList(1, 8);
        List<String> shortDays = Arrays.asList(symbols.getShortWeekdays()).subList(1, 8);
        field.setI18n(new DatePicker.DatePickerI18n()
                .setMonthNames(Arrays.asList(symbols.getMonths()).subList(0, 12))
                .setWeekdays(days)
                .setWeekdaysShort(shortDays)
                .setFirstDayOfWeek(1)
                .setDateFormats("dd/MM/yyyy", "yyyy-MM-dd")
                .setToday(Texts.of("studio.date.today"))
                .setCancel(Texts.of("ui.cancel")));
        return field;
    }
}
