package org.attune.channel.webhook;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How telling one fact to one webhook goes.
 *
 * @param event the CloudEvent's id, which is also the {@code webhook-id} of every attempt
 * @param state {@code waiting}, {@code delivered} or {@code dead}
 * @param nextAt when it is tried next, null unless waiting
 * @param status HTTP status of the latest attempt, null when there was no answer
 * @param error why the latest attempt failed, in words
 * @param millis how long the latest attempt took
 */
public record Delivery(
        UUID event,
        UUID webhook,
        String type,
        String state,
        int attempts,
        Instant createdAt,
        @Nullable Instant lastAt,
        @Nullable Instant nextAt,
        @Nullable Integer status,
        @Nullable String error,
        @Nullable Integer millis) {}
