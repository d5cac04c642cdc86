package org.attune.history.internal;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.attune.history.LogAppended;
import org.attune.history.OutcomeRecorded;
import org.attune.kernel.OutboundEvent;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Runs what writes to the log, and tells others once it is committed: the models first, then everybody. */
@Component
class LogWriter {

    private final TransactionTemplate transaction;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    LogWriter(PlatformTransactionManager transactions, ApplicationEventPublisher events, Clock clock) {
        this.transaction = new TransactionTemplate(transactions);
        this.events = events;
        this.clock = clock;
    }

    /** Collects what is to be told. */
    static final class News {
        private final List<OutcomeRecorded> outcomes = new ArrayList<>();
        private long position;

        void appended(long newest) {
            position = newest;
        }

        void recorded(OutcomeRecorded outcome) {
            outcomes.add(outcome);
        }
    }

    /** Writes in a transaction, which may be the caller's own and larger one: then the news wait for it. */
    <T> T write(Function<News, T> work) {
        News news = new News();
        boolean joined = TransactionSynchronizationManager.isActualTransactionActive();
        T result = transaction.execute(status -> {
            T done = work.apply(news);
            news.outcomes.forEach(each -> events.publishEvent(told(each)));
            return done;
        });
        if (!joined) {
            publish(news);
        } else if (news.position > 0) {
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void afterCommit() {
                    publish(news);
                }
            });
        }
        return result;
    }

    private OutboundEvent told(OutcomeRecorded outcome) {
        return new OutboundEvent(
                OutboundEvent.OUTCOME_RECORDED,
                outcome.customer(),
                clock.instant(),
                Map.of(
                        "decisionId", outcome.decision().toString(),
                        "action", outcome.action(),
                        "channel", outcome.channel().key(),
                        "outcome", outcome.outcome().key(),
                        "undone", outcome.undone()));
    }

    private void publish(News news) {
        if (news.position > 0) {
            events.publishEvent(new LogAppended(news.position));
            news.outcomes.forEach(events::publishEvent);
        }
    }
}
