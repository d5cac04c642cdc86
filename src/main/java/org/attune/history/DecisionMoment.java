package org.attune.history;

import java.time.Instant;
import org.attune.kernel.DecisionId;

/** That a decision was taken, and when. */
public record DecisionMoment(DecisionId decision, Instant at) {}
