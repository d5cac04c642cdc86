package org.attune.interaction;

import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import org.attune.history.Answer;
import org.attune.history.DecisionRecord;
import org.attune.history.History;
import org.attune.interaction.internal.Kept;
import org.attune.interaction.internal.Kept.KeptNote;
import org.attune.interaction.internal.KeptAnswer;
import org.attune.interaction.internal.KeptProposal;
import org.attune.kernel.AttuneException;
import org.attune.kernel.DecisionId;
import org.attune.kernel.Ids;
import org.attune.kernel.InteractionId;
import org.attune.platform.DatabaseBack;
import org.attune.platform.DatabaseWatch;
import org.attune.platform.LocalJournal;
import org.attune.platform.Outage;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/**
 * Takes answers and notes also while the database is away: they are kept on this node's disk, in Attune's home, and written down in their
 * order, once, as soon as it is back, or when the application starts again.
 */
@Service
public class KeptAnswers implements DisposableBean {
    private static final Logger LOG = LoggerFactory.getLogger(KeptAnswers.class);
    /** So long it is remembered that an answer has arrived; no journal is older. */
    private static final Duration MEMORY = Duration.ofDays(90);

    private static final long AGAIN_NANOS = 500_000_000;

    private final Path place;
    private final History history;
    private final Notes notes;
    private final DatabaseWatch watch;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final JsonMapper json;
    private final ApplicationEventPublisher news;
    private final Clock clock;
    private @Nullable LocalJournal journal;
    private volatile boolean closed;

    KeptAnswers(
            @Value("${attune.home:.attune}") Path home,
            History history,
            Notes notes,
            DatabaseWatch watch,
            JdbcClient jdbc,
            TransactionTemplate transaction,
            JsonMapper json,
            ApplicationEventPublisher news,
            Clock clock) {
        this.place = home.resolve("kept");
        this.history = history;
        this.notes = notes;
        this.watch = watch;
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.json = json;
        this.news = news;
        this.clock = clock;
    }

    /**
     * Writes an answer down or, while the database is away, keeps it. An answer never overtakes one that is kept.
     *
     * @return whether it is in the log; otherwise it is on this machine's disk
     * @throws UncheckedIOException neither the database nor the disk takes it
     */
    public boolean answer(Answer answer, String agent) {
        return answer(null, answer, agent);
    }

    /**
     * The same about something that no recorded decision proposed: it is written down, or kept, together with the answer.
     *
     * @param proposed a decision with one offer, and of the same id as the answer's; null when the decision is recorded
     */
    public boolean answer(@Nullable DecisionRecord proposed, Answer answer, String agent) {
        if (!watch.isAway() && waiting().isEmpty()) {
            try {
                transaction.executeWithoutResult(status -> write(proposed, answer, agent));
                return true;
            } catch (RuntimeException e) {
                if (!Outage.is(e)) {
                    throw e;
                }
                LOG.info("An answer is kept: {}", e.getMessage());
            }
        }
        Instant at = answer.occurredAt() == null ? clock.instant() : answer.occurredAt();
        keep(new Kept(KeptAnswer.of(answer, agent, at), null, proposed == null ? null : KeptProposal.of(proposed)));
        return false;
    }

    private void write(@Nullable DecisionRecord proposed, Answer answer, String agent) {
        if (proposed != null) {
            history.recordUntraced(proposed);
        }
        history.answer(answer, agent);
    }

    /**
     * Writes a note or, while the database is away, keeps it without card numbers; it then carries the time at which it arrives.
     *
     * @return whether it is written
     * @throws AttuneException as {@link Notes#add} does
     */
    public boolean note(InteractionId conversation, Reader author, NoteVisibility visibility, String text) {
        String clean = Notes.checked(text);
        if (!watch.isAway() && waiting().isEmpty()) {
            try {
                notes.add(conversation, author, visibility, clean);
                return true;
            } catch (RuntimeException e) {
                if (!Outage.is(e)) {
                    throw e;
                }
                LOG.info("A note is kept: {}", e.getMessage());
            }
        }
        keep(new Kept(null, KeptNote.of(conversation, author, visibility, clean)));
        return false;
    }

