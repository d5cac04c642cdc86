package org.attune.customer.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.attune.customer.ImportStatus;
import org.attune.customer.ImportStatus.RowError;
import org.attune.kernel.Ids;
import org.attune.kernel.NotFoundException;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** The books of all imports in the database. */
@Repository
public class ImportBooks {
    /** What the books say about an import that a stop of the application cut short. */
    public static final String INTERRUPTED = "Interrupted by a restart; start it again, nothing is imported twice.";

    private final JdbcClient jdbc;
    private final JdbcTemplate batch;
    private final Clock clock;
    private final TransactionTemplate apart;

    ImportBooks(JdbcClient jdbc, JdbcTemplate batch, Clock clock, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.batch = batch;
        this.clock = clock;
        // Progress is seen at once, whatever transaction the import itself is in.
        this.apart = new TransactionTemplate(transactions);
        this.apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /** Imports that ran when the application ended will not go on. */
    public void failInterrupted() {
        jdbc.sql("UPDATE customer_import SET state = 'failed', message = ?, finished_at = ? WHERE state = 'running'")
                .param(INTERRUPTED)
                .param(Sql.time(clock.instant()))
                .update();
    }

    /** Opens a page for a new import. */
    public ImportBook open(String kind, String fileName) {
        UUID id = Ids.next();
        apart.executeWithoutResult(status -> jdbc.sql(
                        "INSERT INTO customer_import (id, kind, file_name, state, started_at) VALUES (?, ?, ?, 'running', ?)")
                .param(id)
                .param(kind)
                .param(fileName.replace("\u0000", ""))
                .param(Sql.time(clock.instant()))
                .update());
        return new ImportBook(this, id, kind);
    }

    /** How an import stands; an unknown id is a NotFoundException. */
    public ImportStatus status(UUID id) {
        return jdbc.sql("SELECT * FROM customer_import WHERE id = ?")
                .param(id)
                .query((row, number) -> read(row, errors(List.of(id)).getOrDefault(id, List.of())))
                .optional()
                .orElseThrow(() -> new NotFoundException("import", id));
    }

    /** The latest imports, newest first. */
    public List<ImportStatus> latest(int limit) {
        String newest = " FROM customer_import ORDER BY started_at DESC, id DESC LIMIT ?";
        List<UUID> ids =
                jdbc.sql("SELECT id" + newest).param(limit).query(UUID.class).list();
        Map<UUID, List<RowError>> errors = errors(ids);
        return jdbc.sql("SELECT *" + newest)
                .param(limit)
                .query((row, number) -> read(row, errors.getOrDefault(row.getObject("id", UUID.class), List.of())))
                .list();
    }

    void progress(
            UUID id, long rows, long accepted, long changed, long rejected, int errorsBefore, List<RowError> errors) {
        apart.executeWithoutResult(status -> {
            jdbc.sql("UPDATE customer_import SET rows = ?, accepted = ?, changed = ?, rejected = ? WHERE id = ?")
                    .params(rows, accepted, changed, rejected, id)
                    .update();
            int[] number = {errorsBefore};
            batch.batchUpdate(
                    "INSERT INTO customer_import_error (import, number, row_number, column_name, message)"
                            + " VALUES (?, ?, ?, ?, ?)",
                    errors,
                    100,
                    (statement, error) -> {
                        statement.setObject(1, id);
                        statement.setInt(2, ++number[0]);
                        statement.setLong(3, error.row());
                        statement.setString(4, error.column());
                        statement.setString(5, error.message());
                    });
        });
    }

    void finish(UUID id, String state, @Nullable String message) {
        apart.executeWithoutResult(
                status -> jdbc.sql("UPDATE customer_import SET state = ?, message = ?, finished_at = ? WHERE id = ?")
                        .param(state)
                        .param(message)
                        .param(Sql.time(clock.instant()))
                        .param(id)
                        .update());
    }

    private Map<UUID, List<RowError>> errors(List<UUID> ids) {
        record Line(UUID id, RowError error) {}
        return jdbc
                .sql("SELECT * FROM customer_import_error WHERE import = ANY (?) ORDER BY import, number")
                .param(ids.toArray(UUID[]::new))
                .query((row, number) -> new Line(
                        row.getObject("import", UUID.class),
                        new RowError(
                                row.getLong("row_number"), row.getString("column_name"), row.getString("message"))))
                .list()
                .stream()
                .collect(Collectors.groupingBy(
                        Line::id, TreeMap::new, Collectors.mapping(Line::error, Collectors.toUnmodifiableList())));
    }

    private static ImportStatus read(ResultSet row, List<RowError> errors) throws SQLException {
        return new ImportStatus(
                row.getObject("id", UUID.class),
                row.getString("kind"),
                row.getString("file_name"),
                row.getString("state"),
                row.getLong("rows"),
                row.getLong("accepted"),
                row.getLong("changed"),
                row.getLong("rejected"),
                errors,
                row.getString("message"),
                Sql.instant(row, "started_at"),
                Sql.instantOrNull(row, "finished_at"));
    }
}
