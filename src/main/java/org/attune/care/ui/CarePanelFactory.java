package org.attune.care.ui;

import org.attune.care.CarePanels;
import org.attune.interaction.Interaction;
import org.springframework.stereotype.Component;

/** Makes the panel. */
@Component
class CarePanelFactory implements CarePanels {
    private final CareServices services;
    private final CareDrafts drafts;

    CarePanelFactory(CareServices services, CareDrafts drafts) {
        this.services = services;
        this.drafts = drafts;
    }

    @Override
    public com.vaadin.flow.component.Component panel(Interaction conversation, Runnable close) {
        return new CarePanel(services, drafts.of(conversation), conversation, close);
    }

    @Override
    public boolean leftOpen(Interaction conversation) {
        return drafts.of(conversation).open;
    }

    @Override
    public void closed(Interaction conversation) {
        drafts.of(conversation).open = false;
    }

    @Override
    public boolean discreet(Interaction conversation) {
        return conversation.customer() != null
                && services.cases().safeContact(conversation.known()).isPresent();
    }
}
