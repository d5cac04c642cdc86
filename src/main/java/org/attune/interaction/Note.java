package org.attune.interaction;

import java.time.Instant;
import java.util.UUID;
import org.attune.kernel.InteractionId;
import org.jspecify.annotations.Nullable;

/**
 * What somebody wrote down in a conversation, in one of its versions.
 *
 * @param version from 1
 * @param author user name
 * @param team the author's team at that time, null when in none
 * @param at when this version was written
 */
public record Note(
        UUID id,
        int version,
        InteractionId conversation,
        String author,
        @Nullable String team,
        NoteVisibility visibility,
        String text,
        Instant at) {}
