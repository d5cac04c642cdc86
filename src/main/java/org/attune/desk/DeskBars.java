package org.attune.desk;

import com.vaadin.flow.component.Component;
import org.attune.interaction.Interaction;
import org.attune.platform.Outage;
import org.attune.ui.ActionButton;
import org.attune.ui.Texts;
import org.jspecify.annotations.Nullable;

/** What the bars of the desk, above and below, show of the conversation on the page. */
final class DeskBars {
    private final DeskServices services;
    private final CallBar call;
    private final CallTabs tabs;
    private final ReasonField reason;
    private final WrapUpPart wrapUp;
    private final DeskFooter footer;
    private final Pressure pressure;
    private final ActionButton end;

    /** @param over what ends the conversation */
    DeskBars(
            DeskServices services,
            CallBar call,
            CallTabs tabs,
            ReasonField reason,
            WrapUpPart wrapUp,
            DeskFooter footer,
            Runnable over) {
        this.services = services;
        this.call = call;
        this.tabs = tabs;
        this.reason = reason;
        this.wrapUp = wrapUp;
        this.footer = footer;
        pressure = new Pressure(services);
        end = new ActionButton(Texts.of("desk.end"), click -> over.run()).key("W");
    }

    /** What stands last above. */
    Component[] last() {
        return new Component[] {pressure, end};
    }

    /** Shows a conversation, null between two of them. */
    void show(@Nullable Interaction now, @Nullable Workplace work) {
        reason.setVisible(work != null);
        end.setVisible(now != null);
        footer.show(work);
        if (services.watch().isAway()) {
            tabs.mark(now == null ? null : now.id());
        } else {
            Outage.quietly(() -> {
                call.show(now);
                end.setLabel(wrapUp.label(now));
            });
            Outage.quietly(() -> pressure.show(now));
            Outage.quietly(() -> showTabs(now));
        }
        if (work != null) {
            reason.show(work.conversation().interaction());
        }
    }

    /** Shows what is open beside it. */
    void showTabs(@Nullable Interaction now) {
        tabs.show(services.interactions().open(services.user().username()), now == null ? null : now.id());
    }
}
