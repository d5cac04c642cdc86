package org.attune.desk;

import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Span;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.attune.branch.Visits;
import org.attune.customer.CustomerSummary;
import org.attune.interaction.Interaction;
import org.attune.interaction.Interaction.State;
import org.attune.kernel.CustomerId;
import org.attune.kernel.InteractionId;
import org.attune.ui.PageLink;
import org.attune.ui.Texts;
import org.jspecify.annotations.Nullable;

/** The conversations that are open beside each other; not there while there is only one. Links, so that each has its address. */
final class CallTabs extends Nav {
    private static final long serialVersionUID = 1L;

    private final transient DeskServices services;
    private transient List<Interaction> open = List.of();
    private final transient Map<InteractionId, PageLink> tabs = new HashMap<>();
    private transient @Nullable InteractionId current;

    CallTabs(DeskServices services) {
        this.services = services;
        addClassName("call-tabs");
        getElement().setAttribute("aria-label", Texts.of("desk.open"));
        setVisible(false);
    }

    /** Shows what the agent has open. */
    void show(List<Interaction> conversations, @Nullable InteractionId now) {
        open = conversations.stream()
                .filter(each -> each.state() != State.RINGING)
                .toList();
        removeAll();
        tabs.clear();
        setVisible(now != null && open.size() > 1);
        if (!isVisible()) {
            mark(now);
            return;
        }
        // At the desk of a branch the names of the others are as short as in its queue.
        boolean readAlong = open.stream().anyMatch(each -> each.id().equals(now) && Setting.isBranch(each));
        Map<CustomerId, CustomerSummary> names = services.customers()
                .summaries(open.stream()
                        .map(Interaction::customer)
                        .filter(Objects::nonNull)
                        .toList());
        for (Interaction each : open) {
            Span dot = new Span();
            dot.addClassName(each.onTheLine() && each.line().heldSince() == null ? "dot-live" : "dot");
            CustomerSummary known = each.customer() == null ? null : names.get(each.customer());
            String who = known == null ? CallWords.who(services, each) : known.displayName();
            Span name = new Span(readAlong && known != null ? Visits.callName(who) : who);
            name.addClassName("clip");
            PageLink tab = new PageLink("desk/" + each.id(), dot, name);
            tab.addClassName("call-tab");
            String state = each.state() == State.WRAP_UP
                    ? Texts.of("desk.call.wrapup")
                    : each.line().heldSince() != null ? Texts.of("desk.call.held") : "";
            if (!state.isEmpty()) {
                Span note = new Span(state);
                note.addClassNames("muted", "small");
                tab.add(note);
            }
            tabs.put(each.id(), tab);
            add(tab);
        }
        mark(now);
    }

    /** Marks the one that is on the page; the others stay as they were read last. */
    void mark(@Nullable InteractionId now) {
        current = now;
        tabs.forEach((id, tab) -> {
            if (id.equals(now)) {
                tab.getElement().setAttribute("aria-current", "page");
            } else {
                tab.getElement().removeAttribute("aria-current");
            }
        });
    }

    /** The conversation after the open one, null when there is no other. */
    @Nullable
    Interaction next() {
        for (int i = 0; i < open.size(); i++) {
            if (open.get(i).id().equals(current) && open.size() > 1) {
                return open.get((i + 1) % open.size());
            }
        }
        return null;
    }
}
