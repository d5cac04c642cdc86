package org.attune.kernel;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/**
 * A question to the database that its owner has written down but not yet asked, so that several owners' questions can travel in one
 * round trip.
 *
 * @param sql one statement
 * @param parameters for its question marks, as the driver takes them
 * @param rows reads the answer
 */
public record Query<T>(String sql, List<?> parameters, Rows<T> rows) {
    /** Reads an answer. */
    @FunctionalInterface
    public interface Rows<T> {
        /** Reads all rows; the cursor stands before the first. */
        T read(ResultSet rows) throws SQLException;
    }

    /**
     * A piece of SQL that stands for one value.
     *
     * @param parameters for its question marks
     */
    public record Expression(String sql, List<?> parameters) {}
}
