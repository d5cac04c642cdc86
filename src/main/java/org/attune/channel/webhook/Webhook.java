package org.attune.channel.webhook;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A system that wants to hear of facts.
 *
 * @param enabled whether it is sent anything; what waits meanwhile is kept for three days
 * @param note why Attune itself switched it off, empty otherwise
 * @param previousSecretUntil until when deliveries are signed with the secret before the latest rotation too
 * @param version counts changes
 */
public record Webhook(
        UUID id,
        String url,
        String description,
        Set<WebhookEvent> events,
        boolean enabled,
        String note,
        String createdBy,
        Instant createdAt,
        @Nullable Instant previousSecretUntil,
        int version) {

    public Webhook {
        events = Set.copyOf(events);
    }

    /** What of it can be edited. */
    public WebhookDraft draft() {
        return new WebhookDraft(url, description, events, enabled);
    }

    /** A webhook with the secret it just got, which is not to be had again. */
    public record Issued(Webhook webhook, String secret) {
        @Override
        public String toString() {
            return webhook.id() + " with a secret";
        }
    }
}
