package org.attune.care;

import com.vaadin.flow.component.Component;
import org.attune.interaction.Interaction;

/** The screens of care for whoever shows a conversation. */
public interface CarePanels {
    /**
     * Everything for a hardship call, where the agent left it.
     *
     * @param close called when the agent is done with it
     */
    Component panel(Interaction conversation, Runnable close);

    /** Whether the agent left the panel open, so that it opens again after a refresh. */
    boolean leftOpen(Interaction conversation);

    /** The panel was closed: it stays so after a refresh. */
    void closed(Interaction conversation);

    /** Whether this customer must be contacted discreetly; what tells where they live or how to reach them is then hidden. */
    boolean discreet(Interaction conversation);
}
