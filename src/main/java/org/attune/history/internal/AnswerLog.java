package org.attune.history.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.LongConsumer;
import org.attune.history.Answer;
import org.attune.history.AnswerCheck;
import org.attune.history.AnswerResult;
import org.attune.history.OutcomeOrder;
import org.attune.history.OutcomeRecorded;
import org.attune.kernel.Channel;
import org.attune.kernel.ConflictException;
import org.attune.kernel.CustomerId;
import org.attune.kernel.DecisionId;
import org.attune.kernel.InteractionId;
import org.attune.kernel.NotFoundException;
import org.attune.kernel.Outcome;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Moves offers along the outcome order and appends what happened to the log. Locks are taken in one order, the offer's row
 * then the supplies it draws on, then the log's head, so that answers wait for each other and never block each other for good.
 */
@Component
public class AnswerLog {

    /** An entry that counts: no reversal, and not reversed. The index on reversals leaves the ordinary 0 out. */
    static final String LIVE = " e.reverses = 0 AND NOT EXISTS"
            + " (SELECT 1 FROM history_outcome u WHERE u.reverses = e.position AND u.reverses > 0)";

    private static final String NEXT_POSITION =
            "WITH head AS (UPDATE history_head SET position = position + 1 RETURNING position)";

    private final JdbcTemplate jdbc;
    private final DecisionStore decisions;
    private final LogWriter writer;
    private final PlaceKeeper places;
    private final ObjectProvider<AnswerCheck> checks;
    private final Clock clock;
    private final ZoneId zone;

    AnswerLog(
            JdbcTemplate jdbc,
            LogWriter writer,
            DecisionStore decisions,
            PlaceKeeper places,
            ObjectProvider<AnswerCheck> checks,
            Clock clock,
            ZoneId zone) {
        this.jdbc = jdbc;
        this.writer = writer;
        this.decisions = decisions;
        this.places = places;
        this.checks = checks;
        this.clock = clock;
        this.zone = zone;
    }

    /** Writes an answer down, once. */
    public AnswerResult answer(Answer answer, String who) {
        Instant now = clock.instant();
        AnswerRules.check(answer, now, zone);
        return writer.write(news -> {
            OfferRow offer = lock(answer.decision(), answer.action());
            return switch (OutcomeOrder.move(offer.state(), answer.outcome())) {
                case NEXT -> append(news, offer, answer, who, now);
                case REPEAT -> new AnswerResult(false, place(answer).orElse(0L), offer.current());
                // Fulfilled, then cancelled, then fulfilled sent once more: a repeat that arrives late.
                case REFUSED ->
                    place(answer)
                            .map(place -> new AnswerResult(false, place, offer.current()))
                            .orElseThrow(() -> new ConflictException(
                                    AnswerRules.refusal(answer.action(), offer.state(), answer.outcome())));
            };
        });
    }

    /** Takes the latest answer back. The agent saw the offer to answer it, so it stays at least shown. */
    public boolean undo(DecisionId decision, String action, String who) {
        Instant now = clock.instant();
        return writer.write(news -> {
            OfferRow offer = lock(decision, action);
            Optional<Entry> latest = offer.state() == Outcome.EXPIRED ? Optional.empty() : latest(decision, action);
            latest.ifPresent(entry -> reverse(news, offer, entry, who, now));
            return latest.isPresent();
        });
    }

    /** Marks offers as shown; those that already were stay as they are. */
    public int shown(DecisionId decision, Collection<String> actions, String who) {
        int marked = jdbc.update(
                """
                UPDATE history_offer SET state = 'shown', shown_at = ?, shown_to = ?
                WHERE decision_id = ? AND action = ANY (?) AND state = ''
                """, DecisionStore.timestamp(clock.instant()), who, decision.value(), actions.toArray(String[]::new));
        if (marked == 0 && !decisions.exists(decision)) {
            throw new NotFoundException("decision", decision);
        }
        return marked;
    }

