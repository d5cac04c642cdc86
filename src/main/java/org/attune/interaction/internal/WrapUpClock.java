package org.attune.interaction.internal;

import org.attune.interaction.Interaction.State;
import org.attune.interaction.InteractionChanged;
import org.attune.interaction.WrapUps;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/** Begins wrap-ups when calls end, and finishes those whose time is over; what one node misses, the next look of any makes good. */
@Component
class WrapUpClock {
    private static final Logger LOG = LoggerFactory.getLogger(WrapUpClock.class);

    private final WrapUps wrapUps;

    WrapUpClock(WrapUps wrapUps) {
        this.wrapUps = wrapUps;
    }

    @EventListener
    void on(InteractionChanged changed) {
        if (changed.interaction().state() == State.WRAP_UP) {
            wrapUps.begun(changed.interaction());
        }
    }

    @Scheduled(initialDelay = 2_000, fixedDelay = 1_000)
    void look() {
        try {
            wrapUps.finishOverdue();
        } catch (DataAccessException | TransactionException e) {
            LOG.debug("The database is away: {}", e.getMessage());
        }
    }
}
