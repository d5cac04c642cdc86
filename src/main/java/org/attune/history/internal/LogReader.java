package org.attune.history.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.attune.history.Answer.ReadOut;
import org.attune.history.LoggedAnswer;
import org.attune.history.PastOffer;
import org.attune.history.Reversal;
import org.attune.history.SaidSentence;
import org.attune.history.ShownSituation;
import org.attune.history.TimelineEntry;
import org.attune.history.TreatmentAnswer;
import org.attune.kernel.Channel;
import org.attune.kernel.CustomerId;
import org.attune.kernel.DecisionId;
import org.attune.kernel.InteractionId;
import org.attune.kernel.Outcome;
import org.attune.kernel.Query;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.ResultSetExtractor;
import org.springframework.stereotype.Component;

/** Reads the log for the learner, the contact policies and the timeline. */
@Component
public class LogReader {

    /** Two halves, each along an index of its own, so that the time does not grow with what is long past. */
    private static final String PAST_OFFERS = """
            SELECT action, issue, group_key, channel, state, at, again, presented_at, answered_at, interaction_id
            FROM history_offer WHERE customer_id = %1$s AND shown_at IS NOT NULL AND at >= ?
            UNION ALL
            SELECT action, issue, group_key, channel, state, at, again, presented_at, answered_at, interaction_id
            FROM history_offer WHERE customer_id = %1$s AND shown_at IS NOT NULL AND again > ? AND at < ?
            ORDER BY at DESC, action""";

    private static final Duration CONTACTS = Duration.ofDays(400);

    private final JdbcTemplate jdbc;
    private final SituationReader situations;
    private final Clock clock;

    LogReader(JdbcTemplate jdbc, SituationReader situations, Clock clock) {
        this.jdbc = jdbc;
        this.situations = situations;
        this.clock = clock;
    }

    /** Outcomes by action. */
    public Map<String, Outcome> states(DecisionId id) {
        Map<String, Outcome> states = new LinkedHashMap<>();
        jdbc.query(
                "SELECT action, state FROM history_offer WHERE decision_id = ? AND state <> '' ORDER BY rank, action",
                row -> {
                    states.put(row.getString("action"), Outcome.of(row.getString("state")));
                },
                id.value());
        return states;
    }

    /** What the customer was shown lately. */
    public List<PastOffer> pastOffers(CustomerId customer) {
        Query<List<PastOffer>> query =
                askPastOffers(new Query.Expression("?", List.of(customer.value())), clock.instant());
        ResultSetExtractor<List<PastOffer>> rows = query.rows()::read;
        List<PastOffer> past = jdbc.query(query.sql(), rows, query.parameters().toArray());
        return past == null ? List.of() : past;
    }

    /** The same, to be asked together with other questions; the customer's id may itself be asked for. */
    public Query<List<PastOffer>> askPastOffers(Query.Expression customer, Instant now) {
        OffsetDateTime from = DecisionStore.timestamp(now.minus(CONTACTS));
        List<Object> parameters = new ArrayList<>(customer.parameters());
        parameters.add(from);
        parameters.addAll(customer.parameters());
        // A day that the customer named may lie far ahead; which day it is here does not matter that much.
        parameters.add(LocalDate.ofInstant(now, ZoneOffset.UTC).minusDays(1));
        parameters.add(from);
        return new Query<>(PAST_OFFERS.formatted(customer.sql()), parameters, rows -> {
            List<PastOffer> past = new ArrayList<>();
            while (rows.next()) {
                past.add(pastOffer(rows));
            }
            return past;
        });
    }

    private static PastOffer pastOffer(ResultSet row) throws SQLException {
        UUID conversation = row.getObject("interaction_id", UUID.class);
        OffsetDateTime presented = row.getObject("presented_at", OffsetDateTime.class);
        OffsetDateTime answered = row.getObject("answered_at", OffsetDateTime.class);
        return new PastOffer(
                row.getString("action"),
                row.getString("issue"),
                row.getString("group_key"),
                Channel.of(row.getString("channel")),
                Outcome.of(row.getString("state")),
                instant(row, "at"),
                row.getObject("again", LocalDate.class),
                conversation == null ? null : new InteractionId(conversation),
                presented == null ? null : presented.toInstant(),
                answered == null ? null : answered.toInstant());
    }

    /** What was read out before answers that count, by action. */
    public Map<String, List<ReadOut>> readOut(DecisionId id) {
        Map<String, List<ReadOut>> said = new LinkedHashMap<>();
        jdbc.query(
                "SELECT e.action, r.sentence, r.words, r.at FROM history_outcome e"
                        + " JOIN history_read_out r ON r.position = e.position WHERE e.decision_id = ? AND"
                        + AnswerLog.LIVE + " ORDER BY r.at, r.sentence",
                row -> {
                    said.computeIfAbsent(row.getString("action"), action -> new ArrayList<>())
                            .add(new ReadOut(row.getString("sentence"), row.getString("words"), instant(row, "at")));
                },
                id.value());
        return said;
    }

