package org.attune.interaction;

import java.util.Map;
import java.util.Set;

/**
 * News: after the database had been away, what was kept meanwhile is in the log. Told after each such time, also when nothing was kept.
 *
 * @param sent how many answers of each agent were written down
 * @param refused agents of whom an answer could not be taken, because of what happened otherwise meanwhile
 */
public record KeptAnswersSent(Map<String, Integer> sent, Set<String> refused) {
    public KeptAnswersSent {
        sent = Map.copyOf(sent);
        refused = Set.copyOf(refused);
    }
}
