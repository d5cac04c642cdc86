package org.attune.care.ui;

import com.vaadin.flow.component.html.Div;
import org.attune.access.UserAccount;
import org.attune.interaction.Interaction;
import org.attune.kernel.CustomerId;
import org.attune.ui.Formats;

/** One part of the panel. */
abstract class CareTab extends Div {
    private static final long serialVersionUID = 1L;

    /** What a part shares with the panel around it. */
    interface Host {
        CareServices services();

        Interaction conversation();

        CareDraft draft();

        /** Shows another part. */
        void open(int tab);
    }

    private final transient Host host;

    CareTab(Host host) {
        this.host = host;
        addClassNames("stack", "care-tab");
    }

    abstract String title();

    /** Shows how things are; called whenever the part comes to the front. */
    abstract void refresh();

    /** Something changed while the part stands in front. */
    void changed() {
        refresh();
    }

    final Host host() {
        return host;
    }

    final CareServices services() {
        return host.services();
    }

    final CareDraft draft() {
        return host.draft();
    }

    final CustomerId customer() {
        return host.conversation().known();
    }

    final String agent() {
        return host.conversation().agent();
    }

    final Formats formats() {
        return host.services().formats();
    }

    /** What somebody is called. */
    final String person(String user) {
        return services().users().byName(user).map(UserAccount::displayName).orElse(user);
    }

    final String euro(long cents) {
        return Words.euro(formats(), cents);
    }
}
