package org.attune.studio;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteParameters;
import com.vaadin.flow.shared.Registration;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.attune.access.CurrentUser;
import org.attune.catalog.Issue;
import org.attune.strategy.LiveStrategy;
import org.attune.strategy.Strategies;
import org.attune.strategy.StrategyPublished;
import org.attune.ui.ActionButton;
import org.attune.ui.Card;
import org.attune.ui.EmptyState;
import org.attune.ui.Formats;
import org.attune.ui.Icons;
import org.attune.ui.MainLayout;
import org.attune.ui.News;
import org.attune.ui.Page;
import org.attune.ui.PageLink;
import org.attune.ui.Texts;
import org.jspecify.annotations.Nullable;

/** The catalog of actions: find, pause, open, begin a new one. */
@Route(value = CatalogView.PATH, layout = MainLayout.class)
@RolesAllowed("ADMIN")
class CatalogView extends Page implements BeforeEnterObserver {
    private static final long serialVersionUID = 1L;

    static final String PATH = "studio/actions";

    private final transient LiveStrategy live;
    private final transient RevisionChip revision;
    private final transient News news;
    private final transient Clock clock;
    private final transient Formats formats;
    private final TextField text = new TextField();
    private final Select<Issue> issue = new Select<>();
    private final Select<ActionState> state = new Select<>();
    private final Span shown = new Span();
    private final IssueStrip strip;
    private final CatalogGrid grid;
    private final EmptyState nothing =
            new EmptyState(Icons.SEARCH, Texts.of("studio.catalog.none"), Texts.of("studio.catalog.none.hint"));
    private final EmptyState empty = new EmptyState(
            Icons.CATALOG,
            Texts.of("revisions.empty"),
            Texts.of("revisions.empty.hint"),
            new ActionButton(
                    Texts.of("revisions.title"), click -> UI.getCurrent().navigate(RevisionsView.class)),
            new ActionButton(Texts.of("studio.tier"), click -> UI.getCurrent().navigate(GroupsView.class)));
    private final ActionButton create;
    private CatalogFilter filter = CatalogFilter.ALL;
    private @Nullable Registration listening;

    CatalogView(LiveStrategy live, Strategies strategies, CurrentUser user, News news, Clock clock, Formats formats) {
        super(Texts.of("studio.actions"));
        this.live = live;
        this.news = news;
        this.clock = clock;
        this.formats = formats;
        revision = new RevisionChip(strategies, formats);
        KillSwitch killSwitch = new KillSwitch(strategies, user.username());
        strip = new IssueStrip((one, actions) -> killSwitch.ask(one, actions, number -> refresh()));
        grid = new CatalogGrid(
                formats,
                row -> UI.getCurrent().navigate(ActionView.class, new RouteParameters(ActionView.KEY, row.key())),
                row -> killSwitch.ask(row.action(), number -> refresh()));
        create = new ActionButton(
                        Texts.of("studio.new.action"),
                        click -> new NewActionDialog(live.current().document(), null).open())
                .primary()
                .icon(Icons.PLUS);
        filters();
        headerStart().add(text, issue, state);
        PageLink groups = new PageLink(GroupsView.class, Texts.of("studio.tier"));
        groups.addClassNames("btn", "link");
        headerEnd().add(revision, groups, create);
        nothing.setVisible(false);
        content().addClassName("catalog-page");
        content().add(new Card(strip), new Card(grid, nothing, empty).flush().fill());
        footerStart().add(shown);
    }

    private void filters() {
        text.setPlaceholder(Texts.of("studio.find"));
        text.setAriaLabel(Texts.of("studio.find"));
        text.setPrefixComponent(Icons.SEARCH.create());
        text.setClearButtonVisible(true);
        text.setValueChangeMode(ValueChangeMode.LAZY);
        text.setWidth("230px");
        issue.setEmptySelectionAllowed(true);
        issue.setEmptySelectionCaption(Texts.of("studio.issues.all"));
        issue.setAriaLabel(Texts.of("studio.column.issue"));
        issue.setItemLabelGenerator(each -> each == null ? Texts.of("studio.issues.all") : Words.in(each.label()));
        issue.setWidth("160px");
        state.setEmptySelectionAllowed(true);
        state.setEmptySelectionCaption(Texts.of("studio.states.all"));
        state.setAriaLabel(Texts.of("studio.column.state"));
        state.setItemLabelGenerator(each -> each == null ? Texts.of("studio.states.all") : Words.of(each));
        state.setItems(ActionState.values());
        state.setWidth("150px");
        text.addValueChangeListener(change -> choose(change.isFromClient()));
        issue.addValueChangeListener(change -> choose(change.isFromClient()));
        state.addValueChangeListener(change -> choose(change.isFromClient()));
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        filter = CatalogFilter.of(event.getLocation().getQueryParameters());
        List<Issue> issues = live.exists() ? live.current().document().issues() : List.of();
        issue.setItems(issues);
        text.setValue(filter.text());
        issue.setValue(issues.stream()
                .filter(each -> each.key().equals(filter.issue()))
                .findFirst()
                .orElse(null));
        state.setValue(filter.state());
        refresh();
    }

    private void choose(boolean byUser) {
        if (!byUser) {
            return;
        }
        Issue chosen = issue.getValue();
        filter = new CatalogFilter(text.getValue(), chosen == null ? null : chosen.key(), state.getValue());
        UI.getCurrent().getPage().getHistory().replaceState(null, new Location(PATH, filter.parameters()));
        refresh();
    }

    private void refresh() {
        revision.refresh();
        if (!live.exists()) {
            strip.show(List.of(), List.of());
            show(List.of(), 0);
            return;
        }
        LocalDate today = LocalDate.now(clock.withZone(formats.zone()));
        List<CatalogRow> all = CatalogRow.of(live.current(), today);
        strip.show(live.current().document().issues(), all);
        show(all.stream().filter(filter::shows).toList(), all.size());
    }

    private void show(List<CatalogRow> rows, int all) {
        grid.show(rows);
        grid.setVisible(!rows.isEmpty());
        nothing.setVisible(rows.isEmpty() && live.exists());
        empty.setVisible(!live.exists());
        create.setVisible(live.exists() && !live.current().document().groups().isEmpty());
        shown.setText(Texts.of("studio.catalog.shown", rows.size(), all));
    }

    @Override
    protected void onAttach(AttachEvent event) {
        UI ui = event.getUI();
        listening = news.listen(StrategyPublished.class, published -> ui.access(this::refresh));
    }

    @Override
    protected void onDetach(DetachEvent event) {
        if (listening != null) {
            listening.remove();
        }
    }
}
