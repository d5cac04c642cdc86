package org.attune.channel.internal;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.attune.channel.webhook.Delivery;
import org.attune.channel.webhook.Webhook;
import org.attune.channel.webhook.WebhookEvent;
import org.jspecify.annotations.Nullable;

/** A webhook as a client reads it. */
@Schema(name = "WebhookKept")
record WebhookAnswer(
        UUID id,
        String url,
        String description,
        List<WebhookEvent> events,
        boolean enabled,

        @Schema(description = "Why Attune itself switched it off; empty otherwise")
        String note,

        String createdBy,
        Instant createdAt,

        @Schema(description = "Until when the secret before is used for signing too")
        @JsonInclude(JsonInclude.Include.NON_NULL)
        @Nullable
        Instant previousSecretUntil,

        @Schema(description = "Signs the deliveries (Standard Webhooks). Only in the reply that made it")
        @JsonInclude(JsonInclude.Include.NON_NULL)
        @Nullable
        String secret) {

    static WebhookAnswer of(Webhook webhook) {
        return of(webhook, null);
    }

    static WebhookAnswer of(Webhook webhook, @Nullable String secret) {
        return new WebhookAnswer(
                webhook.id(),
                webhook.url(),
                webhook.description(),
                webhook.events().stream().sorted().toList(),
                webhook.enabled(),
                webhook.note(),
                webhook.createdBy(),
                webhook.createdAt(),
                webhook.previousSecretUntil(),
                secret);
    }

    /** How telling one fact goes. */
    @Schema(name = "Delivery")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record DeliveryAnswer(
            @Schema(description = "Id of the event, and webhook-id of every attempt")
            UUID event,

            String type,

            @Schema(allowableValues = {"waiting", "delivered", "dead"})
            String state,

            int attempts,
            Instant createdAt,
            @Nullable Instant lastAt,
            @Nullable Instant nextAt,

            @Schema(description = "HTTP status of the latest attempt") @Nullable
            Integer status,

            @Schema(description = "Why the latest attempt failed") @Nullable
            String error,

            @Schema(description = "How long the latest attempt took, milliseconds") @Nullable
            Integer millis) {
        static DeliveryAnswer of(Delivery delivery) {
            return new DeliveryAnswer(
                    delivery.event(),
                    delivery.type(),
                    delivery.state(),
                    delivery.attempts(),
                    delivery.createdAt(),
                    delivery.lastAt(),
                    delivery.nextAt(),
                    delivery.status(),
                    delivery.error(),
                    delivery.millis());
        }
    }

    /** What is on its way. */
    @Schema(name = "Sent")
    record SentAnswer(UUID event) {}
}
