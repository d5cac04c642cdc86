package org.attune.care;

import java.time.Instant;
import java.util.UUID;
import org.attune.kernel.InteractionId;
import org.jspecify.annotations.Nullable;

/**
 * An agent asked a supervisor to come.
 *
 * @param conversation in which call, null between calls
 * @param takenBy who comes, null while nobody does
 */
public record HelpCall(
        UUID id,
        String agent,
        @Nullable InteractionId conversation,
        Instant askedAt,
        @Nullable String takenBy,
        @Nullable Instant takenAt) {}
