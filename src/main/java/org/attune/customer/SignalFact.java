package org.attune.customer;

import java.time.Instant;
import java.util.Map;

/**
 * Something that happened to the customer, as an event told it.
 *
 * @param type the signal's name without prefix, e.g. {@code bill-missed}
 * @param source where the event came from
 */
public record SignalFact(String type, Instant at, String source, Map<String, Object> data) {}
