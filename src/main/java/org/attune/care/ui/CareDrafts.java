package org.attune.care.ui;

import java.util.concurrent.ConcurrentHashMap;
import org.attune.interaction.Interaction;
import org.attune.interaction.InteractionChanged;
import org.attune.kernel.InteractionId;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Drafts by conversation, so that the panel resumes where it was after a refresh; gone when the conversation ends. */
@Component
class CareDrafts {
    private final ConcurrentHashMap<InteractionId, CareDraft> drafts = new ConcurrentHashMap<>();

    CareDraft of(Interaction conversation) {
        return drafts.computeIfAbsent(conversation.id(), id -> new CareDraft());
    }

    @EventListener
    void moved(InteractionChanged news) {
        if (news.interaction().state() == Interaction.State.CLOSED) {
            drafts.remove(news.interaction().id());
        }
    }
}
