package org.attune.interaction;

import java.time.Clock;
import java.time.Instant;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/** Which agents have a desk open on this node, so that calls ring where somebody sits. */
@Component
public class DeskPresence {
    private final ConcurrentHashMap<String, Integer> desks = new ConcurrentHashMap<>();
    private final ConcurrentHashMap<String, Instant> resting = new ConcurrentHashMap<>();
    private final Clock clock;

    public DeskPresence(Clock clock) {
        this.clock = clock;
    }

    /** An agent's desk was opened in a window. */
    public void arrive(String agent) {
        desks.merge(agent, 1, Integer::sum);
    }

    /** An agent's desk was closed in a window. */
    public void leave(String agent) {
        desks.computeIfPresent(agent, (name, windows) -> windows <= 1 ? null : windows - 1);
    }

    /** No call rings at this agent's desk until then. */
    public void rest(String agent, Instant until) {
        resting.put(agent, until);
    }

    /** Until when an agent rests at least: now, or later. */
    Instant restsUntil(String agent, Instant now) {
        Instant until = resting.get(agent);
        return until == null || until.isBefore(now) ? now : until;
    }

    /** The agents with at least one open desk who are not resting. */
    public Set<String> present() {
        Instant now = clock.instant();
        resting.values().removeIf(until -> !until.isAfter(now));
        Set<String> present = new TreeSet<>(desks.keySet());
        present.removeAll(resting.keySet());
        return present;
    }
}
