package org.attune.insight.ui;

import com.vaadin.flow.component.grid.ColumnTextAlign;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridSortOrder;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.shared.SelectionPreservationMode;
import com.vaadin.flow.data.renderer.LitRenderer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.attune.history.engine.Lift;
import org.attune.history.engine.Rates;
import org.attune.insight.internal.ActionRow;
import org.attune.insight.internal.ActionRow.Count;
import org.attune.insight.internal.ModelRow;
import org.attune.insight.internal.Selection;
import org.attune.learning.ModelFigures;
import org.attune.ui.Formats;
import org.attune.ui.PageLink;
import org.attune.ui.Texts;
import org.jspecify.annotations.Nullable;

/**
 * The table of actions; every number leads to what is behind it. Newer figures go into the rows that changed: place, order,
 * selection and focus stay.
 */
class ActionsGrid extends Grid<ActionLine> {
    private static final long serialVersionUID = 1L;

    private static final String COUNT = """
            ${item.text === '0' ? html`<span class="figure none">0</span>`
              : html`<a class="figure ${item.fresh}" href="${item.href}" aria-label="${item.name}">${item.text}</a>`}""";
    private static final String NAME = """
            <span class="action-name"><span class="clip" title="${item.title}">${item.title}</span>\
            <span class="badge issue-badge issue-${item.issue}" title="${item.label}">${item.label}</span></span>""";
    private static final String RATE = """
            ${item.text === '' ? html`<span class="figure none">–</span>` : html`<span class="rate">\
            <a class="figure" href="${item.href}" aria-label="${item.name}">${item.text}</a>\
            <span class="interval-bar" role="img" aria-label="${item.words}" title="${item.words}">\
            <span class="interval-range" style="inset-inline-start:${item.low}%;width:${item.width}%"></span>\
            <span class="interval-point" style="inset-inline-start:${item.mid}%"></span></span></span>`}""";
    private static final String LINK = """
            ${item.text === '–' ? html`<span class="figure none" title="${item.words}">–</span>`
              : html`<a class="figure ${item.style}" href="${item.href}" title="${item.words}" aria-label="${item.name}">\
            ${item.text}</a>`}""";
    private static final String MODEL = """
            ${item.text === '–' ? html`<span class="figure none">–</span>`
              : html`<a class="figure" href="${item.href}" aria-label="${item.name}">${item.text}\
            <span class="maturity ${item.age}">${item.ageWord}</span></a>`}""";

    private final transient Formats formats;
    private final transient Words words;
    private final List<ActionLine> lines = new ArrayList<>();
    private Selection selection = new Selection(null, null, null);

    ActionsGrid(Formats formats, Words words) {
        this.formats = formats;
        this.words = words;
        getElement().setProperty("accessibleName", Texts.of("insight.actions.grid"));
        getElement().setAttribute("aria-label", Texts.of("insight.actions.grid"));
        addClassName("actions-grid");
        setSelectionMode(SelectionMode.SINGLE);
        setSelectionPreservationMode(SelectionPreservationMode.PRESERVE_EXISTING);
        setDataProvider(new KeyedRows<>(lines, ActionLine::key));
        addSortListener(event -> lines.replaceAll(ActionLine::placedAnew));
        addNameColumn();
        Grid.Column<ActionLine> shown = addCountColumn(Count.SHOWN);
        for (Count column : EnumSet.range(Count.PRESENTED, Count.NOT_OFFERED)) {
            addCountColumn(column);
        }
        addRateColumn();
        addLiftColumn();
        addAucColumn();
        addPositivesColumn();
        sort(GridSortOrder.desc(shown).build());
    }

    /** Shows other figures from the start. */
    void show(List<ActionRow> rows, Selection shown) {
        selection = shown;
        ActionLine selected = asSingleSelect().getValue();
        lines.clear();
        rows.forEach(row -> lines.add(ActionLine.of(row)));
        getDataProvider().refreshAll();
        if (selected != null && lines.stream().noneMatch(each -> each.key().equals(selected.key()))) {
            deselectAll();
        }
    }

