package org.attune.platform;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessResourceFailureException;

/** Tells an error that comes of a database that cannot be reached from one that would come again. */
public final class Outage {
    private static final Logger LOG = LoggerFactory.getLogger(Outage.class);

    /** What the pool says, without an SQLSTATE, of a connection that was broken off while somebody used it. */
    private static final String BROKEN_OFF = "Connection is closed";

    private Outage() {}

    /**
     * Whether the error, or one that caused it, says that the connection is broken or refused: classes 08 (connection), 57P (the
     * server shuts down or starts) and 53300 (too many connections) of SQLSTATE.
     */
    public static boolean is(@Nullable Throwable error) {
        for (Throwable each = error; each != null; each = each.getCause()) {
            if (each instanceof SQLTransientConnectionException || each instanceof DataAccessResourceFailureException) {
                return true;
            }
            if (each instanceof SQLException sql && (says(sql.getSQLState()) || BROKEN_OFF.equals(sql.getMessage()))) {
                return true;
            }
        }
        return false;
    }

    private static boolean says(@Nullable String state) {
        return state != null && (state.startsWith("08") || state.startsWith("57P") || state.equals("53300"));
    }

    /** Does what can be left undone while the database is away; any other error goes on. Says whether it was done. */
    public static boolean quietly(Runnable work) {
        try {
            work.run();
            return true;
        } catch (RuntimeException e) {
            if (!is(e)) {
                throw e;
            }
            LOG.debug("Left undone, the database is away: {}", e.getMessage());
            return false;
        }
    }
}
