package org.attune.strategy;

import java.time.Instant;

/** A numbered revision. {@code note} says what changed. */
public record RevisionInfo(long number, Instant at, String who, String note, boolean live) {}
