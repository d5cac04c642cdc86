package org.attune.insight.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableBody;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeader;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.attune.history.CareFigures;
import org.attune.history.engine.Rates;
import org.attune.insight.internal.ActionSheets;
import org.attune.insight.internal.Names;
import org.attune.insight.internal.ProtectionSheet;
import org.attune.insight.internal.ProtectionSheets;
import org.attune.insight.internal.Selection;
import org.attune.ui.Badge;
import org.attune.ui.Card;
import org.attune.ui.EmptyState;
import org.attune.ui.Formats;
import org.attune.ui.Icons;
import org.attune.ui.MainLayout;
import org.attune.ui.Page;
import org.attune.ui.SectionTitle;
import org.attune.ui.StatTile;
import org.attune.ui.Texts;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** What the shield held back, and whether protected customers are helped as well as others. */
@Route(value = InsightNavigation.PROTECTION, layout = MainLayout.class)
@RolesAllowed({"SUPERVISOR", "ADMIN"})
class ProtectionView extends Page implements BeforeEnterObserver {
    private static final long serialVersionUID = 1L;

    private final transient ProtectionSheets sheets;
    private final transient ActionSheets actions;
    private final transient LiveReaders readers;
    private final transient Words words;
    private final transient Formats formats;
    private final FilterBar filters;
    private final StatTile guarded = tile("guarded");
    private final StatTile blocks = tile("blocks");
    private final StatTile sold = tile("sold");
    private final StatTile helped = tile("helped");
    private final StatTile accepted = tile("accepted");
    private final ProtectionChart chart;
    private final Div tables = new Div();
    private final Div empty = new Div();
    private final Card days;
    private final Span looked = new Span();
    private transient @Nullable LiveReader<ProtectionSheet> reader;
    // Read by the thread that reads for this page.
    private transient volatile Selection selection = new Selection(null, null, null);

    ProtectionView(
            ProtectionSheets sheets,
            ActionSheets actions,
            LiveReaders readers,
            Words words,
            Formats formats,
            JsonMapper json) {
        super(Texts.of("insight.protection.title"));
        this.sheets = sheets;
        this.actions = actions;
        this.readers = readers;
        this.words = words;
        this.formats = formats;
        filters = new FilterBar(words, chosen -> getUI().ifPresent(ui -> InsightNavigation.toProtection(ui, chosen)));
        headerStart().add(filters);
        Div tiles = new Div(guarded, blocks, sold, helped, accepted);
        tiles.addClassNames("tiles", "figure-tiles");
        chart = new ProtectionChart(formats, json);
        empty.add(new EmptyState(
                Icons.SHIELD, Texts.of("insight.protection.empty"), Texts.of("insight.protection.empty.hint")));
        days = new Card(new SectionTitle(Texts.of("insight.protection.days")), chart, empty).fill();
        days.addClassName("chart-card");
        tables.addClassNames("scroll", "protection-tables");
        tables.getElement().setAttribute("tabindex", "0");
        tables.getElement().setAttribute("role", "group");
        tables.getElement().setAttribute("aria-label", Texts.of("insight.protection.held"));
        Card held = new Card(new SectionTitle(Texts.of("insight.protection.held")), tables).fill();
        content().addClassNames("insight-actions", "insight-protection");
        content().add(tiles, days, held);
        footerStart().add(looked);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        selection = Selection.read(event.getLocation().getQueryParameters()::getSingleParameter, actions.today());
        filters.show(selection, actions.today());
        show(sheets.glance(selection));
    }

    @Override
    protected void onAttach(AttachEvent event) {
        LiveReader<ProtectionSheet> started =
                readers.start(event.getUI(), () -> sheets.read(selection), this::update, () -> {});
        reader = started;
        started.news();
    }

    @Override
    protected void onDetach(DetachEvent event) {
        LiveReader<ProtectionSheet> running = reader;
        if (running != null) {
            running.stop();
        }
    }

    private void update(ProtectionSheet sheet) {
        if (sheet.selection().equals(selection)) {
            show(sheet);
        }
    }

