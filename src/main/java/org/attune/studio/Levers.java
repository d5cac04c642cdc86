package org.attune.studio;

import java.time.LocalDate;
import org.attune.catalog.Lever;
import org.attune.ui.Formats;
import org.attune.ui.Texts;

/** Levers in words, and what one needs before the studio takes it. */
final class Levers {
    private Levers() {}

    /** The size, and from when or until when; "lapsed" once its last day has passed. */
    static String words(Lever lever, LocalDate today, Formats formats) {
        String size = Words.percent(lever.percent());
        if (lever.percent() == 0) {
            return size;
        }
        LocalDate from = lever.from();
        LocalDate until = lever.until();
        if (until != null && today.isAfter(until)) {
            return Texts.of("studio.lever.lapsed", size, formats.date(until));
        }
        if (from != null && today.isBefore(from)) {
            return Texts.of("studio.lever.from", size, formats.date(from));
        }
        return until == null ? size : Texts.of("studio.lever.until", size, formats.date(until));
    }

    /** Whose it is and why, empty when nobody was named. */
    static String who(Lever lever) {
        if (lever.owner().isEmpty() && lever.reason().isEmpty()) {
            return "";
        }
        return lever.reason().isEmpty() ? lever.owner() : Texts.pair(lever.owner(), lever.reason());
    }
}
