package org.attune.care.ui;

import java.text.NumberFormat;
import java.time.LocalDate;
import java.util.Currency;
import java.util.Locale;
import org.attune.kernel.Dates;
import org.attune.kernel.Language;
import org.attune.ui.Texts;

/** Texts, money and days in the language of a letter, whatever the page speaks. */
record LetterFormats(Language language) {
    String text(String key, Object... args) {
        return Texts.in(language.locale(), "care.letter." + key, args);
    }

    String date(LocalDate day) {
        return Dates.full(day, language);
    }

    String euro(long cents) {
        NumberFormat format = NumberFormat.getCurrencyInstance(regional());
        format.setCurrency(Currency.getInstance("EUR"));
        return format.format(cents / 100.0);
    }

    private Locale regional() {
        return language == Language.FR ? Locale.FRANCE : Locale.UK;
    }
}
