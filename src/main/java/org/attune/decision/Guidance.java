package org.attune.decision;

import java.util.Set;

/**
 * What may be said while nothing can be decided.
 *
 * @param list as a decision, which is written down nowhere; its id is that of the latest recorded one about the customer, if there is one
 * @param answerable actions whose answers belong to that recorded decision; answers about the others are written down with {@link SafeGuidance#proposed}
 */
public record Guidance(Decision list, Set<String> answerable) {
    public Guidance {
        answerable = Set.copyOf(answerable);
    }
}
