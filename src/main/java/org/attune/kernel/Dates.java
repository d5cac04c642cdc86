package org.attune.kernel;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Days as readers in Europe write them. French says {@code 1er} for the first of a month, which no format of Java does. */
public final class Dates {
    private static final int FIRST = 1;

    private Dates() {}

    /** {@code 1 Dec 2026}, {@code 1er déc. 2026}. */
    public static String medium(LocalDate day, Language language) {
        return in(day, language, "d MMM uuuu");
    }

    /** {@code 1 December 2026}, {@code 1er décembre 2026}. */
    public static String full(LocalDate day, Language language) {
        return in(day, language, "d MMMM uuuu");
    }

    /** Without the year, for axes: {@code 1 Dec}, {@code 1er déc.}. */
    public static String brief(LocalDate day, Language language) {
        return in(day, language, "d MMM");
    }

    private static String in(LocalDate day, Language language, String pattern) {
        boolean first = language == Language.FR && day.getDayOfMonth() == FIRST;
        // Plain English means the American order of a date to Java; Attune's readers are in Europe.
        Locale locale = language == Language.FR ? Locale.FRANCE : Locale.UK;
        return DateTimeFormatter.ofPattern(first ? pattern.replaceFirst("d ", "d'er' ") : pattern, locale)
                .format(day);
    }
}
