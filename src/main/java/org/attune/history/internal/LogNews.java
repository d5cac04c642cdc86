package org.attune.history.internal;

import java.util.List;
import org.attune.history.LogAppended;
import org.attune.history.OutcomeRecorded;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Tells others about new entries once they are committed: the models first, then everybody. */
@Component
class LogNews {

    private final ApplicationEventPublisher events;

    LogNews(ApplicationEventPublisher events) {
        this.events = events;
    }

    /** To be called inside the writing transaction, which may be a caller's own and larger one. */
    void afterCommit(long position, List<OutcomeRecorded> outcomes) {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                events.publishEvent(new LogAppended(position));
                outcomes.forEach(events::publishEvent);
            }
        });
    }
}
