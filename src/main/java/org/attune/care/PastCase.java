package org.attune.care;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Something that began before, as it is taken over from another system.
 *
 * @param assessedOn when the application was assessed, null when not yet
 * @param answeredOn when the customer was answered, null when not yet
 * @param outcome {@code granted}, {@code refused}, {@code goes-on} or {@code ended}; null while nothing is decided
 * @param reviewedOn when a moratorium was reviewed, null when not yet
 * @param closedOn when it was over, null while it runs
 * @param who wrote it down: user name
 */
public record PastCase(
        OpenCase begins,
        LocalDate openedOn,
        @Nullable LocalDate assessedOn,
        @Nullable LocalDate answeredOn,
        @Nullable String outcome,
        @Nullable LocalDate reviewedOn,
        @Nullable LocalDate closedOn,
        String who) {}
