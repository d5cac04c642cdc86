package org.attune.studio;

import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.BigDecimalField;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.NumberField;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import org.attune.ui.DayField;

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
        DatePicker field = new DayField(label);
        field.setManualValidation(true);
        field.setClearButtonVisible(true);
        return field;
    }
}
