package org.attune.outreach.internal;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * When a customer may be called: on weekdays and Saturdays between the company's hours, and never in the customer's own quiet hours.
 * Local time of the company; a pure function.
 */
record CallingHours(LocalTime opens, LocalTime closes, boolean sundays, ZoneId zone) {
    private static final Pattern SPAN = Pattern.compile("\\s*(\\d{1,2}:\\d{2})\\s*-\\s*(\\d{1,2}:\\d{2})\\s*");
    private static final int DAYS = 15;

    /** Reads {@code 09:00-19:00}; what cannot be read is an IllegalArgumentException. */
    static CallingHours of(String hours, ZoneId zone) {
        Span span = Span.of(hours);
        if (span == null || !span.from.isBefore(span.to)) {
            throw new IllegalArgumentException("attune.outreach.hours must be like 09:00-19:00: " + hours);
        }
        return new CallingHours(span.from, span.to, false, zone);
    }

    /** At any time of any day: for demonstrations. */
    static CallingHours always(ZoneId zone) {
        return new CallingHours(LocalTime.MIN, LocalTime.of(23, 59, 59), true, zone);
    }

    private record Span(LocalTime from, LocalTime to) {
        static @Nullable Span of(String text) {
            Matcher matcher = SPAN.matcher(text);
            if (!matcher.matches()) {
                return null;
            }
            LocalTime from = time(matcher.group(1));
            LocalTime to = time(matcher.group(2));
            return from == null || to == null ? null : new Span(from, to);
        }

        private static @Nullable LocalTime time(String text) {
            String[] parts = text.split(":");
            int hour = Integer.parseInt(parts[0]);
            int minute = Integer.parseInt(parts[1]);
            return hour > 23 || minute > 59 ? null : LocalTime.of(hour, minute);
        }

        /** Over midnight when it ends before it begins. */
        boolean covers(LocalTime time) {
            boolean afterStart = !time.isBefore(from);
            boolean beforeEnd = time.isBefore(to);
            return from.isBefore(to) ? afterStart && beforeEnd : afterStart || beforeEnd;
        }
    }

    /**
     * The first moment from an instant on at which calling is decent.
     *
     * @param quiet the customer's quiet hours such as {@code 18:00-09:00}, null or unreadable for none
     * @return null when they leave no moment within a fortnight
     */
    @Nullable
    Instant from(Instant at, @Nullable String quiet) {
        Span silence = quiet == null ? null : Span.of(quiet);
        ZonedDateTime start = at.atZone(zone);
        for (int day = 0; day < DAYS; day++) {
            LocalDate date = start.toLocalDate().plusDays(day);
            if (closed(date)) {
                continue;
            }
            LocalTime time = day == 0 && start.toLocalTime().isAfter(opens) ? start.toLocalTime() : opens;
            if (silence != null && silence.covers(time)) {
                // A silence that ends before it began goes on until tomorrow.
                boolean tomorrow = silence.to.isBefore(silence.from) && !time.isBefore(silence.from);
                time = tomorrow ? LocalTime.MAX : silence.to;
            }
            if (time.isBefore(closes)) {
                return ZonedDateTime.of(date, time, zone).toInstant();
            }
        }
        return null;
    }

    /** The end of calling on the day so many days after an instant. */
    Instant due(Instant from, int days) {
        LocalDate date = LocalDate.ofInstant(from, zone).plusDays(days);
        if (closed(date)) {
            date = date.plusDays(1);
        }
        return date.atTime(closes).atZone(zone).toInstant();
    }

    private boolean closed(LocalDate date) {
        return !sundays && date.getDayOfWeek() == DayOfWeek.SUNDAY;
    }
}