    /** What was read out in a conversation; the customer's decisions are found by an index. */
    public List<SaidSentence> saidIn(InteractionId conversation, CustomerId customer) {
        return jdbc.query(
                "SELECT d.id, e.action, r.sentence, r.words, r.at FROM history_decision d"
                        + " JOIN history_outcome e ON e.decision_id = d.id"
                        + " JOIN history_read_out r ON r.position = e.position"
                        + " WHERE d.customer_id = ? AND d.interaction_id = ? AND" + AnswerLog.LIVE
                        + " ORDER BY r.at, r.sentence",
                (row, i) -> new SaidSentence(
                        new DecisionId(row.getObject("id", UUID.class)),
                        row.getString("action"),
                        new ReadOut(row.getString("sentence"), row.getString("words"), instant(row, "at"))),
                customer.value(),
                conversation.value());
    }

    /** The customer's answers. */
    public List<TimelineEntry> timeline(CustomerId customer, int limit) {
        return jdbc.query(
                "SELECT e.*, o.channel FROM history_offer o"
                        + " JOIN history_outcome e ON e.decision_id = o.decision_id AND e.action = o.action"
                        + " WHERE o.customer_id = ? AND o.shown_at IS NOT NULL"
                        + " AND e.outcome NOT IN ('shown', 'presented', 'expired') AND" + AnswerLog.LIVE
                        + " ORDER BY e.occurred_at DESC, e.position DESC LIMIT ?",
                (row, i) -> new TimelineEntry(
                        instant(row, "occurred_at"),
                        new DecisionId(row.getObject("decision_id", UUID.class)),
                        row.getString("action"),
                        Outcome.of(row.getString("outcome")),
                        row.getString("reason"),
                        Channel.of(row.getString("channel")),
                        row.getString("who")),
                customer.value(),
                limit);
    }

    /**
     * The log as the learner reads it. Situations of entries that teach nothing are left out. The entries are chosen before anything is
     * joined to them: with a million of them the database would otherwise start two helpers for every page, and be slower.
     */
    public List<LoggedAnswer> log(long after, int limit) {
        return jdbc.query("""
                SELECT e.position, e.reverses, e.action, e.outcome, e.before, o.issue, o.group_key, o.starting_propensity,
                    o.fulfilled_reward, d.packed, d.situation
                FROM (SELECT * FROM history_outcome WHERE position > ? ORDER BY position LIMIT ?) e
                JOIN history_offer o ON o.decision_id = e.decision_id AND o.action = e.action
                LEFT JOIN history_decision d ON d.id = e.decision_id
                    AND e.outcome IN ('accepted', 'declined', 'cancelled', 'fulfilled')
                ORDER BY e.position
                """, (row, i) -> logged(row), after, limit);
    }

    private LoggedAnswer logged(ResultSet row) throws SQLException {
        Outcome outcome = Outcome.of(row.getString("outcome"));
        return new LoggedAnswer(
                row.getLong("position"),
                row.getLong("reverses"),
                row.getString("action"),
                row.getString("issue"),
                row.getString("group_key"),
                row.getDouble("starting_propensity"),
                outcome,
                weight(outcome, row),
                situations.read(row));
    }

    /** What was fulfilled may count for more than an acceptance; who cancels it takes that back as well. */
    private static double weight(Outcome outcome, ResultSet row) throws SQLException {
        return switch (outcome) {
            case FULFILLED -> row.getDouble("fulfilled_reward");
            case CANCELLED ->
                row.getString("before").equals(Outcome.FULFILLED.key()) ? 1 + row.getDouble("fulfilled_reward") : 1;
            default -> 1;
        };
    }

    /** Where an action was shown lately. */
    public List<ShownSituation> shownSituations(String action, int limit) {
        return jdbc.query(
                """
                SELECT o.action, o.issue, o.group_key, o.starting_propensity, d.packed, d.situation
                FROM history_offer o JOIN history_decision d ON d.id = o.decision_id
                WHERE o.action = ? AND o.shown_at IS NOT NULL ORDER BY o.at DESC, o.decision_id LIMIT ?
                """,
                (row, i) -> new ShownSituation(
                        row.getString("action"),
                        row.getString("issue"),
                        row.getString("group_key"),
                        row.getDouble("starting_propensity"),
                        situations.read(row)),
                action,
                limit);
    }

    /** Entries that take others back, after a position up to another. */
    public List<Reversal> reversals(long after, long to) {
        return jdbc.query(
                """
                SELECT position, reverses, outcome FROM history_outcome
                WHERE reverses > 0 AND position > ? AND position <= ? ORDER BY position
                """,
                (row, i) -> new Reversal(
                        row.getLong("position"), row.getLong("reverses"), Outcome.of(row.getString("outcome"))),
                after,
                to);
    }

    /** How wordings were answered. */
    public List<TreatmentAnswer> treatmentAnswers(long after, long to, int limit) {
        return jdbc.query(
                """
                SELECT e.position, e.reverses, e.action, o.treatment, e.outcome
                FROM history_outcome e JOIN history_offer o ON o.decision_id = e.decision_id AND o.action = e.action
                WHERE e.position > ? AND e.position <= ? AND e.outcome IN ('accepted', 'declined') AND o.treatment IS NOT NULL
                ORDER BY e.position LIMIT ?
                """,
                (row, i) -> new TreatmentAnswer(
                        row.getLong("position"),
                        row.getLong("reverses"),
                        row.getString("action"),
                        row.getString("treatment"),
                        row.getString("outcome").equals("accepted")),
                after,
                to,
                limit);
    }

    /** Position of the newest entry. */
    public long position() {
        Long position = jdbc.queryForObject("SELECT position FROM history_head", Long.class);
        return position == null ? 0 : position;
    }

    static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
