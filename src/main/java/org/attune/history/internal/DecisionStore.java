package org.attune.history.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.attune.history.DecisionRecord;
import org.attune.history.FirstOffer;
import org.attune.history.Offer;
import org.attune.kernel.Channel;
import org.attune.kernel.CustomerId;
import org.attune.kernel.DecisionId;
import org.attune.kernel.InteractionId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Decisions and their offers, written once. */
@Component
public class DecisionStore {

    private static final String INSERT = """
            WITH decision AS (
                INSERT INTO history_decision (id, customer_id, at, channel, reason, interaction_id, revision, model_version,
                    arm, seed, took_micros, guarded, packed)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                RETURNING id, customer_id, at, channel, arm, interaction_id),
            trace AS (INSERT INTO history_trace (decision_id, trace) VALUES (?, ?))
            INSERT INTO history_offer (decision_id, action, issue, group_key, rank, treatment, propensity, sampled, priority,
                selection_probability, starting_propensity, answer_days, fulfilled_reward, customer_id, at, channel, arm,
                interaction_id, expires_at)
            SELECT decision.id, offer.*, decision.customer_id, decision.at, decision.channel, decision.arm,
                decision.interaction_id, decision.at + offer.days * interval '24 hours'
            FROM decision, unnest(?::text[], ?::text[], ?::text[], ?::int[], ?::text[], ?::float8[], ?::float8[], ?::float8[],
                ?::float8[], ?::float8[], ?::int[], ?::float8[])
                AS offer (action, issue, place, rank, treatment, p, sampled, priority, chance, start, days, reward)
            """;

    private static final String TRACE = "trace AS (INSERT INTO history_trace (decision_id, trace) VALUES (?, ?))\n";

    /** The same without a trace, once: a known decision stays as it is. */
    private static final String INSERT_UNTRACED = INSERT.replace(",\n" + TRACE, "\n")
            .replace("RETURNING id, customer_id", "ON CONFLICT (id) DO NOTHING RETURNING id, customer_id");

    private final JdbcTemplate jdbc;
    private final SituationFormat format;
    private final SituationReader situations;

    DecisionStore(JdbcTemplate jdbc, SituationFormat format, SituationReader situations) {
        this.jdbc = jdbc;
        this.format = format;
        this.situations = situations;
    }

    /** One statement, hence one round trip and all or nothing. */
    public void insert(DecisionRecord decision, byte[] trace) {
        List<@Nullable Object> values = head(decision);
        values.add(decision.id().value());
        values.add(trace);
        offers(decision, values);
        jdbc.update(INSERT, values.toArray());
    }

    /** A decision that nobody can take again; one that is there already changes nothing. */
    public void insertUntraced(DecisionRecord decision) {
        List<@Nullable Object> values = head(decision);
        offers(decision, values);
        jdbc.update(INSERT_UNTRACED, values.toArray());
    }

    private List<@Nullable Object> head(DecisionRecord decision) {
        return new ArrayList<>(Arrays.asList(
                decision.id().value(),
                decision.customer().value(),
                timestamp(decision.at()),
                decision.channel().key(),
                decision.reason(),
                interaction(decision),
                decision.revision(),
                decision.modelVersion(),
                decision.arm(),
                decision.seed(),
                decision.tookMicros(),
                decision.guarded(),
                format.write(decision.situation())));
    }

    private static void offers(DecisionRecord decision, List<@Nullable Object> values) {
        List<Offer> offers = decision.offers();
        values.addAll(List.of(
                texts(offers, Offer::action),
                texts(offers, Offer::issue),
                texts(offers, Offer::group),
                offers.stream().mapToInt(Offer::rank).toArray(),
                texts(offers, Offer::treatment),
                offers.stream().mapToDouble(Offer::propensity).toArray(),
                offers.stream().mapToDouble(Offer::sampled).toArray(),
                offers.stream().mapToDouble(Offer::priority).toArray(),
                offers.stream().mapToDouble(Offer::selectionProbability).toArray(),
                offers.stream().mapToDouble(Offer::startingPropensity).toArray(),
                offers.stream().mapToInt(Offer::answerDays).toArray(),
                offers.stream().mapToDouble(Offer::fulfilledReward).toArray()));
    }

