package org.attune.customer;

import java.time.Instant;
import java.util.UUID;
import org.attune.kernel.CustomerId;

/**
 * News: a signal was stored for the first time. Published after commit.
 *
 * @param signal names the stored signal; the same event told twice is one signal
 * @param at when it happened
 */
public record SignalReceived(CustomerId customer, String type, UUID signal, Instant at) {}
