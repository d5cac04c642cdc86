package org.attune.interaction.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.attune.interaction.Interaction;
import org.attune.interaction.Interaction.Line;
import org.attune.interaction.Interaction.State;
import org.attune.kernel.Channel;
import org.attune.kernel.CustomerId;
import org.attune.kernel.InteractionId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Keeps conversations. */
@Repository
public class InteractionStore {
    private static final String COLUMNS =
            "id, customer_id, agent, channel, reason, state, source, caller, opened_at, answered_at, closed_at,"
                    + " call_id, part, outbound, queue, held_since, hung_up_at, came_from, went_to";
    private static final String SELECT = "select " + COLUMNS + " from interaction_interaction ";
    private static final TypeReference<Map<String, String>> WORDS = new TypeReference<>() {};
    /** Where nodes tell each other which conversation moved: its id, and the node that moved it. */
    static final String TOLD = "interaction_moved";

    private final String node = UUID.randomUUID().toString();
    private final JdbcClient jdbc;
    private final JsonMapper json;

    InteractionStore(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    public void insert(Interaction i) {
        Line line = i.line();
        jdbc.sql("insert into interaction_interaction (" + COLUMNS
                        + ") values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .params(
                        i.id().value(),
                        value(i.customer()),
                        i.agent(),
                        i.channel().key(),
                        i.reason())
                .params(key(i.state()), i.source(), i.caller(), time(i.openedAt()), time(i.answeredAt()))
                .params(time(i.closedAt()), line.call(), line.part(), line.outbound(), line.queue())
                .params(time(line.heldSince()), time(line.hungUpAt()), line.cameFrom(), line.wentTo())
                .update();
        tell(i.id());
    }

    /** This node, by a name it has until it stops. */
    String node() {
        return node;
    }

    /** Other nodes hear of it when the transaction has committed. */
    private void tell(InteractionId id) {
        jdbc.sql("select pg_notify(?, ?)")
                .params(TOLD, id + " " + node)
                .query((row, number) -> true)
                .list();
    }

    /** Stores all that can change; false when the conversation is no longer in {@code expected}. */
    public boolean update(Interaction i, State expected) {
        Line line = i.line();
        boolean updated = jdbc.sql("""
                        update interaction_interaction set customer_id = ?, state = ?, reason = ?, caller = ?, answered_at = ?,
                            closed_at = ?, queue = ?, held_since = ?, hung_up_at = ?, came_from = ?, went_to = ?
                         where id = ? and state = ?""")
                        .params(value(i.customer()), key(i.state()), i.reason(), i.caller(), time(i.answeredAt()))
                        .params(time(i.closedAt()), line.queue(), time(line.heldSince()), time(line.hungUpAt()))
                        .params(line.cameFrom(), line.wentTo(), i.id().value(), key(expected))
                        .update()
                == 1;
        if (updated) {
            tell(i.id());
        }
        return updated;
    }

    public Optional<Interaction> find(InteractionId id, String agent) {
        return jdbc.sql(SELECT + "where id = ? and agent = ?")
                .params(id.value(), agent)
                .query(InteractionStore::row)
                .optional();
    }

    /** Closes it wherever it is; closed already, it stays as it is. */
    public void close(InteractionId id, Instant now) {
        boolean closed = jdbc.sql("""
                        update interaction_interaction set state = 'closed', closed_at = ?, held_since = null
                         where id = ? and state <> 'closed'""").params(time(now), id.value()).update() == 1;
        if (closed) {
            tell(id);
        }
    }

    /** Whosever it is. */
    public Optional<Interaction> find(InteractionId id) {
        return jdbc.sql(SELECT + "where id = ?")
                .param(id.value())
                .query(InteractionStore::row)
                .optional();
    }

    public List<Interaction> open(String agent) {
        return jdbc.sql(SELECT + "where agent = ? and state <> 'closed' order by opened_at, id")
                .param(agent)
                .query(InteractionStore::row)
                .list();
    }

    /** All that are not closed. */
    public List<Interaction> allOpen(int limit) {
        return jdbc.sql(SELECT + "where state <> 'closed' order by opened_at, id limit ?")
                .param(limit)
                .query(InteractionStore::row)
                .list();
    }

    /** Those of these calls that an agent has taken and that have not left them again; true while it is open at a desk. */
    public Map<UUID, Boolean> taken(Collection<UUID> calls) {
        Map<UUID, Boolean> taken = new HashMap<>();
        jdbc.sql("""
                        select call_id, bool_or(state <> 'closed') as open from interaction_interaction
                         where call_id = any(?) and answered_at is not null and hung_up_at is null group by call_id""")
                .param(calls.toArray(UUID[]::new))
                .query((row, number) -> taken.put(row.getObject("call_id", UUID.class), row.getBoolean("open")))
                .list();
        return taken;
    }

    /** An agent's part of a call. */
    public Optional<Interaction> part(UUID call, String agent, int part) {
        return jdbc.sql(SELECT + "where call_id = ? and agent = ? and part = ?")
                .params(call, agent, part)
                .query(InteractionStore::row)
                .optional();
    }

    /** The part of a call that was answered last. */
    public Optional<Interaction> latest(UUID call) {
        return jdbc.sql(SELECT
                        + "where call_id = ? and answered_at is not null order by answered_at desc, id desc limit 1")
                .param(call)
                .query(InteractionStore::row)
                .optional();
    }

    /** Where the agent stands; empty for a conversation of somebody else. */
    public Map<String, String> step(InteractionId id, String agent) {
        return jdbc.sql("select step from interaction_interaction where id = ? and agent = ?")
                .params(id.value(), agent)
                .query(String.class)
                .optional()
                .map(text -> json.readValue(text, WORDS))
                .orElse(Map.of());
    }

    public void remember(InteractionId id, String agent, Map<String, String> step) {
        jdbc.sql("update interaction_interaction set step = ?::jsonb where id = ? and agent = ?")
                .params(json.writeValueAsString(step), id.value(), agent)
                .update();
    }

    private static Interaction row(ResultSet rs, int index) throws SQLException {
        UUID customer = rs.getObject("customer_id", UUID.class);
        return new Interaction(
                new InteractionId(rs.getObject("id", UUID.class)),
                customer == null ? null : new CustomerId(customer),
                rs.getString("agent"),
                Channel.of(rs.getString("channel")),
                rs.getString("reason"),
                State.valueOf(rs.getString("state").toUpperCase(Locale.ROOT).replace('-', '_')),
                rs.getString("source"),
                rs.getString("caller"),
                rs.getTimestamp("opened_at").toInstant(),
                instant(rs.getTimestamp("answered_at")),
                instant(rs.getTimestamp("closed_at")),
                new Line(
                        rs.getObject("call_id", UUID.class),
                        rs.getInt("part"),
                        rs.getBoolean("outbound"),
                        rs.getString("queue"),
                        instant(rs.getTimestamp("held_since")),
                        instant(rs.getTimestamp("hung_up_at")),
                        rs.getString("came_from"),
                        rs.getString("went_to")));
    }

    private static String key(State state) {
        return state.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static @Nullable UUID value(@Nullable CustomerId id) {
        return id == null ? null : id.value();
    }

    private static @Nullable Timestamp time(@Nullable Instant instant) {
        return instant == null ? null : Timestamp.from(instant);
    }

    private static @Nullable Instant instant(@Nullable Timestamp timestamp) {
        return timestamp == null ? null : timestamp.toInstant();
    }
}
