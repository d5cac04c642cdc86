package org.attune.interaction.internal;

import org.attune.history.Reservations;
import org.attune.interaction.Interaction.State;
import org.attune.interaction.InteractionChanged;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** A conversation that has ended holds nothing any more. What was accepted stays accepted. */
@Component
class GivesBack {
    private final Reservations reservations;

    GivesBack(Reservations reservations) {
        this.reservations = reservations;
    }

    @EventListener
    void on(InteractionChanged changed) {
        if (changed.interaction().state() == State.CLOSED) {
            reservations.giveBack(changed.interaction().id());
        }
    }
}
