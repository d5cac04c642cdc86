package org.attune.care.internal;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import org.springframework.stereotype.Component;

/** Today in the company's zone. */
@Component
public class Days {
    private final Clock clock;
    private final ZoneId zone;

    Days(Clock clock, ZoneId zone) {
        this.clock = clock;
        this.zone = zone;
    }

    /** Now, as exact as the database keeps it. */
    public Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    /** The local day. */
    public LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), zone);
    }

    /** Some hour of a day, in the local morning; not after now. */
    public Instant morningOf(LocalDate day) {
        Instant morning = day.atTime(10, 0).atZone(zone).toInstant();
        return morning.isAfter(now()) ? now() : morning;
    }

    /** When a day is over. */
    public Instant endOf(LocalDate day) {
        return day.plusDays(1).atStartOfDay(zone).toInstant();
    }
}
