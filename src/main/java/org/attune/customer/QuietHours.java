package org.attune.customer;

import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Hours of the day in which nobody calls, in the company's time; over midnight when they end before they begin.
 *
 * @param from the first minute that is quiet
 * @param to the first that is not
 */
public record QuietHours(LocalTime from, LocalTime to) {
    private static final Pattern SPAN = Pattern.compile("\\s*(\\d{1,2}:\\d{2})\\s*-\\s*(\\d{1,2}:\\d{2})\\s*");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");

    /** Reads {@code 18:00-09:00}; null when it cannot be read. */
    public static @Nullable QuietHours parse(@Nullable String text) {
        Matcher matcher = text == null ? null : SPAN.matcher(text);
        if (matcher == null || !matcher.matches()) {
            return null;
        }
        LocalTime from = time(matcher.group(1));
        LocalTime to = time(matcher.group(2));
        return from == null || to == null ? null : new QuietHours(from, to);
    }

    private static @Nullable LocalTime time(String text) {
        String[] parts = text.split(":");
        int hour = Integer.parseInt(parts[0]);
        int minute = Integer.parseInt(parts[1]);
        return hour > 23 || minute > 59 ? null : LocalTime.of(hour, minute);
    }

    /** Whether a time of day is quiet. */
    public boolean covers(LocalTime time) {
        boolean afterStart = !time.isBefore(from);
        boolean beforeEnd = time.isBefore(to);
        return from.isBefore(to) ? afterStart && beforeEnd : afterStart || beforeEnd;
    }

    /** As it is kept: {@code 18:00-09:00}. */
    @Override
    public String toString() {
        return TIME.format(from) + "-" + TIME.format(to);
    }
}
