package org.attune.outreach.internal;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import org.attune.customer.QuietHours;
import org.jspecify.annotations.Nullable;

/**
 * When a customer may be called: on weekdays and Saturdays between the company's hours, and never in the customer's own quiet hours.
 * Local time of the company; a pure function.
 */
record CallingHours(LocalTime opens, LocalTime closes, boolean sundays, ZoneId zone) {
    private static final int DAYS = 15;

    /** Reads {@code 09:00-19:00}; what cannot be read is an IllegalArgumentException. */
    static CallingHours of(String hours, ZoneId zone) {
        QuietHours span = QuietHours.parse(hours); // the same writing
        if (span == null || !span.from().isBefore(span.to())) {
            throw new IllegalArgumentException("attune.outreach.hours must be like 09:00-19:00: " + hours);
        }
        return new CallingHours(span.from(), span.to(), false, zone);
    }

    /** At any time of any day: for demonstrations. */
    static CallingHours always(ZoneId zone) {
        return new CallingHours(LocalTime.MIN, LocalTime.of(23, 59, 59), true, zone);
    }

    /**
     * The first moment from an instant on at which calling is decent.
     *
     * @param quiet the customer's quiet hours such as {@code 18:00-09:00}, null or unreadable for none
     * @return null when they leave no moment within a fortnight
     */
    @Nullable
    Instant from(Instant at, @Nullable String quiet) {
        return first(at, QuietHours.parse(quiet));
    }

    /** The same with quiet hours that were read. */
    @Nullable
    Instant first(Instant at, @Nullable QuietHours silence) {
        ZonedDateTime start = at.atZone(zone);
        for (int day = 0; day < DAYS; day++) {
            LocalDate date = start.toLocalDate().plusDays(day);
            if (closed(date)) {
                continue;
            }
            LocalTime time = day == 0 && start.toLocalTime().isAfter(opens) ? start.toLocalTime() : opens;
            if (silence != null && silence.covers(time)) {
                // A silence that ends before it began goes on until tomorrow.
                boolean tomorrow = silence.to().isBefore(silence.from()) && !time.isBefore(silence.from());
                time = tomorrow ? LocalTime.MAX : silence.to();
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
