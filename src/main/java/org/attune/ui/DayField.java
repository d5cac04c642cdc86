package org.attune.ui;

import com.vaadin.flow.component.datepicker.DatePicker;
import java.text.DateFormatSymbols;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** A day, with its calendar in the reader's language. Day, month, year in both languages, as everywhere else; a week begins on Monday. */
public final class DayField extends DatePicker {
    private static final long serialVersionUID = 1L;

    public DayField(String label) {
        super(label);
        Locale locale = Texts.locale();
        DateFormatSymbols symbols = DateFormatSymbols.getInstance(locale);
        List<String> days = Arrays.asList(symbols.getWeekdays()).subList(1, 8);
        List<String> shortDays = Arrays.asList(symbols.getShortWeekdays()).subList(1, 8);
        setI18n(new DatePickerI18n()
                .setMonthNames(Arrays.asList(symbols.getMonths()).subList(0, 12))
                .setWeekdays(days)
                .setWeekdaysShort(shortDays)
                .setFirstDayOfWeek(1)
                .setDateFormats("dd/MM/yyyy", "yyyy-MM-dd")
                .setToday(Texts.of("ui.today"))
                .setCancel(Texts.of("ui.cancel")));
    }
}
