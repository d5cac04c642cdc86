package org.attune.desk;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.shared.Registration;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import java.util.UUID;
import org.attune.branch.Visit;
import org.attune.branch.Visits;
import org.attune.branch.VisitsChanged;
import org.attune.interaction.Interaction;
import org.attune.kernel.AttuneException;
import org.attune.ui.ActionButton;
import org.attune.ui.Card;
import org.attune.ui.Chip;
import org.attune.ui.EmptyState;
import org.attune.ui.Icons;
import org.attune.ui.MainLayout;
import org.attune.ui.Notify;
import org.attune.ui.Page;
import org.attune.ui.SectionTitle;
import org.attune.ui.Texts;
import org.jspecify.annotations.Nullable;

/** Between two visitors of a branch: who waits, who is expected, who comes next. First names and initials only: others look on. */
@Route(value = "desk/branch", layout = MainLayout.class)
@RolesAllowed("AGENT")
@JsModule("context://attune-desk.js")
class BranchView extends Page {
    private static final long serialVersionUID = 1L;

    private final transient DeskServices services;
    private final transient Visits visits;
    private final String place;
    private final Chip count = new Chip("");
    private final Div waiting = new Div();
    private final Div expected = new Div();
    private final ActionButton next;
    private @Nullable Registration listening;

    BranchView(DeskServices services, Visits visits) {
        super(Texts.of("branch.title"));
        this.services = services;
        this.visits = visits;
        String team = services.user().team();
        place = team == null ? "" : team;
        addClassNames("branch", "branch-mode");
        next = new ActionButton(Texts.of("branch.next"), click -> next()).primary();
        headerStart().add(count);
        headerEnd().add(next);
        for (Div list : List.of(waiting, expected)) {
            list.addClassNames("stack", "tight", "scroll", "visits");
            list.getElement().setAttribute("tabindex", "0");
            list.getElement().setAttribute("role", "group");
        }
        waiting.getElement().setAttribute("aria-label", Texts.of("branch.waiting"));
        expected.getElement().setAttribute("aria-label", Texts.of("branch.expected"));
        Div side = new Div(
                new Card(new SectionTitle(Texts.of("branch.new")), new VisitForm(services, visits, place))
                        .named(Texts.of("branch.new")),
                new Card(new SectionTitle(Texts.of("branch.expected")), expected)
                        .fill()
                        .named(Texts.of("branch.expected")));
        side.addClassNames("branch-side");
        Div columns = new Div(
                new Card(new SectionTitle(Texts.of("branch.waiting")), waiting)
                        .fill()
                        .named(Texts.of("branch.waiting")),
                side);
        columns.addClassNames("cols", "cols-half", "branch-cols");
        content().add(columns);
        footerStart().add(Texts.of("branch.note"));
        refresh();
    }

    private void refresh() {
        List<Visit> queue = visits.waiting(place);
        List<Visit> later = visits.expected(place);
        count.setText(Texts.of("branch.count", queue.size()));
        count.setVisible(!queue.isEmpty());
        next.setEnabled(!queue.isEmpty());
        waiting.removeAll();
        queue.forEach(each -> waiting.add(new VisitRow(services, each)
                .with("branch.call", () -> call(each.id()))
                .with("branch.left", () -> visits.left(each.id(), place))));
        if (queue.isEmpty()) {
            waiting.add(new EmptyState(Icons.USERS, Texts.of("branch.nobody"), Texts.of("branch.nobody.hint")));
        }
        expected.removeAll();
        later.forEach(each -> expected.add(new VisitRow(services, each)
                .with("branch.arrived", () -> visits.arrived(each.id(), place))
                .with("branch.left", () -> visits.left(each.id(), place))));
        if (later.isEmpty()) {
            Div none = new Div(Texts.of("branch.expected.none"));
            none.addClassName("muted");
            expected.add(none);
        }
    }

    private void next() {
        visits.next(place, services.user().username())
                .ifPresentOrElse(this::go, () -> Notify.info(Texts.of("branch.nobody")));
    }

    private void call(UUID visit) {
        try {
            go(visits.call(visit, place, services.user().username()));
        } catch (AttuneException e) {
            Notify.info(e);
            refresh();
        }
    }

    private void go(Interaction opened) {
        UI.getCurrent().navigate(DeskView.class, opened.id().toString());
    }

    @Override
    protected void onAttach(AttachEvent event) {
        UI ui = event.getUI();
        listening = services.news().listen(VisitsChanged.class, news -> {
            if (news.place().equals(place)) {
                ui.access(this::refresh);
            }
        });
    }

    @Override
    protected void onDetach(DetachEvent event) {
        if (listening != null) {
            listening.remove();
        }
    }
}
