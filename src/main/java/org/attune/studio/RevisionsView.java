package org.attune.studio;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.router.BeforeEvent;
import com.vaadin.flow.router.HasUrlParameter;
import com.vaadin.flow.router.OptionalParameter;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.shared.Registration;
import jakarta.annotation.security.RolesAllowed;
import java.util.ArrayList;
import java.util.List;
import org.attune.kernel.AuditedEvent;
import org.attune.strategy.RevisionInfo;
import org.attune.strategy.StrategyPublished;
import org.attune.ui.ActionButton;
import org.attune.ui.Card;
import org.attune.ui.Chip;
import org.attune.ui.EmptyState;
import org.attune.ui.Icons;
import org.attune.ui.MainLayout;
import org.attune.ui.News;
import org.attune.ui.Page;
import org.attune.ui.Texts;
import org.jspecify.annotations.Nullable;

/** The revisions of the strategy: what changed when, by whom, and what waits for a second person. */
@Route(value = RevisionsView.PATH, layout = MainLayout.class)
@RolesAllowed("ADMIN")
class RevisionsView extends Page implements HasUrlParameter<Long> {
    private static final long serialVersionUID = 1L;

    static final String PATH = "studio/revisions";

    private final transient RevisionDesk desk;
    private final transient News news;
    private final RevisionList list;
    private final RevisionDetail detail;
    private final Card nothing;
    private final transient List<Registration> listening = new ArrayList<>();
    private long shown;

    RevisionsView(RevisionDesk desk, News news) {
        super(Texts.of("revisions.title"));
        this.desk = desk;
        this.news = news;
        list = new RevisionList(desk, RevisionsView::open);
        detail = new RevisionDetail(desk, this::refresh);
        nothing = new Card(new EmptyState(
                        Icons.HISTORY, Texts.of("revisions.empty"), Texts.of("revisions.empty.hint"), importButton()))
                .fill();
        if (desk.strategies().approval().required()) {
            headerStart().add(new Chip(Icons.USERS, Texts.of("revisions.approval.required")));
        }
        headerEnd().add(importButton());
        content().addClassName("revisions-page");
        content().add(list, detail, nothing);
    }

    private ActionButton importButton() {
        return new ActionButton(
                        Texts.of("revisions.import"), click -> new ImportDialog(desk, RevisionsView::open).open())
                .icon(Icons.IMPORT);
    }

    static void open(long number) {
        UI.getCurrent().navigate(RevisionsView.class, number);
    }

    @Override
    public void setParameter(BeforeEvent event, @OptionalParameter @Nullable Long number) {
        List<RevisionInfo> latest = desk.strategies().revisions(1);
        shown = number != null
                ? number
                : latest.isEmpty() ? 0 : latest.getFirst().number();
        refresh();
    }

    private void refresh() {
        list.refresh(shown);
        detail.setVisible(shown > 0);
        nothing.setVisible(shown == 0);
        if (shown > 0) {
            detail.show(desk.requests().info(shown));
        }
    }

    @Override
    protected void onAttach(AttachEvent event) {
        UI ui = event.getUI();
        listening.add(news.listen(StrategyPublished.class, published -> ui.access(() -> list.refresh(shown))));
        listening.add(news.listen(AuditedEvent.class, audited -> {
            if (audited.subject().equals("revision")) {
                ui.access(() -> changed(audited));
            }
        }));
    }

    /** Somebody else went on with the revision that is open here. */
    private void changed(AuditedEvent audited) {
        if (audited.key().equals(Long.toString(shown)) && !audited.who().equals(desk.who())) {
            refresh();
        } else {
            list.refresh(shown);
        }
    }

    @Override
    protected void onDetach(DetachEvent event) {
        listening.forEach(Registration::remove);
        listening.clear();
    }
}
