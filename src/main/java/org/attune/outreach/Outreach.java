package org.attune.outreach;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.attune.interaction.Interaction;
import org.attune.interaction.Interactions;
import org.attune.kernel.Channel;
import org.attune.kernel.ConflictException;
import org.attune.kernel.InteractionId;
import org.attune.kernel.LocalText;
import org.attune.kernel.NotFoundException;
import org.attune.outreach.OutreachItem.Dismissal;
import org.attune.outreach.OutreachItem.State;
import org.attune.outreach.internal.OutreachStore;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;

/** The worklist of customers worth reaching out to. Everything here may be asked for twice; of two agents who want an item, one gets it. */
@Service
public class Outreach {
    private final OutreachStore store;
    private final Interactions interactions;
    private final ApplicationEventPublisher news;
    private final Clock clock;

    Outreach(OutreachStore store, Interactions interactions, ApplicationEventPublisher news, Clock clock) {
        this.store = store;
        this.interactions = interactions;
        this.news = news;
        this.clock = clock;
    }

    /** Open and taken items, highest priority first, then by due time. */
    public List<OutreachItem> worklist(int limit) {
        return store.live(limit);
    }

    /** The items of these states, the latest first. */
    public List<OutreachItem> closed(Instant since, int limit) {
        return store.closed(since, limit);
    }

    /** An item; unknown is a NotFoundException. */
    public OutreachItem get(OutreachId id) {
        return store.find(id).orElseThrow(() -> new NotFoundException("item", id));
    }

    /** The item for which an agent opened this conversation and that is not closed yet. */
    public Optional<OutreachItem> of(InteractionId conversation) {
        return store.of(conversation);
    }

    /** How the worklist stands, with what was closed since an instant. */
    public OutreachCounts counts(Instant since) {
        return store.counts(clock.instant(), since);
    }

    /** How often each event rule fitted a signal since an instant, by its key. */
    public Map<String, RuleFirings> firings(Instant since) {
        return store.firings(since);
    }

    /**
     * An agent takes an item and is in a conversation with the customer.
     *
     * @throws ConflictException somebody else has it, it is closed, or it is too early to call
     */
    public Interaction take(OutreachId id, String agent) {
        OutreachItem item = get(id);
        Instant now = clock.instant();
        if (item.state() == State.OPEN && now.isBefore(item.notBefore())) {
            throw new ConflictException(new LocalText(
                    "It is too early to call: wait for the calling hours.",
                    "Il est trop tôt pour appeler : attendez les heures d’appel."));
        }
        boolean mine = item.state() == State.TAKEN && agent.equals(item.who());
        if (!mine && !store.take(id, agent)) {
            throw gone(get(id));
        }
        Interaction conversation = interactions.open(agent, item.customer(), Channel.CALL_CENTER, "");
        store.joined(id, conversation.id());
        tell(id);
        return conversation;
    }

    /** Gives an item back that the agent has taken. */
    public void giveBack(OutreachId id, String agent) {
        if (store.giveBack(id, agent)) {
            tell(id);
        }
    }

    /** The customer was reached and it was talked about. Doing it twice changes nothing. */
    public void done(OutreachId id, String agent) {
        close(id, agent, State.DONE, null);
    }

    /** Leaves an item undone, with the reason why. */
    public void dismiss(OutreachId id, Dismissal reason, String agent) {
        close(id, agent, State.DISMISSED, reason.key());
    }

    private void close(OutreachId id, String agent, State as, @Nullable String reason) {
        if (store.close(id, agent, as, reason, clock.instant())) {
            tell(id);
            return;
        }
        OutreachItem item = get(id);
        if (item.state() != as || !agent.equals(item.who())) {
            throw gone(item);
        }
    }

    private static ConflictException gone(OutreachItem item) {
        return new ConflictException(
                item.state() == State.TAKEN
                        ? new LocalText("A colleague has taken this meanwhile.", "Un collègue l’a pris entre-temps.")
                        : new LocalText("This is closed already.", "C’est déjà clos."));
    }

    private void tell(OutreachId id) {
        news.publishEvent(new OutreachChanged(get(id)));
    }
}
