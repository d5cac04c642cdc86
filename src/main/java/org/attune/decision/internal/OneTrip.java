package org.attune.decision.internal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.attune.kernel.Query;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Asks two questions of different owners in one round trip: PostgreSQL's driver sends statements that stand together together. */
@Component
public class OneTrip {
    private final JdbcTemplate jdbc;

    OneTrip(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Both answers. */
    public record Both<A, B>(A first, B second) {}

    /** Asks both. */
    public <A, B> Both<A, B> ask(Query<A> first, Query<B> second) {
        Both<A, B> both = jdbc.execute((ConnectionCallback<Both<A, B>>) connection -> ask(connection, first, second));
        if (both == null) {
            throw new IllegalStateException("The database gave no answer.");
        }
        return both;
    }

    private static <A, B> Both<A, B> ask(Connection connection, Query<A> first, Query<B> second) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(first.sql() + ";\n" + second.sql())) {
            int at = 1;
            for (Object each : first.parameters()) {
                statement.setObject(at++, each);
            }
            for (Object each : second.parameters()) {
                statement.setObject(at++, each);
            }
            statement.execute();
            A one;
            try (ResultSet rows = statement.getResultSet()) {
                one = first.rows().read(rows);
            }
            statement.getMoreResults();
            try (ResultSet rows = statement.getResultSet()) {
                return new Both<>(one, second.rows().read(rows));
            }
        }
    }
}
