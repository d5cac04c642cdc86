package org.attune.customer;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How an import stands.
 *
 * @param kind {@code customers} or {@code outcomes}
 * @param state {@code running}, {@code done} or {@code failed}
 * @param accepted rows that were taken (new, changed or already known alike)
 * @param changed rows that made a difference
 * @param errors the first 1,000 rejected rows with the reason; {@code row} counts data rows from 1
 * @param message why it failed as a whole, null otherwise
 */
public record ImportStatus(
        UUID id,
        String kind,
        String fileName,
        String state,
        long rows,
        long accepted,
        long changed,
        long rejected,
        List<RowError> errors,
        @Nullable String message,
        Instant startedAt,
        @Nullable Instant finishedAt) {
    /** Why a row was rejected. */
    public record RowError(long row, String column, String message) {}

    /** Rows per second so far, or overall when finished. */
    public double rowsPerSecond(Instant now) {
        Instant end = finishedAt == null ? now : finishedAt;
        double seconds = Math.max(0.001, (end.toEpochMilli() - startedAt.toEpochMilli()) / 1000.0);
        return rows / seconds;
    }
}
