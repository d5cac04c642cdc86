package org.attune.interaction.internal;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.attune.interaction.AtDesk;
import org.attune.interaction.DeskPresence;
import org.attune.interaction.DesksChanged;
import org.attune.platform.NodeMail;
import org.attune.platform.NodeMailArrived;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/** Writes down for all nodes who sits at a desk of this one. A node that is gone is forgotten by itself. */
@Component
public class PresenceBook implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(PresenceBook.class);
    private static final String TOPIC = "desks";
    private static final Duration BEAT = Duration.ofSeconds(8);
    /** Nothing heard of a node for so long: nobody sits there. */
    private static final String GONE = "interval '30 seconds'";

    private final DeskPresence desks;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final NodeMail mail;
    private final ApplicationEventPublisher news;
    private final Semaphore changed = new Semaphore(0);
    private volatile boolean running;
    private @Nullable Thread thread;
    private Map<String, Instant> written = Map.of();

    PresenceBook(
            DeskPresence desks,
            JdbcClient jdbc,
            TransactionTemplate transaction,
            NodeMail mail,
            ApplicationEventPublisher news) {
        this.desks = desks;
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.mail = mail;
        this.news = news;
        desks.onChange(changed::release);
    }

    /** Who sits at a desk of any node. */
    public List<AtDesk> everywhere() {
        return jdbc.sql("select agent, max(resting_until) as resting_until from interaction_desk"
                        + " where seen_at > now() - " + GONE + " group by agent order by agent")
                .query((row, n) -> {
                    Timestamp until = row.getTimestamp("resting_until");
                    return new AtDesk(row.getString("agent"), until == null ? null : until.toInstant());
                })
                .list();
    }

    @EventListener
    void arrived(NodeMailArrived told) {
        if (told.topic().equals(TOPIC)) {
            news.publishEvent(new DesksChanged());
        }
    }

    /** Writes who is here now; a change is told. */
    synchronized void write() {
        Map<String, Instant> now = new TreeMap<>(desks.all());
        if (now.isEmpty() && written.isEmpty()) {
            return;
        }
        boolean different = !now.equals(written);
        String[] agents = now.keySet().toArray(String[]::new);
        transaction.executeWithoutResult(status -> {
            jdbc.sql("delete from interaction_desk where node = ? and not agent = any(?)"
                            + " or seen_at < now() - interval '5 minutes'")
                    .params(mail.node(), agents)
                    .update();
            now.forEach((agent, rests) -> jdbc.sql("""
                            insert into interaction_desk (node, agent, resting_until, seen_at) values (?, ?, ?, now())
                            on conflict (node, agent) do update
                               set resting_until = excluded.resting_until, seen_at = excluded.seen_at""")
                    .params(mail.node(), agent, rests.equals(Instant.MIN) ? null : Timestamp.from(rests))
                    .update());
            if (different) {
                mail.tell(TOPIC, "");
            }
        });
        written = now;
        if (different) {
            news.publishEvent(new DesksChanged());
        }
    }

    private void run() {
        while (running) {
            try {
                changed.tryAcquire(BEAT.toMillis(), TimeUnit.MILLISECONDS);
                changed.drainPermits();
                write();
            } catch (InterruptedException e) {
                return;
            } catch (DataAccessException | TransactionException e) {
                LOG.debug("Who is here is written down later: {}", e.getMessage());
            }
        }
    }

    @Override
    public void start() {
        running = true;
        thread = Thread.ofVirtual().name("presence").start(this::run);
    }

    @Override
    public void stop() {
        running = false;
        Thread writing = thread;
        if (writing != null) {
            writing.interrupt();
        }
        try {
            jdbc.sql("delete from interaction_desk where node = ?")
                    .param(mail.node())
                    .update();
        } catch (DataAccessException e) {
            LOG.debug("Forgotten by itself: {}", e.getMessage());
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
