package org.attune.learning;

import java.time.Instant;

/**
 * Since when an engine decides.
 *
 * @param position from this place in the log on
 * @param engine name of the {@link EngineVariant}
 * @param format of the engine's stored form; another one computes in another way
 * @param settings all of its settings, in words
 * @param at when it was put in charge
 * @param who by whom; {@code attune} for a new version of Attune
 */
public record Reign(long position, String engine, int format, String settings, Instant at, String who) {}