    private void show(ProtectionSheet sheet) {
        double share = sheet.decisions() == 0 ? Double.NaN : (double) sheet.guarded() / sheet.decisions();
        guarded.setFigure(
                formats.count(sheet.guarded()),
                new Span(Texts.of("insight.protection.guarded.note", formats.percent(share, 0))));
        blocks.setFigure(
                formats.count(sheet.blocks()),
                new Span(Texts.of("insight.protection.blocks.note", formats.count(sheet.looked()))));
        long sales = sheet.care().sold();
        sold.setFigure(
                formats.count(sales),
                sales == 0
                        ? new Badge(Icons.SHIELD, Texts.of("insight.protection.sold.none"), Badge.Kind.GOOD)
                        : new Badge(Icons.WARNING, Texts.of("insight.protection.sold.some"), Badge.Kind.BAD));
        CareFigures.Side one = sheet.care().protectedOnes();
        CareFigures.Side other = sheet.care().others();
        gap(
                helped,
                sheet.helped(),
                sheet.helpedRatio(),
                one.helped(),
                one.decisions(),
                other.helped(),
                other.decisions());
        gap(
                accepted,
                sheet.accepted(),
                sheet.acceptedRatio(),
                one.accepted(),
                one.presented(),
                other.accepted(),
                other.presented());
        boolean any = sheet.blocks() > 0;
        chart.setVisible(any);
        empty.setVisible(!any);
        if (any) {
            chart.show(sheet);
        }
        Names names = words.names();
        tables.removeAll();
        table("rule", sheet.rules(), Words::shieldRule);
        table("state", sheet.states(), words::state);
        table("issue", sheet.issues(), names::issue);
        looked.setText(
                sheet.looked() < sheet.decisions()
                        ? Texts.of("insight.protection.looked", formats.count(sheet.looked()))
                        : Texts.of("insight.protection.looked.all"));
    }

    /** {@code +4 pts}, with the ratio, both counts and the interval; a gap only where the interval leaves out zero. */
    private void gap(
            StatTile tile,
            Rates.@Nullable Gap gap,
            Rates.@Nullable Ratio ratio,
            long yes,
            long of,
            long otherYes,
            long otherOf) {
        if (gap == null) {
            tile.setFigure("–", new Span(Texts.of("insight.protection.gap.none")));
            return;
        }
        Rates.Interval interval = gap.interval();
        String verdict = interval.high() < 0 ? "worse" : interval.low() > 0 ? "better" : "same";
        String counts = Texts.of(
                "insight.protection.gap.counts",
                formats.count(yes),
                formats.count(of),
                formats.count(otherYes),
                formats.count(otherOf));
        String between = Texts.of("insight.protection.gap.interval", points(interval.low()), points(interval.high()));
        String times = ratio == null
                ? ""
                : " · " + Texts.of("insight.protection.gap.times", formats.decimal(ratio.value(), 2));
        tile.setFigure(
                Texts.of("insight.tile.points", points(gap.value())),
                new Badge(
                        Texts.of("insight.protection.gap." + verdict),
                        switch (verdict) {
                            case "worse" -> Badge.Kind.BAD;
                            case "better" -> Badge.Kind.GOOD;
                            default -> Badge.Kind.NEUTRAL;
                        }),
                new Span(between + times),
                new Span(counts));
    }

    private String points(double share) {
        return (share > 0 ? "+" : "") + formats.decimal(100 * share, 1).replace('-', '−');
    }

    private void table(String key, Map<String, Long> counts, UnaryOperator<String> label) {
        if (counts.isEmpty()) {
            return;
        }
        NativeTableBody body = new NativeTableBody();
        for (Map.Entry<String, Long> each : ProtectionSheet.bySize(counts)) {
            body.add(new NativeTableRow(
                    new NativeTableCell(label.apply(each.getKey())), number(formats.count(each.getValue()))));
        }
        NativeTable table = new NativeTable(
                new NativeTableHeader(new NativeTableRow(
                        header(Texts.of("insight.protection.by." + key), false),
                        header(Texts.of("insight.protection.count"), true))),
                body);
        table.addClassName("table");
        tables.add(table);
    }

    private static NativeTableHeaderCell header(String text, boolean number) {
        NativeTableHeaderCell header = new NativeTableHeaderCell(text);
        if (number) {
            header.addClassName("number");
        }
        header.getElement().setAttribute("scope", "col");
        return header;
    }

    private static Component number(String text) {
        NativeTableCell cell = new NativeTableCell(text);
        cell.addClassName("number");
        return cell;
    }

    private static StatTile tile(String key) {
        StatTile tile = new StatTile(Texts.of("insight.protection." + key), "–", "");
        tile.setTitle(Texts.of("insight.protection." + key + ".hint"));
        return tile;
    }
}
