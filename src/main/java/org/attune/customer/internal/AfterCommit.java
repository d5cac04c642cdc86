package org.attune.customer.internal;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Publishes news once it is true for everybody: at once outside a transaction, otherwise when that has committed. */
@Component
public class AfterCommit {
    private final ApplicationEventPublisher publisher;

    AfterCommit(ApplicationEventPublisher publisher) {
        this.publisher = publisher;
    }

    /** Publishes the news; never when the running transaction rolls back. */
    public void publish(Object news) {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            publisher.publishEvent(news);
            return;
        }
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCompletion(int status) {
                // Not in afterCommit: listeners that wait for a commit of their own would then wait for one that never
                // comes.
                if (status == STATUS_COMMITTED) {
                    publisher.publishEvent(news);
                }
            }
        });
    }
}
