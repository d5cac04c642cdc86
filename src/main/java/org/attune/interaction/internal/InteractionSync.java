package org.attune.interaction.internal;

import java.util.UUID;
import javax.sql.DataSource;
import org.attune.interaction.CallRinging;
import org.attune.interaction.Interaction.State;
import org.attune.interaction.InteractionChanged;
import org.attune.kernel.InteractionId;
import org.attune.platform.NodeNews;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * Tells the desks of this node what other nodes did to conversations: the telephone system speaks to one node, the agent may sit at
 * another. News that is lost while the database is away is made good by the next look at the desk.
 */
@Component
class InteractionSync extends NodeNews {
    private final InteractionStore store;
    private final ApplicationEventPublisher news;

    InteractionSync(DataSource database, InteractionStore store, ApplicationEventPublisher news) {
        super(database, InteractionStore.TOLD, "interaction-sync");
        this.store = store;
        this.news = news;
    }

    @Override
    protected void heard(String words) {
        String[] parts = words.split(" ");
        if (parts.length != 2 || parts[1].equals(store.node())) {
            return;
        }
        store.find(new InteractionId(UUID.fromString(parts[0])))
                .ifPresent(moved -> news.publishEvent(
                        moved.state() == State.RINGING ? new CallRinging(moved) : new InteractionChanged(moved)));
    }
}