    private void keep(Kept kept) {
        synchronized (this) {
            opened().add(Ids.next(), json.writeValueAsString(kept));
        }
        // Whoever keeps something works at a desk: looking at a database that is frozen would hold up their next key
        // for seconds.
        if (!watch.isAway()) {
            Thread.ofVirtual().name("kept-answers").start(() -> {
                if (watch.look()) { // it was a broken connection, no more
                    sendSoon();
                }
            });
        }
    }

    /** Takes back the latest kept answer about an action; false when none is kept. */
    public synchronized boolean takeBack(DecisionId decision, String action, String agent) {
        UUID latest = null;
        for (var each : waiting().entrySet()) {
            KeptAnswer kept = read(each.getValue()).answer();
            if (kept == null) {
                continue;
            }
            if (kept.decision().equals(decision.value())
                    && kept.action().equals(action)
                    && kept.agent().equals(agent)) {
                latest = each.getKey();
            }
        }
        return latest != null && opened().remove(latest);
    }

    /** How many answers of an agent are kept on this node. */
    public int waiting(String agent) {
        return (int) waiting().values().stream()
                .filter(line -> read(line).agent().equals(agent))
                .count();
    }

    @EventListener(ApplicationReadyEvent.class)
    void started() {
        if (!waiting().isEmpty()) {
            sendSoon();
        }
    }

    @EventListener
    void back(DatabaseBack back) {
        sendSoon();
    }

    /** Whoever tells that the database is back does not wait; tried until it has worked or the database is away again. */
    private void sendSoon() {
        Thread.ofVirtual().name("kept-answers").start(() -> {
            while (!closed && !send() && !watch.isAway()) {
                LockSupport.parkNanos(AGAIN_NANOS);
            }
        });
    }

    /** Sends what is kept, in order; says whether all of it has arrived. */
    private synchronized boolean send() {
        if (closed) {
            return false;
        }
        Map<String, Integer> sent = new HashMap<>();
        Set<String> refused = new HashSet<>();
        for (var each : waiting().entrySet()) {
            Kept kept = read(each.getValue());
            try {
                arrive(each.getKey(), kept);
                sent.merge(kept.agent(), 1, Integer::sum);
            } catch (AttuneException e) {
                // Somebody answered otherwise meanwhile, or the decision is gone: no later attempt would be taken.
                // The text of a note is nobody's business here; it stays readable nowhere else, so its author is told.
                String what = kept.answer() == null ? "a note" : each.getValue();
                LOG.warn("What was kept for {} cannot be taken: {} ({})", kept.agent(), e.getMessage(), what);
                refused.add(kept.agent());
            } catch (RuntimeException e) {
                LOG.info("Sending kept answers again as soon as the database is back: {}", e.getMessage());
                return false;
            }
            opened().remove(each.getKey());
        }
        news.publishEvent(new KeptAnswersSent(sent, refused));
        return true;
    }

    private void arrive(UUID id, Kept kept) {
        transaction.executeWithoutResult(status -> {
            Timestamp now = Timestamp.from(clock.instant());
            jdbc.sql("delete from interaction_kept where at < ?")
                    .param(Timestamp.from(clock.instant().minus(MEMORY)))
                    .update();
            int first = jdbc.sql("insert into interaction_kept (id, at) values (?, ?) on conflict do nothing")
                    .params(id, now)
                    .update();
            if (first == 0) {
                return;
            }
            if (kept.answer() != null) {
                KeptProposal proposal = kept.proposal();
                write(
                        proposal == null ? null : proposal.proposed(),
                        kept.answer().answer(),
                        kept.agent());
            } else if (kept.note() != null) {
                KeptNote note = kept.note();
                notes.add(note.where(), note.who(), note.readers(), note.text());
            }
        });
    }

    private synchronized Map<UUID, String> waiting() {
        return journal == null && !Files.exists(place) ? Map.of() : opened().waiting();
    }

    private synchronized LocalJournal opened() {
        LocalJournal open = journal;
        if (open == null) {
            open = LocalJournal.open(place);
            journal = open;
        }
        return open;
    }

    private Kept read(String line) {
        return json.readValue(line, Kept.class);
    }

    @Override
    public synchronized void destroy() {
        closed = true;
        if (journal != null) {
            journal.close();
        }
    }
}
