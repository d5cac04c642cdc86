package org.attune.history.internal;

import jakarta.annotation.PostConstruct;
import java.time.Clock;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Makes the partitions of the traces ahead of their months. An id of version 7 begins with its time, so a month is a range of ids. */
@Component
class TraceMonths {

    private static final Logger LOG = LoggerFactory.getLogger(TraceMonths.class);
    private static final int AHEAD = 2;

    private final JdbcTemplate jdbc;
    private final Clock clock;

    TraceMonths(JdbcTemplate jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** This month and the next ones; those that exist are left alone. */
    @PostConstruct
    @Scheduled(cron = "0 7 3 * * *")
    void prepare() {
        YearMonth now = YearMonth.from(clock.instant().atOffset(ZoneOffset.UTC));
        for (int i = 0; i <= AHEAD; i++) {
            make(now.plusMonths(i));
        }
    }

    private void make(YearMonth month) {
        String name = "history_trace_%d_%02d".formatted(month.getYear(), month.getMonthValue());
        try {
            // Another node may be at it; what is written inline fits one page, so it is not cut into slices.
            jdbc.execute("""
                    DO $$
                    BEGIN
                        PERFORM pg_advisory_xact_lock(4711002);
                        IF to_regclass('%1$s') IS NULL THEN
                            CREATE TABLE %1$s PARTITION OF history_trace FOR VALUES FROM ('%2$s') TO ('%3$s')
                                WITH (toast_tuple_target = 8160);
                            ALTER TABLE %1$s ALTER COLUMN trace SET STORAGE EXTERNAL;
                        END IF;
                    END $$
                    """.formatted(name, first(month), first(month.plusMonths(1))));
        } catch (DataAccessException e) {
            // Traces of that month then lie in the default partition.
            LOG.warn("No partition for the traces of {}: {}", month, e.getMessage());
        }
    }

    /** The lowest id a decision of that month can have (UTC). */
    static UUID first(YearMonth month) {
        long millis = month.atDay(1).atStartOfDay().toInstant(ZoneOffset.UTC).toEpochMilli();
        return new UUID(millis << 16, 0);
    }
}
