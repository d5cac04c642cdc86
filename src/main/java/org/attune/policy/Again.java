package org.attune.policy;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.attune.kernel.LocalText;

/** Says from which day something may be proposed again, as people write days. */
public final class Again {
    private static final DateTimeFormatter EN = DateTimeFormatter.ofPattern("d MMM uuuu", Locale.ENGLISH);
    private static final DateTimeFormatter FR = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.FRENCH);
    private static final DateTimeFormatter FR_FIRST = DateTimeFormatter.ofPattern("d'er' MMMM uuuu", Locale.FRENCH);

    private Again() {}

    /** A label followed by the day. */
    public static LocalText from(LocalText label, LocalDate day) {
        LocalText date = day(day);
        return new LocalText(
                label.en() + ": again from " + date.en(), label.fr() + " : de nouveau dès le " + date.fr());
    }

    /** 21 Feb 2027, 21 février 2027, 1er mars 2027. */
    public static LocalText day(LocalDate day) {
        return new LocalText(EN.format(day), (day.getDayOfMonth() == 1 ? FR_FIRST : FR).format(day));
    }
}
