package org.attune.interaction;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An agent who has a desk open, on any node.
 *
 * @param restingUntil until when no call rings there, null when calls may
 */
public record AtDesk(String agent, @Nullable Instant restingUntil) {}
