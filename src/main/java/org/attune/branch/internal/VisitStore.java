package org.attune.branch.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.attune.branch.Visit;
import org.attune.branch.Visit.Kind;
import org.attune.branch.Visit.State;
import org.attune.kernel.CustomerId;
import org.attune.kernel.InteractionId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Keeps visits. */
@Repository
public class VisitStore {
    private static final String SELECT =
            "select id, place, kind, customer_id, name, reason, at, arrived_at, state, agent, conversation from branch_visit ";

    private final JdbcClient jdbc;

    VisitStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public void insert(Visit visit) {
        jdbc.sql("insert into branch_visit (id, place, kind, customer_id, name, reason, at, arrived_at, state)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .params(
                        visit.id(),
                        visit.place(),
                        visit.kind().key(),
                        visit.customer().value(),
                        visit.name())
                .params(
                        visit.reason(),
                        Timestamp.from(visit.at()),
                        time(visit.arrivedAt()),
                        visit.state().key())
                .update();
    }

    public Optional<Visit> find(UUID id, String place) {
        return jdbc.sql(SELECT + "where id = ? and place = ?")
                .params(id, place)
                .query(VisitStore::row)
                .optional();
    }

    public List<Visit> waiting(String place) {
        return jdbc.sql(SELECT + "where place = ? and state = 'waiting'")
                .param(place)
                .query(VisitStore::row)
                .list();
    }

    public List<Visit> expected(String place, Instant from, Instant to) {
        return jdbc.sql(SELECT + "where place = ? and state = 'expected' and at >= ? and at < ? order by at, id")
                .params(place, Timestamp.from(from), Timestamp.from(to))
                .query(VisitStore::row)
                .list();
    }

    public boolean arrived(UUID id, String place, Instant now) {
        return jdbc.sql("update branch_visit set state = 'waiting', arrived_at = ?"
                                + " where id = ? and place = ? and state = 'expected'")
                        .params(Timestamp.from(now), id, place)
                        .update()
                == 1;
    }

    public boolean left(UUID id, String place) {
        return jdbc.sql("update branch_visit set state = 'left'"
                                + " where id = ? and place = ? and state in ('expected', 'waiting')")
                        .params(id, place)
                        .update()
                == 1;
    }

    /** True for the one agent who gets them. */
    public boolean serve(UUID id, String place, String agent) {
        return jdbc.sql("update branch_visit set state = 'served', agent = ?"
                                + " where id = ? and place = ? and state = 'waiting'")
                        .params(agent, id, place)
                        .update()
                == 1;
    }

    public void joined(UUID id, InteractionId conversation) {
        jdbc.sql("update branch_visit set conversation = ? where id = ?")
                .params(conversation.value(), id)
                .update();
    }

    /** The visit of a conversation is over; returns the branch. */
    public Optional<String> done(InteractionId conversation) {
        return jdbc.sql("update branch_visit set state = 'done' where conversation = ? and state = 'served'"
                        + " returning place")
                .param(conversation.value())
                .query(String.class)
                .optional();
    }

    private static Visit row(ResultSet rs, int index) throws SQLException {
        Timestamp arrived = rs.getTimestamp("arrived_at");
        UUID conversation = rs.getObject("conversation", UUID.class);
        return new Visit(
                rs.getObject("id", UUID.class),
                rs.getString("place"),
                Kind.valueOf(constant(rs.getString("kind"))),
                new CustomerId(rs.getObject("customer_id", UUID.class)),
                rs.getString("name"),
                rs.getString("reason"),
                rs.getTimestamp("at").toInstant(),
                arrived == null ? null : arrived.toInstant(),
                State.valueOf(constant(rs.getString("state"))),
                rs.getString("agent"),
                conversation == null ? null : new InteractionId(conversation));
    }

    private static String constant(String key) {
        return key.toUpperCase(Locale.ROOT).replace('-', '_');
    }

    private static @Nullable Timestamp time(@Nullable Instant instant) {
        return instant == null ? null : Timestamp.from(instant);
    }
}
