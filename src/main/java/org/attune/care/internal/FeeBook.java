package org.attune.care.internal;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.attune.care.CareChanged;
import org.attune.care.engine.FrenchBanking.Fee;
import org.attune.customer.SignalReceived;
import org.attune.kernel.AttuneException;
import org.attune.kernel.CustomerId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Keeps the incident fees that other systems say they have charged. */
@Component
public class FeeBook {
    /** The signal that tells of a fee. */
    public static final String CHARGED = "incident-fee";

    private static final Logger LOG = LoggerFactory.getLogger(FeeBook.class);

    private final JdbcClient jdbc;
    private final ToldAmount amounts;
    private final ZoneId zone;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate own;

    FeeBook(
            JdbcClient jdbc,
            ToldAmount amounts,
            ZoneId zone,
            ApplicationEventPublisher events,
            PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.amounts = amounts;
        this.zone = zone;
        this.events = events;
        own = new TransactionTemplate(transactions);
        // Signals are told after their commit, when there is nothing to join any more.
        own.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    @EventListener
    void charged(SignalReceived news) {
        if (!news.type().equals(CHARGED)) {
            return;
        }
        try {
            own.executeWithoutResult(status -> {
                Long cents = amounts.cents(news);
                if (cents != null && write(news, cents)) {
                    events.publishEvent(new CareChanged(news.customer()));
                }
            });
        } catch (AttuneException | DataAccessException e) {
            LOG.warn("An incident fee that was told could not be kept.", e);
        }
    }

    private boolean write(SignalReceived news, long cents) {
        return jdbc.sql("insert into care_incident_fee (signal, customer, charged_on, cents) values (?, ?, ?, ?)"
                                + " on conflict do nothing")
                        .params(news.signal(), news.customer().value(), LocalDate.ofInstant(news.at(), zone), cents)
                        .update()
                == 1;
    }

    /** The fees of a customer since a day, in the order in which they were charged. */
    public List<Fee> since(CustomerId customer, LocalDate day) {
        return jdbc.sql("select charged_on, cents from care_incident_fee where customer = ? and charged_on >= ?"
                        + " order by charged_on, signal")
                .params(customer.value(), day)
                .query((row, n) -> new Fee(row.getObject("charged_on", LocalDate.class), row.getLong("cents")))
                .list();
    }
}
