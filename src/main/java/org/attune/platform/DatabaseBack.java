package org.attune.platform;

import java.time.Instant;

/**
 * News: the database answers again.
 *
 * @param since since when it had been away
 */
public record DatabaseBack(Instant since, Instant at) {}