    /** Takes a position for something that is written elsewhere. */
    public long mark(LongConsumer write) {
        return writer.write(news -> {
            Long position = jdbc.queryForObject(
                    "UPDATE history_head SET position = position + 1 RETURNING position", Long.class);
            if (position == null) {
                throw new IllegalStateException("The log has no head.");
            }
            write.accept(position);
            news.appended(position);
            return position;
        });
    }

    private AnswerResult append(LogWriter.News news, OfferRow offer, Answer answer, String who, Instant now) {
        Outcome outcome = answer.outcome();
        if (outcome == Outcome.ACCEPTED) {
            checks.orderedStream().forEach(each -> each.accepting(answer));
        }
        if (outcome == Outcome.SHOWN) {
            shown(answer.decision(), List.of(answer.action()), who);
            return new AnswerResult(true, 0, outcome);
        }
        if (offer.holds()) {
            places.answered(offer.holder(answer.decision()), answer.action(), outcome);
        }
        var recorded = DecisionStore.timestamp(now);
        Instant at = answer.occurredAt();
        var occurred = at == null ? recorded : DecisionStore.timestamp(at);
        boolean presents = OutcomeOrder.impliesPresented(outcome) && !offer.presented();
        jdbc.update(
                """
                UPDATE history_offer
                SET state = ?, again = ?, shown_at = coalesce(shown_at, ?), shown_to = coalesce(shown_to, ?),
                    presented_at = CASE WHEN ? THEN ? ELSE presented_at END,
                    answered_at = CASE WHEN ? THEN coalesce(answered_at, ?) ELSE answered_at END,
                    expires_at = CASE WHEN ? THEN greatest(expires_at, ? + answer_days * interval '24 hours') ELSE expires_at END
                WHERE decision_id = ? AND action = ?
                """,
                outcome.key(),
                answer.again(),
                occurred,
                who,
                presents,
                occurred,
                OutcomeOrder.isAnswer(outcome),
                occurred,
                outcome == Outcome.PRESENTED,
                recorded,
                answer.decision().value(),
                answer.action());
        long position = insert(
                """
                INSERT INTO history_outcome (position, decision_id, action, outcome, reason, again, occurred_at, recorded_at,
                    who, before, implied)
                SELECT position, ?, ?, ?, ?, ?, ?, ?, ?, ?, ? FROM head RETURNING position
                """,
                answer.decision().value(),
                answer.action(),
                outcome.key(),
                AnswerRules.reason(answer),
                answer.again(),
                occurred,
                recorded,
                who,
                offer.stored(),
                presents);
        readOut(position, answer);
        news.appended(position);
        news.recorded(offer.news(answer.decision(), answer.action(), outcome, false));
        return new AnswerResult(true, position, outcome);
    }

    private void readOut(long position, Answer answer) {
        for (Answer.ReadOut each : answer.readOut()) {
            jdbc.update(
                    "INSERT INTO history_read_out (position, sentence, words, at) VALUES (?, ?, ?, ?)",
                    position,
                    each.sentence(),
                    each.words(),
                    DecisionStore.timestamp(each.at()));
        }
    }

    private void reverse(LogWriter.News news, OfferRow offer, Entry entry, String who, Instant now) {
        String before = entry.before().isEmpty() ? Outcome.SHOWN.key() : entry.before();
        if (offer.holds()) {
            places.undone(
                    offer.holder(new DecisionId(entry.decision())),
                    entry.action(),
                    Outcome.of(entry.outcome()),
                    offer.presented() && !entry.implied());
        }
        jdbc.update(
                """
                UPDATE history_offer
                SET state = ?, again = NULL, presented_at = CASE WHEN ? THEN NULL ELSE presented_at END,
                    answered_at = CASE WHEN ? THEN answered_at END,
                    expires_at = greatest(expires_at, ? + answer_days * interval '24 hours')
                WHERE decision_id = ? AND action = ?
                """,
                before,
                entry.implied(),
                OutcomeOrder.isAnswer(Outcome.of(before)),
                DecisionStore.timestamp(now),
                entry.decision(),
                entry.action());
        var recorded = DecisionStore.timestamp(now);
        long position = insert(
                """
                INSERT INTO history_outcome (position, decision_id, action, outcome, occurred_at, recorded_at, who, reverses,
                    before, implied)
                SELECT position, ?, ?, ?, ?, ?, ?, ?, ?, false FROM head RETURNING position
                """,
                entry.decision(),
                entry.action(),
                entry.outcome(),
                recorded,
                recorded,
                who,
                entry.position(),
                offer.stored());
        DecisionId decision = new DecisionId(entry.decision());
        news.appended(position);
        news.recorded(offer.news(decision, entry.action(), Outcome.of(entry.outcome()), true));
    }

