package org.attune.strategy;

import java.util.Set;

/** News: another revision is live. Published after the switch; open desks decide again. */
public record StrategyPublished(long revision, Set<String> changedActions, String who) {}
