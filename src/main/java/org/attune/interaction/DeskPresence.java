package org.attune.interaction;

import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/** Which agents have a desk open on this node, so that calls ring where somebody sits. */
@Component
public class DeskPresence {
    private final ConcurrentHashMap<String, Integer> desks = new ConcurrentHashMap<>();

    /** An agent's desk was opened in a window. */
    public void arrive(String agent) {
        desks.merge(agent, 1, Integer::sum);
    }

    /** An agent's desk was closed in a window. */
    public void leave(String agent) {
        desks.computeIfPresent(agent, (name, windows) -> windows <= 1 ? null : windows - 1);
    }

    /** The agents with at least one open desk. */
    public Set<String> present() {
        return new TreeSet<>(desks.keySet());
    }
}