    private long insert(String statement, @Nullable Object... values) {
        Long position = jdbc.queryForObject(NEXT_POSITION + statement, Long.class, values);
        if (position == null) {
            throw new IllegalStateException("The log has no head.");
        }
        return position;
    }

    private OfferRow lock(DecisionId decision, String action) {
        return jdbc.query("""
                        SELECT o.state, o.presented_at IS NOT NULL AS presented, o.customer_id, o.channel, d.interaction_id,
                            EXISTS (SELECT 1 FROM history_reservation r
                                WHERE r.holder = coalesce(d.interaction_id, d.id) AND r.action = o.action) AS holds
                        FROM history_offer o JOIN history_decision d ON d.id = o.decision_id
                        WHERE o.decision_id = ? AND o.action = ? FOR UPDATE OF o
                        """, (row, i) -> OfferRow.of(row), decision.value(), action).stream()
                .findFirst()
                .orElseThrow(() -> decisions.exists(decision)
                        ? new NotFoundException("offer in this decision of", action)
                        : new NotFoundException("decision", decision));
    }

    /** Where the log has this very outcome of the offer. Asked only after the offer is locked. */
    private Optional<Long> place(Answer answer) {
        return jdbc
                .queryForList(
                        "SELECT max(e.position) FROM history_outcome e WHERE e.decision_id = ? AND e.action = ?"
                                + " AND e.outcome = ? AND" + LIVE + " HAVING max(e.position) IS NOT NULL",
                        Long.class,
                        answer.decision().value(),
                        answer.action(),
                        answer.outcome().key())
                .stream()
                .findFirst();
    }

    private Optional<Entry> latest(DecisionId decision, String action) {
        return jdbc
                .query(
                        "SELECT * FROM history_outcome e WHERE e.decision_id = ? AND e.action = ? AND"
                                + " e.outcome <> 'expired' AND" + LIVE + " ORDER BY e.position DESC LIMIT 1",
                        (row, i) -> new Entry(
                                row.getLong("position"),
                                row.getObject("decision_id", UUID.class),
                                row.getString("action"),
                                row.getString("outcome"),
                                row.getString("before"),
                                row.getBoolean("implied")),
                        decision.value(),
                        action)
                .stream()
                .findFirst();
    }

    private record Entry(long position, UUID decision, String action, String outcome, String before, boolean implied) {}

    /** An offer under lock. */
    private record OfferRow(
            @Nullable Outcome state,
            boolean presented,
            CustomerId customer,
            Channel channel,
            @Nullable InteractionId interaction,
            boolean holds) {

        static OfferRow of(ResultSet row) throws SQLException {
            String state = row.getString("state");
            UUID interaction = row.getObject("interaction_id", UUID.class);
            return new OfferRow(
                    state.isEmpty() ? null : Outcome.of(state),
                    row.getBoolean("presented"),
                    new CustomerId(row.getObject("customer_id", UUID.class)),
                    Channel.of(row.getString("channel")),
                    interaction == null ? null : new InteractionId(interaction),
                    row.getBoolean("holds"));
        }

        /** Whose places they are, under limits and supplies. */
        UUID holder(DecisionId decision) {
            return interaction == null ? decision.value() : interaction.value();
        }

        /** A repeat is never about an offer that was only ranked, so there is an outcome. */
        Outcome current() {
            return state == null ? Outcome.SHOWN : state;
        }

        String stored() {
            return state == null ? "" : state.key();
        }

        OutcomeRecorded news(DecisionId decision, String action, Outcome outcome, boolean undone) {
            return new OutcomeRecorded(decision, customer, interaction, action, channel, outcome, undone);
        }
    }
}
