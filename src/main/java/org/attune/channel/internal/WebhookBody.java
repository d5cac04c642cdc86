package org.attune.channel.internal;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.attune.channel.webhook.WebhookDraft;
import org.attune.channel.webhook.WebhookEvent;
import org.jspecify.annotations.Nullable;

/** A webhook as a client wants it. Fields left out keep what they were. */
@Schema(name = "Webhook")
record WebhookBody(
        @Schema(
                description = "Where to post; https and a public address. Needed for a new webhook",
                example = "https://example.com/hooks/attune")
        @Nullable
        String url,

        @Schema(description = "What it is for, for people") @Nullable
        String description,

        @ArraySchema(
                arraySchema = @Schema(description = "Which facts to tell; needed for a new webhook"),
                schema = @Schema(implementation = WebhookEvent.class))
        @Nullable
        List<WebhookEvent> events,

        @Schema(description = "Whether it is told anything; true unless told") @Nullable
        Boolean enabled,

        @JsonAnySetter @Schema(hidden = true) @Nullable Map<String, Object> unknown)
        implements Strict {

    WebhookDraft draft(@Nullable WebhookDraft present) {
        String givenUrl = url != null ? url.strip() : present == null ? null : present.url();
        Set<WebhookEvent> givenEvents = present == null ? EnumSet.noneOf(WebhookEvent.class) : present.events();
        if (events != null) {
            givenEvents = EnumSet.noneOf(WebhookEvent.class);
            for (WebhookEvent each : events) {
                if (each != null) {
                    givenEvents.add(each);
                }
            }
        }
        new Checks()
                .present(givenUrl, "url")
                .require(!givenEvents.isEmpty(), "events", "Needs at least one kind of event.")
                .done();
        return new WebhookDraft(
                Checks.given(givenUrl),
                description != null ? description.strip() : present == null ? "" : present.description(),
                givenEvents,
                enabled != null ? enabled : present == null || present.enabled());
    }
}
