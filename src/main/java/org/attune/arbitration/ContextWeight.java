package org.attune.arbitration;

import org.jspecify.annotations.Nullable;

/**
 * Makes something more or less relevant in a situation. Everything that is given must match.
 *
 * @param percent added to the context factor, -100..900
 */
public record ContextWeight(
        @Nullable String reason,
        @Nullable String signal,
        @Nullable String state,
        @Nullable String issue,
        @Nullable String group,
        @Nullable String action,
        int percent) {}
