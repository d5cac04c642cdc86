package org.attune.insight.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.grid.ColumnTextAlign;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.data.renderer.LitRenderer;
import com.vaadin.flow.data.renderer.Renderer;
import com.vaadin.flow.function.ValueProvider;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import org.attune.history.DecisionLine;
import org.attune.insight.internal.ActionSheets;
import org.attune.insight.internal.DecisionLines;
import org.attune.insight.internal.Names;
import org.attune.insight.internal.Selection;
import org.attune.kernel.CustomerId;
import org.attune.ui.Card;
import org.attune.ui.EmptyState;
import org.attune.ui.Formats;
import org.attune.ui.Icons;
import org.attune.ui.MainLayout;
import org.attune.ui.Page;
import org.attune.ui.PageLink;
import org.attune.ui.Texts;
import org.jspecify.annotations.Nullable;

/** The decisions behind a number. */
@Route(value = InsightNavigation.DECISIONS, layout = MainLayout.class)
@RolesAllowed({"SUPERVISOR", "ADMIN"})
class DecisionsView extends Page implements BeforeEnterObserver {
    private static final long serialVersionUID = 1L;
    private static final String EVERYTHING = "shown";

    private final transient DecisionLines lines;
    private final transient ActionSheets sheets;
    private final transient Words words;
    private final transient Formats formats;
    private final FilterBar filters;
    private final Div chips = new Div();
    private final Span count = new Span();
    private final Grid<DecisionLine> grid = new Grid<>();
    private transient Names names;
    private transient Selection selection = new Selection(null, null, null);
    private @Nullable String action;
    private String column = EVERYTHING;

    DecisionsView(DecisionLines lines, ActionSheets sheets, Words words, Formats formats) {
        super(Texts.of("insight.decisions.title"));
        this.lines = lines;
        this.sheets = sheets;
        this.words = words;
        this.formats = formats;
        names = words.names();
        filters = new FilterBar(words, chosen -> go(chosen, action, column));
        headerStart().add(filters);
        chips.addClassNames("row", "wrap");
        columns();
        grid.getElement().setProperty("accessibleName", Texts.of("insight.decisions.title"));
        grid.getElement().setAttribute("aria-label", Texts.of("insight.decisions.title"));
        grid.addClassName("decisions-grid");
        grid.setSelectionMode(Grid.SelectionMode.NONE);
        grid.setPageSize(100);
        grid.addItemClickListener(event -> getUI().ifPresent(ui ->
                ui.navigate(InsightNavigation.decision(event.getItem().decision()))));
        grid.setEmptyStateComponent(
                new EmptyState(Icons.DECISIONS, Texts.of("insight.empty"), Texts.of("insight.decisions.empty.hint")));
        content().addClassName("insight-decisions");
        content().add(chips, new Card(grid).flush().fill());
        footerStart().add(count);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        QueryParameters query = event.getLocation().getQueryParameters();
        selection = Selection.read(query::getSingleParameter, sheets.today());
        action =
                query.getSingleParameter("action").filter(key -> !key.isBlank()).orElse(null);
        column = Words.column(query.getSingleParameter("column").orElse(null));
        filters.show(selection, sheets.today());
        showChips();
        int size = lines.count(selection, action, column);
        count.setText(Texts.of("insight.decisions.count", formats.count(size)));
        grid.setItems(
                page -> lines.page(selection, action, column, page.getOffset(), page.getLimit()).stream(),
                page -> lines.count(selection, action, column));
    }