    /** A decision as it was written, offers by rank, those without a rank first. */
    public Optional<DecisionRecord> find(DecisionId id) {
        List<Offer> offers = jdbc.query(
                "SELECT * FROM history_offer WHERE decision_id = ? ORDER BY rank, action COLLATE \"C\"",
                (row, i) -> offer(row),
                id.value());
        return jdbc
                .query("SELECT * FROM history_decision WHERE id = ?", (row, i) -> decision(row, offers), id.value())
                .stream()
                .findFirst();
    }

    /** A decision's trace as it was written. */
    public Optional<byte[]> trace(DecisionId id) {
        return jdbc
                .query("SELECT trace FROM history_trace WHERE decision_id = ?", (row, i) -> row.getBytes(1), id.value())
                .stream()
                .findFirst();
    }

    /** The latest decisions of the main arm, newest first. */
    public List<DecisionId> latest(int limit) {
        return jdbc.query(
                "SELECT id FROM history_decision WHERE arm = 'main' ORDER BY id DESC LIMIT ?",
                (row, i) -> new DecisionId(row.getObject(1, UUID.class)),
                limit);
    }

    /** What the latest decisions of both arms put first, in the order in which the models learned. */
    public List<FirstOffer> firstOffers(int limit) {
        return jdbc.query(
                """
                SELECT d.id, d.customer_id, d.arm, o.action, o.selection_probability, o.presented_at IS NOT NULL AS presented,
                    o.state IN ('accepted', 'fulfilled') AS accepted
                FROM (SELECT * FROM history_decision WHERE arm IN ('main', 'control') ORDER BY id DESC LIMIT ?) d
                LEFT JOIN history_offer o ON o.decision_id = d.id AND o.rank = 1
                ORDER BY d.model_version, d.id
                """,
                (row, i) -> new FirstOffer(
                        new DecisionId(row.getObject("id", UUID.class)),
                        new CustomerId(row.getObject("customer_id", UUID.class)),
                        row.getString("arm"),
                        row.getString("action"),
                        row.getString("action") == null ? 1 : row.getDouble("selection_probability"),
                        row.getBoolean("presented"),
                        row.getBoolean("accepted")),
                limit);
    }

    /** Whether there is such a decision. */
    public boolean exists(DecisionId id) {
        return Boolean.TRUE.equals(jdbc.queryForObject(
                "SELECT EXISTS (SELECT 1 FROM history_decision WHERE id = ?)", Boolean.class, id.value()));
    }

    private DecisionRecord decision(ResultSet row, List<Offer> offers) throws SQLException {
        UUID interaction = row.getObject("interaction_id", UUID.class);
        return new DecisionRecord(
                new DecisionId(row.getObject("id", UUID.class)),
                new CustomerId(row.getObject("customer_id", UUID.class)),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                Channel.of(row.getString("channel")),
                row.getString("reason"),
                interaction == null ? null : new InteractionId(interaction),
                row.getLong("revision"),
                row.getLong("model_version"),
                row.getString("arm"),
                row.getLong("seed"),
                row.getLong("took_micros"),
                row.getBoolean("guarded"),
                situations.read(row),
                offers);
    }

    private static Offer offer(ResultSet row) throws SQLException {
        return new Offer(
                row.getString("action"),
                row.getString("issue"),
                row.getString("group_key"),
                row.getInt("rank"),
                row.getString("treatment"),
                row.getDouble("propensity"),
                row.getDouble("sampled"),
                row.getDouble("priority"),
                row.getDouble("selection_probability"),
                row.getDouble("starting_propensity"),
                row.getInt("answer_days"),
                row.getDouble("fulfilled_reward"));
    }

    static @Nullable UUID interaction(DecisionRecord decision) {
        InteractionId interaction = decision.interaction();
        return interaction == null ? null : interaction.value();
    }

    /** The database keeps microseconds; it would round, and a decision must not move into the next day. */
    static OffsetDateTime timestamp(Instant at) {
        return at.truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC);
    }

    static <T> @Nullable String[] texts(List<T> list, Function<T, @Nullable String> text) {
        return list.stream().map(text).toArray(String[]::new);
    }
}
