package org.attune.kernel;

import org.jspecify.annotations.Nullable;

/**
 * Somebody changed something that must be traceable. Published as a Spring event inside the changing transaction; the audit
 * module writes it down.
 *
 * @param who user name or API client
 * @param what past-tense key such as {@code action.paused}
 * @param subject kind of thing, e.g. {@code action}
 * @param key which one
 * @param before what it was (JSON or plain text), null when it is new
 * @param after what it is now, null when it is gone
 */
public record AuditedEvent(
        String who,
        String what,
        String subject,
        String key,
        @Nullable String before,
        @Nullable String after) {}
