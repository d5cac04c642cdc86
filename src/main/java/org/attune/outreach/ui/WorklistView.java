package org.attune.outreach.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.shared.Registration;
import jakarta.annotation.security.RolesAllowed;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.attune.interaction.Interaction;
import org.attune.kernel.AttuneException;
import org.attune.outreach.OutreachChanged;
import org.attune.outreach.OutreachCounts;
import org.attune.outreach.OutreachItem;
import org.attune.outreach.OutreachItem.State;
import org.attune.outreach.OutreachItemCreated;
import org.attune.ui.ActionButton;
import org.attune.ui.Card;
import org.attune.ui.EmptyState;
import org.attune.ui.Icons;
import org.attune.ui.MainLayout;
import org.attune.ui.Notify;
import org.attune.ui.Page;
import org.attune.ui.Segmented;
import org.attune.ui.Texts;

/** Customers worth calling, the most urgent first. News never moves the list: it waits behind a button. */
@Route(value = "desk/outreach", layout = MainLayout.class)
@RolesAllowed("AGENT")
class WorklistView extends Page implements ItemRow.Deeds {
    private static final long serialVersionUID = 1L;
    private static final int SHOWN = 100;

    private final transient OutreachServices services;
    private final ItemList list;
    private final EmptyState nothing =
            new EmptyState(Icons.PHONE, Texts.of("outreach.empty"), Texts.of("outreach.empty.hint"));
    private final Segmented<Boolean> whose;
    private final ActionButton fresh;
    private final Span counts = new Span();
    private final List<Registration> listening = new ArrayList<>();
    private boolean onlyMine;
    private int waiting;

    WorklistView(OutreachServices services) {
        super(Texts.of("outreach.title"));
        this.services = services;
        list = new ItemList(services, Texts.of("outreach.title"), this);
        whose = new Segmented<Boolean>(Texts.of("outreach.whose"), mine -> {
                    onlyMine = mine;
                    refresh();
                })
                .option(false, Texts.of("outreach.all"))
                .option(true, Texts.of("outreach.mine"));
        whose.setValue(false);
        fresh = new ActionButton("", click -> refresh()).icon(Icons.PLUS);
        fresh.getElement().setAttribute("aria-live", "polite");
        headerStart().add(whose, fresh);
        counts.addClassNames("muted", "tnum");
        footerStart().add(counts);
        content().addClassName("stack");
        // The card needs no title beside that of the page; the names in it are headings below one.
        H2 heading = new H2(Texts.of("outreach.insight.list"));
        heading.addClassName("sr-only");
        content().add(new Card(heading, list, nothing).flush().fill());
        refresh();
    }

    private void refresh() {
        String me = services.user().username();
        List<OutreachItem> items = services.outreach().worklist(SHOWN).stream()
                .filter(item -> !onlyMine || me.equals(item.who()))
                .toList();
        list.show(items);
        list.setVisible(!items.isEmpty());
        nothing.setVisible(items.isEmpty());
        waiting = 0;
        fresh.setVisible(false);
        count();
    }

    private void count() {
        OutreachCounts now =
                services.outreach().counts(services.clock().instant().minus(Duration.ofHours(12)));
        counts.setText(Texts.of("outreach.counts", now.open(), now.overdue(), now.taken(), now.done()));
    }

    @Override
    protected void onAttach(AttachEvent event) {
        UI ui = event.getUI();
        listening.add(services.news().listen(OutreachItemCreated.class, news -> ui.access(this::more)));
        listening.add(services.news().listen(OutreachChanged.class, news -> ui.access(() -> changed(news.item()))));
    }

    @Override
    protected void onDetach(DetachEvent event) {
        listening.forEach(Registration::remove);
        listening.clear();
    }

    private void more() {
        waiting++;
        fresh.setLabel(Texts.of(waiting == 1 ? "outreach.new.one" : "outreach.new.more", waiting));
        fresh.setVisible(true);
        count();
    }

    private void changed(OutreachItem item) {
        if (!list.update(item) && item.state() == State.OPEN && !onlyMine) {
            more();
        }
        count();
    }

    @Override
    public void take(OutreachItem item) {
        Interaction conversation;
        try {
            conversation = services.outreach().take(item.id(), services.user().username());
        } catch (AttuneException e) {
            Notify.info(e);
            refresh();
            return;
        }
        UI.getCurrent().navigate("desk/" + conversation.id());
    }

    @Override
    public void done(OutreachItem item) {
        services.outreach().done(item.id(), services.user().username());
    }

    @Override
    public void giveBack(OutreachItem item) {
        services.outreach().giveBack(item.id(), services.user().username());
    }

    @Override
    public void leave(OutreachItem item) {
        new LeaveDialog(
                        item,
                        reason -> services.outreach()
                                .dismiss(item.id(), reason, services.user().username()))
                .open();
    }
}
