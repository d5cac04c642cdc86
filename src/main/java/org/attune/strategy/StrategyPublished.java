package org.attune.strategy;

import java.util.Set;

/**
 * News: another revision is live. Published after the switch; open desks decide again.
 *
 * @param revision its number; after rolling back it is smaller than the one before
 * @param before the revision that was live until then, 0 for none
 */
public record StrategyPublished(long revision, long before, Set<String> changedActions, String who) {
    /** Whether nothing was live before. */
    public boolean first() {
        return before == 0;
    }
}
