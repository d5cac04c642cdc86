package org.attune.channel.webhook;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.attune.customer.Customers;
import org.attune.kernel.CustomerId;
import org.attune.kernel.Ids;
import org.attune.kernel.OutboundEvent;
import org.attune.kernel.OutboundInterest;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes what webhooks are to be told, in the transaction that makes it true: a listener on the publisher's thread, so both are
 * committed or neither. Who asks for what is known in memory, so a fact nobody asks for costs nothing.
 */
@Component
class Outbox implements OutboundInterest {
    /** One statement: the fact, and a delivery for each webhook that asks for it at this moment. */
    private static final String WRITE = """
            WITH asking AS (
                SELECT id FROM channel_webhook WHERE enabled AND ? = ANY (events)
            ), event AS (
                INSERT INTO channel_outbox (id, type, body, created_at)
                SELECT ?, ?, ?, ? WHERE EXISTS (SELECT FROM asking) RETURNING id
            )
            INSERT INTO channel_delivery (event, webhook, state, since, next_at)
            SELECT event.id, asking.id, 'waiting', ?, ? FROM event, asking""";

    private final JdbcTemplate jdbc;
    private final WebhookStore webhooks;
    private final Customers customers;
    private final JsonMapper json;
    private final Clock clock;
    private final CopyOnWriteArrayList<Runnable> wakers = new CopyOnWriteArrayList<>();
    private volatile @Nullable Set<String> wanted;

    Outbox(JdbcTemplate jdbc, WebhookStore webhooks, Customers customers, JsonMapper json, Clock clock) {
        this.jdbc = jdbc;
        this.webhooks = webhooks;
        this.customers = customers;
        this.json = json;
        this.clock = clock;
    }

    @Override
    public boolean in(String type) {
        Set<String> known = wanted;
        if (known == null) {
            known = webhooks.wanted();
            wanted = known;
        }
        return known.contains(type);
    }

    /** Reads again who asks for what. */
    void refresh() {
        wanted = webhooks.wanted();
    }

    /** Runs whenever there is something new to deliver. */
    void onNew(Runnable waker) {
        wakers.add(waker);
    }

    @EventListener
    void on(OutboundEvent event) {
        if (in(event.type())) {
            UUID id = Ids.next();
            Timestamp now = Timestamp.from(clock.instant());
            jdbc.update(WRITE, event.type(), id, event.type(), body(id, event), now, now, now);
            wakeAfterCommit();
        }
    }

    /** One fact for one webhook, whatever it asks for. */
    UUID writeFor(UUID webhook, String type, Map<String, Object> data) {
        UUID id = Ids.next();
        Instant at = clock.instant();
        Timestamp now = Timestamp.from(at);
        jdbc.update(
                "INSERT INTO channel_outbox (id, type, body, created_at) VALUES (?, ?, ?, ?)",
                id,
                type,
                body(id, new OutboundEvent(type, null, at, data)),
                now);
        jdbc.update(
                "INSERT INTO channel_delivery (event, webhook, state, since, next_at) VALUES (?, ?, 'waiting', ?, ?)",
                id,
                webhook,
                now,
                now);
        wakeAfterCommit();
        return id;
    }

    /** CloudEvents 1.0 in JSON; composed once, so that every attempt sends the same bytes. */
    private String body(UUID id, OutboundEvent event) {
        CustomerId about = event.customer();
        String ref = about == null ? null : customers.refOf(about);
        Map<String, Object> data = new LinkedHashMap<>();
        if (ref != null) {
            data.put("customer", ref);
        }
        data.putAll(event.data());
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("specversion", "1.0");
        body.put("id", id.toString());
        body.put("source", "/attune");
        body.put("type", event.type());
        body.put("time", event.at().toString());
        if (ref != null) {
            body.put("subject", ref);
        }
        body.put("datacontenttype", "application/json");
        body.put("data", data);
        return json.writeValueAsString(body);
    }

    void wakeAfterCommit() {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            wakers.forEach(Runnable::run);
            return;
        }
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                wakers.forEach(Runnable::run);
            }
        });
    }
}
