package org.attune.interaction;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Tells whether many or few are calling: the conversations begun in the last quarter of an hour beside what is usual at this time of
 * day, counted over the last two weeks in the tenant's zone.
 */
@Component
public class CallVolume {
    static final Duration QUARTER = Duration.ofMinutes(15);
    private static final int DAYS_BACK = 14;
    /** On fewer days with conversations at this time nothing is usual yet. */
    private static final int ENOUGH_DAYS = 3;

    private static final double MANY = 1.5;
    private static final double FEW = 0.5;
    /** A few calls more than usual are no rush. */
    private static final double RUSH = 5;

    private static final Duration FRESH = Duration.ofSeconds(20);

    private final JdbcClient jdbc;
    private final Clock clock;
    private final ZoneId zone;
    private final AtomicReference<Seen> seen = new AtomicReference<>(new Seen(Instant.MIN, ""));

    private record Seen(Instant at, String volume) {}

    /** Conversations in the last quarter, in the same hours of earlier days, and on how many of these days there were any. */
    record Counts(long now, long earlier, int days) {}

    CallVolume(JdbcClient jdbc, Clock clock, ZoneId zone) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.zone = zone;
    }

    /** {@code low}, {@code normal} or {@code high}; empty while nothing is usual yet. At most twenty seconds old. */
    public String now() {
        Instant at = clock.instant();
        Seen latest = Objects.requireNonNull(seen.get());
        if (latest.at.plus(FRESH).isAfter(at) && !latest.at.isAfter(at)) {
            return latest.volume;
        }
        Seen fresh = new Seen(at, of(counts(at)));
        seen.set(fresh);
        return fresh.volume;
    }

    static String of(Counts counts) {
        if (counts.days < ENOUGH_DAYS) {
            return "";
        }
        // An hour and a half of each of those days, that is six quarters.
        double usual = counts.earlier / (6.0 * counts.days);
        if (counts.now > usual * MANY && counts.now >= usual + RUSH) {
            return "high";
        }
        return counts.now < usual * FEW ? "low" : "normal";
    }

    Counts counts(Instant at) {
        return jdbc.sql("""
                        with lately as (
                            select opened_at, cast(opened_at at time zone :zone as date) as local_day,
                                   cast(abs(extract(epoch from cast(opened_at at time zone :zone as time)
                                       - cast(cast(:at as timestamptz) at time zone :zone as time))) as int) as apart
                              from interaction_interaction
                             where opened_at > :since and opened_at <= :at)
                        select count(*) filter (where opened_at > :quarter),
                               count(*) filter (where opened_at <= :day and least(apart, 86400 - apart) <= 2700),
                               count(distinct local_day)
                                   filter (where opened_at <= :day and least(apart, 86400 - apart) <= 2700)
                          from lately""")
                .param("quarter", Timestamp.from(at.minus(QUARTER)))
                .param("day", Timestamp.from(at.minus(Duration.ofHours(12))))
                .param("since", Timestamp.from(at.minus(Duration.ofDays(DAYS_BACK))))
                .param("at", Timestamp.from(at))
                .param("zone", zone.getId())
                .query((rs, row) -> new Counts(rs.getLong(1), rs.getLong(2), rs.getInt(3)))
                .single();
    }
}
