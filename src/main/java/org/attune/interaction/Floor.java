package org.attune.interaction;

import java.util.List;
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

    /** The agents who have a desk open on any node, by user name; at most half a minute old. */
    public List<AtDesk> atDesks() {
        return presence.everywhere();
    }
}
