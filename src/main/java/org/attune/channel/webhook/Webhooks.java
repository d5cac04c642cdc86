package org.attune.channel.webhook;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.attune.kernel.AuditedEvent;
import org.attune.kernel.Ids;
import org.attune.kernel.InvalidException;
import org.attune.kernel.NotFoundException;
import org.attune.kernel.StaleException;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** The systems that want to hear of facts, and how telling them goes. */
@Service
public class Webhooks {
    /** How long deliveries are signed with the old secret too after a rotation. */
    public static final Duration OVERLAP = Duration.ofHours(24);
    /** Type of the event that only tries a webhook out. */
    public static final String TEST = "attune.webhook.test";

    private final WebhookStore store;
    private final DeliveryStore deliveries;
    private final Outbox outbox;
    private final TargetGuard guard;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Webhooks(
            WebhookStore store,
            DeliveryStore deliveries,
            Outbox outbox,
            TargetGuard guard,
            ApplicationEventPublisher events,
            Clock clock) {
        this.store = store;
        this.deliveries = deliveries;
        this.outbox = outbox;
        this.guard = guard;
        this.events = events;
        this.clock = clock;
    }

    /** All webhooks, oldest first. */
    public List<Webhook> list() {
        return store.list();
    }

    /** One webhook; unknown is a {@link NotFoundException}. */
    public Webhook find(UUID id) {
        return store.find(id).orElseThrow(() -> new NotFoundException("webhook", id));
    }

    /** Makes a webhook; an address that is not allowed is an {@link InvalidException} at {@code url}. */
    @Transactional
    public Webhook.Issued create(WebhookDraft draft, String who) {
        check(draft);
        UUID id = Ids.next();
        String secret = Signature.newSecret();
        store.insert(id, draft, secret, who, clock.instant());
        changed(new AuditedEvent(who, "webhook.created", "webhook", id.toString(), null, words(draft)));
        return new Webhook.Issued(find(id), secret);
    }

    /** Changes a webhook; a base that is no longer the present one is a {@link StaleException}. */
    @Transactional
    public Webhook change(Webhook base, WebhookDraft draft, String who) {
        check(draft);
        if (!store.change(base.id(), base.version(), draft)) {
            find(base.id());
            throw new StaleException("webhook");
        }
        changed(new AuditedEvent(
                who, "webhook.changed", "webhook", base.id().toString(), words(base.draft()), words(draft)));
        return find(base.id());
    }

    /** Gives a new secret; for a day deliveries carry the signatures of both. */
    @Transactional
    public Webhook.Issued rotate(UUID id, String who) {
        find(id);
        String secret = Signature.newSecret();
        store.rotate(id, secret, clock.instant().plus(OVERLAP));
        changed(new AuditedEvent(who, "webhook.rotated", "webhook", id.toString(), null, null));
        return new Webhook.Issued(find(id), secret);
    }

    /** Ends a webhook; what was to be delivered to it and its log go with it. */
    @Transactional
    public void delete(UUID id, String who) {
        Webhook gone = find(id);
        store.delete(id);
        changed(new AuditedEvent(who, "webhook.deleted", "webhook", id.toString(), words(gone.draft()), null));
    }

    /** Sends an event of the type {@link #TEST}; returns its id. */
    @Transactional
    public UUID tryOut(UUID id, String who) {
        find(id);
        return outbox.writeFor(id, TEST, Map.of("askedBy", who));
    }

    /**
     * How the latest deliveries went, newest first.
     *
     * @param state {@code waiting}, {@code delivered}, {@code dead}, or null for all
     * @param limit 1 to 500
     */
    public List<Delivery> deliveries(UUID id, @Nullable String state, int limit) {
        find(id);
        if (state != null && !state.matches("waiting|delivered|dead")) {
            throw new InvalidException("state", "Must be one of waiting, delivered, dead.");
        }
        if (limit < 1 || limit > 500) {
            throw new InvalidException("limit", "Must be 1 to 500.");
        }
        return deliveries.latest(id, state, limit);
    }

    /** Delivers something once more, from now on for up to three days, whatever became of it before. */
    @Transactional
    public void resend(UUID id, UUID event, String who) {
        find(id);
        if (!deliveries.resend(id, event, clock.instant())) {
            throw new NotFoundException("delivery", event);
        }
        events.publishEvent(new AuditedEvent(who, "webhook.resent", "webhook", id.toString(), null, event.toString()));
        outbox.wakeAfterCommit();
    }

    private void check(WebhookDraft draft) {
        if (draft.events().isEmpty()) {
            throw new InvalidException("events", "Needs at least one kind of event.");
        }
        if (draft.url().length() > 1_000) {
            throw new InvalidException("url", "May have up to 1,000 characters.");
        }
        if (draft.description().length() > 200) {
            throw new InvalidException("description", "May have up to 200 characters.");
        }
        try {
            guard.judge(draft.url());
        } catch (TargetGuard.Refused e) {
            if (!e.isUnknown()) { // a name that cannot be resolved now may be so tomorrow; it is judged again then
                throw new InvalidException("url", String.valueOf(e.getMessage()));
            }
        }
    }

    private void changed(AuditedEvent event) {
        events.publishEvent(event);
        outbox.refresh();
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCompletion(int status) {
                outbox.refresh();
            }
        });
    }

    private static String words(WebhookDraft draft) {
        return draft.url() + " " + (draft.enabled() ? "on" : "off") + ": "
                + new TreeSet<>(draft.events()).stream().map(WebhookEvent::key).collect(Collectors.joining(", "));
    }
}
