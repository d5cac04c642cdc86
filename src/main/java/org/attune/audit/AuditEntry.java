package org.attune.audit;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One line of the trail.
 *
 * @param id position; later is greater, gaps are possible
 * @param at when it was written
 * @param who user name or API client
 * @param what past-tense key such as {@code action.paused}
 * @param subject kind of thing
 * @param key which one
 * @param before what it was, null when it is new
 * @param after what it is now, null when it is gone
 */
public record AuditEntry(
        long id,
        Instant at,
        String who,
        String what,
        String subject,
        String key,
        @Nullable String before,
        @Nullable String after) {}
