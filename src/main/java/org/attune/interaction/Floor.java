package org.attune.interaction;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.attune.interaction.internal.InteractionStore;
import org.attune.interaction.internal.PresenceBook;
import org.springframework.stereotype.Service;

/** What goes on at all desks, for those who look after the floor. Agents see their own conversations only, see {@link Interactions}. */
@Service
public class Floor {
    /** More than this nobody can look after. */
    private static final int MOST = 2000;

    private final InteractionStore store;
    private final PresenceBook presence;

    Floor(InteractionStore store, PresenceBook presence) {
        this.store = store;
        this.presence = presence;
    }

    /** Every conversation that is not closed, whosever it is, oldest first. */
    public List<Interaction> open() {
        return store.allOpen(MOST);
    }

    /**
     * Calls an agent has taken, at the telephone or at the desk, and that have not gone on from there: the telephone system may say so late,
     * or never.
     *
     * @return of the calls asked for, those that are taken; true while the conversation is open at a desk, false when the agent has ended it
     */
    public Map<UUID, Boolean> taken(Collection<UUID> calls) {
        return calls.isEmpty() ? Map.of() : store.taken(calls);
    }

    /** The agents who have a desk open on any node, by user name; at most half a minute old. */
    public List<AtDesk> atDesks() {
        return presence.everywhere();
    }
}
