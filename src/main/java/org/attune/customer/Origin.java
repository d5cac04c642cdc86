package org.attune.customer;

import java.time.Instant;

/**
 * Where a fact comes from.
 *
 * @param source the system that told it
 * @param at when it did
 */
public record Origin(String source, Instant at) {}
