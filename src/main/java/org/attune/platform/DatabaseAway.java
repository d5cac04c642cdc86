package org.attune.platform;

import java.time.Instant;

/** News: the database does not answer this node. */
public record DatabaseAway(Instant since) {}
