package org.attune.demo.internal;

import java.time.Clock;
import java.time.ZoneOffset;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Remembers which parts of the demo content have been loaded, so that each is loaded once, as a whole or not at all. */
@Repository
@ConditionalOnBooleanProperty("attune.demo")
class SeedMarks {
    /** Any number that no other use of advisory locks takes. */
    private static final long LOCK = 0x4445_4D4FL;

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Clock clock;

    SeedMarks(JdbcClient jdbc, PlatformTransactionManager transactions, Clock clock) {
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /** Whether a part has been loaded. */
    boolean has(String part) {
        return jdbc.sql("SELECT count(*) FROM demo_seed WHERE part = ?")
                        .param(part)
                        .query(Long.class)
                        .single()
                > 0;
    }

    /**
     * Loads a part and marks it, in one transaction; does nothing when it has been loaded. Of two applications that start on
     * one database at the same time, one waits for the other.
     *
     * @return whether it was loaded now
     */
    boolean once(String part, int version, Runnable load) {
        if (has(part)) {
            return false;
        }
        return Boolean.TRUE.equals(transaction.execute(status -> {
            jdbc.sql("SELECT pg_advisory_xact_lock(?)").param(LOCK).query(row -> {});
            if (has(part)) {
                return false;
            }
            load.run();
            mark(part, version);
            return true;
        }));
    }

    /** Reserves numbers for the next walk-in customers and says which is the first. */
    long reserve(String counter, int count) {
        return jdbc.sql("""
                        INSERT INTO demo_seed AS s (part, version, loaded_at) VALUES (?, ?, ?)
                        ON CONFLICT (part) DO UPDATE SET version = s.version + excluded.version RETURNING version
                        """)
                        .params(counter, count, clock.instant().atOffset(ZoneOffset.UTC))
                        .query(Long.class)
                        .single()
                - count;
    }

    private void mark(String part, int version) {
        jdbc.sql("INSERT INTO demo_seed (part, version, loaded_at) VALUES (?, ?, ?)")
                .params(part, version, clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }
}
