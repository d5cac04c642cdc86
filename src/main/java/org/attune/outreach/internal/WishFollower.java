package org.attune.outreach.internal;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.attune.customer.CustomerChanged;
import org.attune.customer.CustomerContext;
import org.attune.customer.Customers;
import org.attune.customer.Wishes;
import org.attune.kernel.Channel;
import org.attune.outreach.OutreachChanged;
import org.attune.outreach.OutreachItem;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/** What a customer wishes today holds for items of yesterday: they move out of quiet hours, to another channel, or off the list. */
@Component
class WishFollower {
    private static final Logger LOG = LoggerFactory.getLogger(WishFollower.class);

    private final OutreachStore store;
    private final Customers customers;
    private final CallingHours hours;
    private final ApplicationEventPublisher news;
    private final Clock clock;

    WishFollower(
            OutreachStore store, Customers customers, CallingHours hours, ApplicationEventPublisher news, Clock clock) {
        this.store = store;
        this.customers = customers;
        this.hours = hours;
        this.news = news;
        this.clock = clock;
    }

    @EventListener
    void on(CustomerChanged changed) {
        try {
            List<OutreachItem> open = store.open(changed.customer());
            if (!open.isEmpty()) {
                Instant now = clock.instant();
                CustomerContext customer = customers.context(changed.customer(), now);
                open.forEach(each -> follow(each, customer, now));
            }
        } catch (DataAccessException e) {
            LOG.warn("Wishes of a customer could not be taken over to the list: {}", e.getMessage());
        }
    }

    private void follow(OutreachItem item, CustomerContext customer, Instant now) {
        Wishes wishes = Wishes.of(customer);
        Instant from = hours.first(now, wishes.quiet());
        boolean changed;
        if (!wishes.calls() || from == null) {
            changed = store.close(
                    item.id(), "system", OutreachItem.State.DISMISSED, OutreachItem.Dismissal.NOT_WANTED.key(), now);
        } else {
            Channel channel = Objects.requireNonNullElse(wishes.channel(), Channel.CALL_CENTER);
            boolean quietNow = from.isAfter(now);
            boolean waits = item.notBefore().isAfter(now);
            if (channel == item.channel() && quietNow == waits && (!quietNow || from.equals(item.notBefore()))) {
                return;
            }
            changed = store.move(item.id(), channel, from);
        }
        if (changed) {
            store.find(item.id()).ifPresent(moved -> news.publishEvent(new OutreachChanged(moved)));
        }
    }
}
