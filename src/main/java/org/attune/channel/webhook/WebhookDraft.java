package org.attune.channel.webhook;

import java.util.Set;

/** A webhook as somebody wants it. */
public record WebhookDraft(String url, String description, Set<WebhookEvent> events, boolean enabled) {
    public WebhookDraft {
        events = Set.copyOf(events);
    }
}
