package org.attune.channel.internal;

import java.sql.SQLException;
import java.sql.SQLTransientException;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.transaction.CannotCreateTransactionException;

/** Tells a database that is away, overloaded or restarting from a mistake of ours. */
final class DatabaseAway {
    private DatabaseAway() {}

    static boolean is(Throwable error) {
        for (Throwable each = error; each != null; each = next(each)) {
            if (each instanceof DataAccessResourceFailureException
                    || each instanceof TransientDataAccessException
                    || each instanceof RecoverableDataAccessException
                    || each instanceof CannotCreateTransactionException
                    || each instanceof SQLTransientException
                    || (each instanceof SQLException sql && passing(sql))) {
                return true;
            }
        }
        return false;
    }

    /**
     * Connection errors (08), lack of resources (53), shutting down or starting up (57P), deadlocks and the like (40). A
     * rollback on a connection that broke covers the first error and has no state, only the pool's words.
     */
    private static boolean passing(SQLException error) {
        String state = error.getSQLState();
        return state == null
                ? "Connection is closed".equals(error.getMessage())
                : state.startsWith("08") || state.startsWith("53") || state.startsWith("57P") || state.startsWith("40");
    }

    private static @Nullable Throwable next(Throwable error) {
        return error.getCause() == error ? null : error.getCause();
    }
}
