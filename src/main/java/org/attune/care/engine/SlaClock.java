package org.attune.care.engine;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Something that must be done by the end of a day.
 *
 * @param what {@code assessment}, {@code answer} or {@code review}
 * @param due the last day on which it is in time
 * @param done the day on which it was done, null while it is not
 */
public record SlaClock(String what, LocalDate due, @Nullable LocalDate done) {
    /** How it stands. */
    public enum Standing {
        RUNNING,
        TODAY,
        LATE,
        MET,
        MISSED
    }

    /** How it stands on a day. */
    public Standing on(LocalDate today) {
        if (done != null) {
            return done.isAfter(due) ? Standing.MISSED : Standing.MET;
        }
        return today.isAfter(due) ? Standing.LATE : today.equals(due) ? Standing.TODAY : Standing.RUNNING;
    }
}
