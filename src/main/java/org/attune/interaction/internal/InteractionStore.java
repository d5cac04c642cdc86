package org.attune.interaction.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.attune.interaction.Interaction;
import org.attune.interaction.Interaction.State;
import org.attune.kernel.Channel;
import org.attune.kernel.CustomerId;
import org.attune.kernel.InteractionId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Keeps conversations. */
@Repository
public class InteractionStore {
    private static final String COLUMNS =
            "id, customer_id, agent, channel, reason, state, source, caller, opened_at, answered_at, closed_at";

    private final JdbcClient jdbc;

    InteractionStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public void insert(Interaction i) {
        jdbc.sql("insert into interaction_interaction (" + COLUMNS + ") values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .params(
                        i.id().value(),
                        i.customer().value(),
                        i.agent(),
                        i.channel().key(),
                        i.reason(),
                        key(i.state()),
                        i.source(),
                        i.caller(),
                        Timestamp.from(i.openedAt()),
                        timestamp(i.answeredAt()),
                        timestamp(i.closedAt()))
                .update();
    }

    /** Stores state, reason and times; false when the conversation is no longer in {@code expected}. */
    public boolean update(Interaction i, State expected) {
        return jdbc.sql("""
                        update interaction_interaction set state = ?, reason = ?, answered_at = ?, closed_at = ?
                         where id = ? and state = ?""")
                        .params(
                                key(i.state()),
                                i.reason(),
                                timestamp(i.answeredAt()),
                                timestamp(i.closedAt()),
                                i.id().value(),
                                key(expected))
                        .update()
                == 1;
    }

    public Optional<Interaction> find(InteractionId id, String agent) {
        return jdbc.sql("select " + COLUMNS + " from interaction_interaction where id = ? and agent = ?")
                .params(id.value(), agent)
                .query(InteractionStore::row)
                .optional();
    }

    public List<Interaction> open(String agent) {
        return jdbc.sql("select " + COLUMNS
                        + " from interaction_interaction where agent = ? and state <> 'closed' order by opened_at, id")
                .param(agent)
                .query(InteractionStore::row)
                .list();
    }

    private static Interaction row(ResultSet rs, int index) throws SQLException {
        return new Interaction(
                new InteractionId(rs.getObject("id", UUID.class)),
                new CustomerId(rs.getObject("customer_id", UUID.class)),
                rs.getString("agent"),
                Channel.of(rs.getString("channel")),
                rs.getString("reason"),
                State.valueOf(rs.getString("state").toUpperCase(Locale.ROOT).replace('-', '_')),
                rs.getString("source"),
                rs.getString("caller"),
                rs.getTimestamp("opened_at").toInstant(),
                instant(rs.getTimestamp("answered_at")),
                instant(rs.getTimestamp("closed_at")));
    }

    private static String key(State state) {
        return state.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static @Nullable Timestamp timestamp(@Nullable Instant instant) {
        return instant == null ? null : Timestamp.from(instant);
    }

    private static @Nullable Instant instant(@Nullable Timestamp timestamp) {
        return timestamp == null ? null : timestamp.toInstant();
    }
}
