package org.attune.desk;

import com.vaadin.flow.component.UI;
import org.attune.interaction.Interaction;
import org.attune.kernel.Channel;
import org.jspecify.annotations.Nullable;

/** Ways between the pages of the desk. */
final class DeskNavigation {
    private DeskNavigation() {}

    /** To the page of a conversation. */
    static void to(Interaction conversation) {
        UI.getCurrent().navigate(DeskView.class, conversation.id().toString());
    }

    /** To where the agent waits for the next one. */
    static void between(@Nullable Interaction over) {
        if (over != null && over.channel() == Channel.BRANCH) {
            UI.getCurrent().navigate(BranchView.class);
        } else {
            UI.getCurrent().navigate(DeskView.class);
        }
    }
}