    private void showChips() {
        chips.removeAll();
        Span lead = new Span(Texts.of("insight.decisions.lead"));
        lead.addClassName("muted");
        chips.add(lead);
        String chosen = action;
        chips.add(
                chosen == null
                        ? still(Texts.of("insight.decisions.all"))
                        : chip(names.action(chosen), () -> go(selection, null, column)));
        chips.add(
                column.equals(EVERYTHING)
                        ? still(Words.columnLabel(column))
                        : chip(Words.columnLabel(column), () -> go(selection, action, EVERYTHING)));
        if (selection.from() != null || selection.to() != null) {
            chips.add(chip(
                    words.days(selection), () -> go(new Selection(null, null, selection.channel()), action, column)));
        }
        if (selection.channel() != null) {
            chips.add(chip(words.channel(selection.channel()), () -> go(selection.with(null), action, column)));
        }
    }

    private static Component still(String text) {
        Span chip = new Span(text);
        chip.addClassName("chip");
        return chip;
    }

    private static Component chip(String text, Runnable remove) {
        NativeButton chip = new NativeButton("", click -> remove.run());
        chip.addClassName("chip");
        chip.getElement().setAttribute("type", "button");
        chip.add(new Span(text), Icons.CLOSE.create());
        String label = Texts.of("insight.filter.remove", text);
        chip.setAriaLabel(label);
        chip.setTitle(label);
        return chip;
    }

    private void go(Selection next, @Nullable String nextAction, String nextColumn) {
        getUI().ifPresent(ui -> InsightNavigation.toDecisions(ui, next, nextAction, nextColumn));
    }

    private void columns() {
        add(
                "at",
                "150px",
                0,
                LitRenderer.<DecisionLine>of("<a href=\"${item.href}\">${item.text}</a>")
                        .withProperty("href", line -> PageLink.to(InsightNavigation.decision(line.decision())))
                        .withProperty("text", line -> formats.dateTime(line.at())));
        text("customer", "110px", line -> shortId(line.customer()));
        text("channel", "100px", line -> words.channel(line.channel()));
        text("reason", "160px", line -> words.reasonOfCall(line.reason()));
        add(
                "action",
                "200px",
                1,
                LitRenderer.<DecisionLine>of(
                                "<span class=\"action-name\"><span class=\"dot issue-${item.issue}\"></span>"
                                        + "<span class=\"clip\">${item.text}</span></span>")
                        .withProperty("issue", line -> names.issueOf().getOrDefault(line.action(), ""))
                        .withProperty("text", line -> names.action(line.action())));
        number("rank", "60px", line -> line.rank() == 0 ? "–" : formats.count(line.rank()));
        number("propensity", "90px", line -> line.rank() == 0 ? "–" : formats.percent(line.propensity()));
        add(
                "outcome",
                "130px",
                0,
                LitRenderer.<DecisionLine>of("<span class=\"badge badge-${item.kind}\">${item.text}</span>")
                        .withProperty(
                                "kind",
                                line -> Words.outcomeKind(line.state()).name().toLowerCase(java.util.Locale.ROOT))
                        .withProperty("text", line -> words.outcome(line.state())));
        text("arm", "90px", line -> words.arm(line.arm()));
        number("revision", "80px", line -> line.revision() == 0 ? "–" : formats.count(line.revision()));
    }

    private void text(String key, String width, ValueProvider<DecisionLine, String> text) {
        grid.addColumn(text)
                .setHeader(Texts.of("insight.column." + key))
                .setWidth(width)
                .setFlexGrow(0);
    }

    private void number(String key, String width, ValueProvider<DecisionLine, String> text) {
        grid.addColumn(text)
                .setHeader(Texts.of("insight.column." + key))
                .setTextAlign(ColumnTextAlign.END)
                .setWidth(width)
                .setFlexGrow(0);
    }

    private void add(String key, String width, int grow, Renderer<DecisionLine> renderer) {
        grid.addColumn(renderer)
                .setHeader(Texts.of("insight.column." + key))
                .setWidth(width)
                .setFlexGrow(grow);
    }

    /** Enough of the opaque id to tell customers apart in a list; names do not belong here. */
    static String shortId(CustomerId customer) {
        String id = customer.toString();
        return "…" + id.substring(id.length() - 8);
    }
}
