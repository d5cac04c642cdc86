package org.attune.interaction;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.stereotype.Component;

/** Which agents have a desk open on this node, so that calls ring where somebody sits. */
@Component
public class DeskPresence {
    private final ConcurrentHashMap<String, Integer> desks = new ConcurrentHashMap<>();
    private final ConcurrentHashMap<String, Instant> resting = new ConcurrentHashMap<>();
    private final List<Runnable> watchers = new CopyOnWriteArrayList<>();
    private final Clock clock;

    public DeskPresence(Clock clock) {
        this.clock = clock;
    }

    /** An agent's desk was opened in a window. */
    public void arrive(String agent) {
        desks.merge(agent, 1, Integer::sum);
        watchers.forEach(Runnable::run);
    }

    /** An agent's desk was closed in a window. */
    public void leave(String agent) {
        desks.computeIfPresent(agent, (name, windows) -> windows <= 1 ? null : windows - 1);
        watchers.forEach(Runnable::run);
    }

    /** No call rings at this agent's desk until then. */
    public void rest(String agent, Instant until) {
        resting.put(agent, until);
        watchers.forEach(Runnable::run);
    }

    /** Runs something whenever somebody comes, leaves or rests. */
    public void onChange(Runnable watcher) {
        watchers.add(watcher);
    }

    /** The agents with at least one open desk, and until when they rest; {@link Instant#MIN} for those who do not. */
    public Map<String, Instant> all() {
        Map<String, Instant> all = new TreeMap<>();
        Instant now = clock.instant();
        desks.keySet().forEach(agent -> {
            Instant until = resting.get(agent);
            all.put(agent, until == null || !until.isAfter(now) ? Instant.MIN : until);
        });
        return all;
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
