package org.attune.telephony.internal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.attune.telephony.Telephony;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/** A hang-up that never came: ends calls of which nothing was heard for too long, and forgets old ones. */
@Component
class CallTimeouts {
    private static final Logger LOG = LoggerFactory.getLogger(CallTimeouts.class);

    private final Telephony telephony;
    private final Clock clock;
    private final Duration ring;
    private final Duration talk;
    private final Duration keep;

    CallTimeouts(
            Telephony telephony,
            Clock clock,
            @Value("${attune.telephony.ring-timeout:5m}") Duration ring,
            @Value("${attune.telephony.call-timeout:4h}") Duration talk,
            @Value("${attune.telephony.keep:30d}") Duration keep) {
        this.telephony = telephony;
        this.clock = clock;
        this.ring = ring;
        this.talk = talk;
        this.keep = keep;
    }

    @Scheduled(initialDelay = 15_000, fixedDelay = 15_000)
    void look() {
        Instant now = clock.instant();
        try {
            int ended = telephony.endSilent(now.minus(talk), now.minus(ring));
            if (ended > 0) {
                LOG.info("{} calls ended by time-out: nothing was heard of them", ended);
            }
        } catch (DataAccessException | TransactionException e) {
            LOG.debug("The database is away: {}", e.getMessage());
        }
    }

    @Scheduled(initialDelay = 60_000, fixedDelay = 3_600_000)
    void forget() {
        try {
            telephony.forget(clock.instant().minus(keep));
        } catch (DataAccessException e) {
            LOG.debug("The database is away: {}", e.getMessage());
        }
    }
}
