package org.attune.kernel;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;

/** Days as people in Europe write them: {@code 4 Dec 2026}, {@code 4 déc. 2026}, and in French the first as {@code 1er déc. 2026}. */
public final class Dates {
    private Dates() {}

    /** {@code 4 Dec 2026}. */
    public static String medium(LocalDate day, Language language) {
        return written(day, FormatStyle.MEDIUM, language);
    }

    /** {@code 4 December 2026}. */
    public static String written(LocalDate day, Language language) {
        return written(day, FormatStyle.LONG, language);
    }

    private static String written(LocalDate day, FormatStyle style, Language language) {
        // Plain English means the American order to Java.
        Locale regional = language == Language.FR ? Locale.FRANCE : Locale.UK;
        String text =
                DateTimeFormatter.ofLocalizedDate(style).withLocale(regional).format(day);
        return language == Language.FR && text.startsWith("1 ") ? "1er" + text.substring(1) : text;
    }
}