    /** Brings newer figures of the same selection in. Rows move only while nobody points at the table or works in it. */
    void update(List<ActionRow> rows) {
        Map<String, ActionRow> newer = new HashMap<>();
        rows.forEach(row -> newer.put(row.key(), row));
        boolean gone = lines.removeIf(line -> !newer.containsKey(line.key()));
        List<ActionLine> changed = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            ActionLine line = lines.get(i);
            ActionRow row = newer.remove(line.key());
            if (row != null && (!row.equals(line.row()) || !line.fresh().isEmpty())) {
                lines.set(i, line.next(row));
                changed.add(lines.get(i));
            }
        }
        newer.values().forEach(row -> lines.add(ActionLine.of(row)));
        if (gone || !newer.isEmpty()) {
            getDataProvider().refreshAll();
        } else {
            changed.forEach(getDataProvider()::refreshItem);
        }
        if (!order(lines)
                .equals(order(lines.stream().map(ActionLine::placedAnew).toList()))) {
            getElement()
                    .executeJs("return this.matches(':hover') || this.contains(document.activeElement)")
                    .then(Boolean.class, busy -> {
                        if (!Boolean.TRUE.equals(busy)) {
                            lines.replaceAll(ActionLine::placedAnew);
                            getDataProvider().refreshAll();
                        }
                    });
        }
    }

    /** Marks the row of an action and brings it into sight. */
    void mark(String action) {
        lines.stream().filter(each -> each.key().equals(action)).findFirst().ifPresent(line -> {
            select(line);
            scrollToItem(line);
        });
    }

    private List<String> order(List<ActionLine> some) {
        Comparator<ActionLine> comparator = createSortingComparator();
        return some.stream()
                .sorted(comparator == null ? (a, b) -> 0 : comparator)
                .map(ActionLine::key)
                .toList();
    }

    private void addNameColumn() {
        addColumn(LitRenderer.<ActionLine>of(NAME)
                        .withProperty("title", line -> line.row().title())
                        .withProperty("issue", line -> line.row().issue())
                        .withProperty("label", line -> line.row().issueLabel()))
                .setHeader(Texts.of("insight.column.action"))
                .setComparator(Comparator.comparing(line -> line.placed().title(), String.CASE_INSENSITIVE_ORDER))
                .setFlexGrow(1)
                .setWidth("170px");
    }

    private Grid.Column<ActionLine> addCountColumn(Count column) {
        String label = Words.columnLabel(column.key());
        return number(
                LitRenderer.<ActionLine>of(COUNT)
                        .withProperty("text", line -> formats.count(line.row().count(column)))
                        .withProperty(
                                "name",
                                line -> name(
                                        line, label, formats.count(line.row().count(column))))
                        .withProperty("href", line -> behind(line, column.key()))
                        .withProperty("fresh", line -> line.fresh(column)),
                label,
                Texts.of("insight.hint." + column.key()),
                "0",
                Comparator.comparingLong(line -> line.placed().count(column)));
    }

    private void addRateColumn() {
        String label = Texts.of("insight.column.rate");
        number(
                LitRenderer.<ActionLine>of(RATE)
                        .withProperty("text", line -> percent(line.row().acceptance()))
                        .withProperty(
                                "name",
                                line -> name(line, label, percent(line.row().acceptance())))
                        .withProperty("words", line -> interval(line, words::interval))
                        .withProperty("href", line -> behind(line, Count.ACCEPTED.key()))
                        .withProperty("low", line -> interval(line, i -> hundredth(i.low())))
                        .withProperty("width", line -> interval(line, i -> hundredth(i.high() - i.low())))
                        .withProperty("mid", line -> {
                            Double rate = line.row().acceptance();
                            return rate == null ? "0" : hundredth(rate);
                        }),
                label,
                Texts.of("insight.hint.rate"),
                "122px",
                nullsLow(line -> line.placed().acceptance()));
    }

    private void addLiftColumn() {
        String label = Texts.of("insight.column.lift");
        number(
                LitRenderer.<ActionLine>of(LINK)
                        .withProperty("text", line -> lift(line.row().lift()))
                        .withProperty(
                                "name",
                                line -> name(line, label, lift(line.row().lift())))
                        .withProperty("words", line -> {
                            Lift lift = line.row().lift();
                            return lift == null ? Texts.of("insight.lift.none") : words.lift(lift);
                        })
                        .withProperty("style", line -> {
                            Lift lift = line.row().lift();
                            return lift == null || !lift.significant() ? "quiet" : "";
                        })
                        .withProperty("href", line -> behind(line, "controlPresented")),
                label,
                Texts.of("insight.hint.lift"),
                "0",
                nullsLow(line -> {
                    Lift lift = line.placed().lift();
                    return lift == null ? null : lift.value();
                }));
    }

    private void addAucColumn() {
        String label = Texts.of("insight.column.auc");
        number(
                LitRenderer.<ActionLine>of(LINK)
                        .withProperty("text", line -> auc(line.row()))
                        .withProperty("name", line -> name(line, label, auc(line.row())))
                        .withProperty(
                                "words",
                                line -> line.row().model() == null
                                        ? Texts.of("insight.auc.none")
                                        : Texts.of("insight.hint.auc"))
                        .withProperty("style", line -> {
                            ModelFigures model = line.row().model();
                            return model == null || !ModelRow.telling(model) ? "quiet" : "";
                        })
                        .withProperty("href", line -> PageLink.to(InsightNavigation.model(line.key()))),
                label,
                Texts.of("insight.hint.auc"),
                "46px",
                nullsLow(line -> line.placed().auc()));
    }

    private void addPositivesColumn() {
        String label = Texts.of("insight.column.positives");
        number(
                LitRenderer.<ActionLine>of(MODEL)
                        .withProperty("text", line -> positives(line.row().model()))
                        .withProperty(
                                "name",
                                line -> name(line, label, positives(line.row().model())))
                        .withProperty("age", line -> mature(line) ? "mature" : "young")
                        .withProperty("ageWord", line -> Texts.of(mature(line) ? "insight.mature" : "insight.young"))
                        .withProperty("href", line -> PageLink.to(InsightNavigation.model(line.key()))),
                label,
                Texts.of("insight.hint.positives", formats.count(ModelFigures.MATURE)),
                "84px",
                nullsLow(line -> {
                    ModelFigures model = line.placed().model();
                    return model == null ? null : (double) model.positives();
                }));
    }

    private Grid.Column<ActionLine> number(
            LitRenderer<ActionLine> renderer,
            String label,
            String hint,
            String width,
            Comparator<ActionLine> comparator) {
        int longest =
                Arrays.stream(label.split(" ")).mapToInt(String::length).max().orElse(0);
        Span header = new Span(label);
        header.setTitle(hint);
        return addColumn(renderer)
                .setHeader(header)
                .setTextAlign(ColumnTextAlign.END)
                .setComparator(comparator)
                .setFlexGrow(0)
                .setWidth(width.equals("0") ? Math.max(56, 13 + Math.round(6.7 * longest)) + "px" : width);
    }

    private String behind(ActionLine line, String column) {
        return PageLink.to(InsightNavigation.decisions(selection, line.key()) + "&column=" + column);
    }

    private static String name(ActionLine line, String label, String figure) {
        return figure + " " + label + ", " + line.row().title();
    }

    private String percent(@Nullable Double share) {
        return share == null ? "" : formats.percent(share);
    }

    private String lift(@Nullable Lift lift) {
        if (lift == null) {
            return "–";
        }
        return lift.significant() ? formats.signedPercent(lift.value(), 0) : Texts.of("insight.notsignificant");
    }

    private String auc(ActionRow row) {
        Double auc = row.auc();
        return auc == null ? "–" : formats.decimal(auc, 2);
    }

    private String positives(@Nullable ModelFigures model) {
        return model == null ? "–" : formats.count(model.positives());
    }

    private static boolean mature(ActionLine line) {
        ModelFigures model = line.row().model();
        return model != null && model.mature();
    }

    private static String interval(ActionLine line, Function<Rates.Interval, String> words) {
        Rates.Interval interval = line.row().interval();
        return interval == null ? "0" : words.apply(interval);
    }

    private static String hundredth(double share) {
        return String.format(java.util.Locale.ROOT, "%.2f", 100 * share);
    }

    private static Comparator<ActionLine> nullsLow(Function<ActionLine, @Nullable Double> value) {
        return Comparator.comparing(value, Comparator.nullsFirst(Comparator.naturalOrder()));
    }
}
