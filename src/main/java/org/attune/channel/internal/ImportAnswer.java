package org.attune.channel.internal;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.attune.customer.ImportStatus;
import org.jspecify.annotations.Nullable;

/** How an import stands. */
@Schema(name = "Import")
@JsonInclude(JsonInclude.Include.NON_NULL)
record ImportAnswer(
        UUID id,

        @Schema(allowableValues = {"customers", "outcomes"}) String kind,

        String fileName,

        @Schema(allowableValues = {"running", "done", "failed"})
        String state,

        @Schema(description = "Data rows read so far") long rows,

        @Schema(description = "Rows taken: new, changed or already known alike")
        long accepted,

        @Schema(description = "Rows that made a difference") long changed,

        long rejected,

        @Schema(description = "Reading speed, rows per second")
        long rowsPerSecond,

        @Schema(description = "The first 1,000 rejected rows")
        List<RowError> errors,

        @Schema(description = "Why it failed as a whole") @Nullable
        String message,

        Instant startedAt,
        @Nullable Instant finishedAt) {
    /** Why a row was rejected; data rows count from 1. */
    @Schema(name = "RowError")
    record RowError(long row, String column, String message) {}

    static ImportAnswer of(ImportStatus status, Instant now) {
        return new ImportAnswer(
                status.id(),
                status.kind(),
                status.fileName(),
                status.state(),
                status.rows(),
                status.accepted(),
                status.changed(),
                status.rejected(),
                Math.round(status.rowsPerSecond(now)),
                status.errors().stream()
                        .map(e -> new RowError(e.row(), e.column(), e.message()))
                        .toList(),
                status.message(),
                status.startedAt(),
                status.finishedAt());
    }
}
