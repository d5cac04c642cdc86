package org.attune.care.ui;

import java.time.LocalDate;
import java.util.Locale;
import org.attune.care.engine.SlaClock;
import org.attune.ui.Badge;
import org.attune.ui.Formats;
import org.attune.ui.Icons;
import org.attune.ui.Texts;

/** A clock as a word and a day. */
final class ClockBadge {
    private ClockBadge() {}

    static Badge of(SlaClock clock, LocalDate today, Formats formats) {
        SlaClock.Standing standing = clock.on(today);
        Badge.Kind kind = switch (standing) {
            case RUNNING -> Badge.Kind.INFO;
            case TODAY -> Badge.Kind.WARN;
            case LATE, MISSED -> Badge.Kind.BAD;
            case MET -> Badge.Kind.GOOD;
        };
        String key = "care.clock." + standing.name().toLowerCase(Locale.ROOT);
        return new Badge(
                Icons.CLOCK, Texts.of(key, Texts.of("care.clock." + clock.what()), formats.date(clock.due())), kind);
    }
}
