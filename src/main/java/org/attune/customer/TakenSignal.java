package org.attune.customer;

import java.time.Instant;

/**
 * A signal with the time at which it was taken in.
 *
 * @param news what was told about it
 * @param takenAt when it was stored
 */
public record TakenSignal(SignalReceived news, Instant takenAt) {}
