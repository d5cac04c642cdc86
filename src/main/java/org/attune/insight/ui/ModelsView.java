package org.attune.insight.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.grid.ColumnTextAlign;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridSortOrder;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.data.renderer.LitRenderer;
import com.vaadin.flow.function.ValueProvider;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.shared.Registration;
import jakarta.annotation.security.RolesAllowed;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import org.attune.access.CurrentUser;
import org.attune.catalog.Vocabulary;
import org.attune.customer.Attributes;
import org.attune.history.OutcomeRecorded;
import org.attune.insight.internal.ModelRow;
import org.attune.insight.internal.ModelSheet;
import org.attune.insight.internal.Names;
import org.attune.learning.Contest;
import org.attune.learning.Engines;
import org.attune.learning.ModelFigures;
import org.attune.learning.Models;
import org.attune.learning.PredictorReports;
import org.attune.ui.Card;
import org.attune.ui.Chip;
import org.attune.ui.EmptyState;
import org.attune.ui.Formats;
import org.attune.ui.Icons;
import org.attune.ui.MainLayout;
import org.attune.ui.News;
import org.attune.ui.Page;
import org.attune.ui.Segmented;
import org.attune.ui.Texts;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** How well the models know, measured on answers they had not yet learned. */
@Route(value = InsightNavigation.MODELS, layout = MainLayout.class)
@RolesAllowed({"SUPERVISOR", "ADMIN"})
class ModelsView extends Page implements BeforeEnterObserver {
    private static final long serialVersionUID = 1L;

    private static final String NAME = """
            <span class="action-name"><span class="clip" title="${item.title}">${item.title}</span>\
            ${item.drift === '' ? '' : html`<span class="badge badge-bad">${item.drift}</span>`}\
            ${item.label === '' ? '' : html`<span class="badge issue-badge issue-${item.issue}" title="${item.label}">${item.label}</span>`}</span>""";
    private static final String MEASURE = """
            <span class="measure" title="${item.word}"><span class="figure">${item.text}</span>\
            <span class="measure-bar ${item.style}" aria-hidden="true"><span style="width:${item.width}%"></span></span>\
            <span class="measure-word">${item.word}</span></span>""";

    private final transient Models models;
    private final transient News news;
    private final transient LiveReaders readers;
    private final transient Formats formats;
    private final transient Words words;
    /** What the page shows beside the chosen model. */
    private enum Part {
        TABLE,
        PICTURE,
        ENGINES
    }

    private final transient Engines engines;
    private final ModelDetail detail;
    private final BubbleChart bubbles;
    private final EnginePane enginePane;
    private final Card picture = new Card().fill();
    private final Span unplaced = new Span();
    private final Segmented<Part> part = new Segmented<>(Texts.of("insight.models.part"), this::turn);
    private final Chip engine = new Chip("");
    private final Grid<ModelRow> grid = new Grid<>();
    private final Card table = new Card(grid).flush().fill();
    private final List<ModelRow> rows = new ArrayList<>();
    private final Chip position = new Chip("");
    private final Chip mature = new Chip("");
    private final Span silent = new Span();
    private final List<Registration> subscriptions = new ArrayList<>();
    private transient @Nullable LiveReader<Shown> reader;

    /** What is read together. */
    private record Shown(ModelSheet sheet, Contest contest) {}

    private transient Names names;

    ModelsView(
            Models models,
            Engines engines,
            PredictorReports reports,
            Attributes attributes,
            Vocabulary vocabulary,
            CurrentUser user,
            News news,
            LiveReaders readers,
            Words words,
            Formats formats,
            JsonMapper json) {
        super(Texts.of("insight.models.title"));
        this.models = models;
        this.engines = engines;
        detail = new ModelDetail(reports, attributes, vocabulary, formats, json);
        bubbles = new BubbleChart(formats, json);
        enginePane = new EnginePane(engines, user, formats);
        this.news = news;
        this.readers = readers;
        this.words = words;
        this.formats = formats;
        names = words.names();
        headerStart().add(position, mature, engine);
        part.option(Part.TABLE, Texts.of("insight.models.part.table"))
                .option(Part.PICTURE, Texts.of("insight.models.part.picture"))
                .option(Part.ENGINES, Texts.of("insight.models.part.engines"));
        part.setValue(Part.TABLE);
        headerEnd().add(part, Chip.live(Texts.of("insight.live")));
        grid.getElement().setProperty("accessibleName", Texts.of("insight.models.title"));
        grid.getElement().setAttribute("aria-label", Texts.of("insight.models.title"));
        grid.addClassName("models-grid");
        grid.setDataProvider(new KeyedRows<>(rows, ModelRow::key));
        grid.setEmptyStateComponent(
                new EmptyState(Icons.MODELS, Texts.of("insight.models.empty"), Texts.of("insight.models.empty.hint")));
        columns();
        grid.asSingleSelect().addValueChangeListener(event -> choose(event.getValue()));
        bubbles.onPoint(key ->
                rows.stream().filter(row -> row.key().equals(key)).findFirst().ifPresent(grid::select));
        picture.addClassNames("chart-card", "stack", "tight");
        unplaced.addClassName("muted");
        picture.add(new H2(Texts.of("insight.bubbles.title")), caption(), bubbles, unplaced);
        content().add(table, picture, detail, enginePane);
        content().addClassNames("cols", "insight-models");
        turn(Part.TABLE);
        footerStart().add(new Span(Texts.of("insight.models.footer")));
        footerEnd().add(silent);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        show(read());
        event.getLocation()
                .getQueryParameters()
                .getSingleParameter("action")
                .flatMap(key ->
                        rows.stream().filter(row -> row.key().equals(key)).findFirst())
                .or(() -> rows.stream().findFirst())
                .ifPresent(row -> {
                    grid.select(row);
                    grid.scrollToItem(row);
                });
    }

    @Override
    protected void onAttach(AttachEvent event) {
        LiveReader<Shown> started = readers.start(event.getUI(), this::read, this::show, () -> {});
        reader = started;
        subscriptions.add(news.listen(OutcomeRecorded.class, outcome -> started.news()));
    }

    @Override
    protected void onDetach(DetachEvent event) {
        subscriptions.forEach(Registration::remove);
        subscriptions.clear();
        LiveReader<Shown> running = reader;
        if (running != null) {
            running.stop();
        }
    }

    private Shown read() {
        return new Shown(ModelSheet.of(models, names), engines.contest());
    }

    private void turn(Part wanted) {
        table.setVisible(wanted == Part.TABLE);
        picture.setVisible(wanted == Part.PICTURE);
        detail.setVisible(wanted != Part.ENGINES);
        enginePane.setVisible(wanted == Part.ENGINES);
        content().setClassName("all", wanted == Part.ENGINES);
    }

    private void choose(@Nullable ModelRow row) {
        detail.show(row);
        bubbles.mark(row == null ? null : row.key());
    }

    private static Span caption() {
        Span caption = new Span(Texts.of("insight.models.bubbles.sub"));
        caption.addClassName("muted");
        return caption;
    }

    private void show(Shown now) {
        ModelSheet sheet = now.sheet();
        if (!rows.equals(sheet.rows())) {
            rows.clear();
            rows.addAll(sheet.rows());
            grid.getDataProvider().refreshAll();
            int few = bubbles.showModels(rows);
            unplaced.setText(few == 0 ? "" : Texts.of("insight.bubbles.unplaced", formats.count(few)));
            grid.asSingleSelect()
                    .getOptionalValue()
                    .ifPresent(chosen -> rows.stream()
                            .filter(row -> row.key().equals(chosen.key()))
                            .findFirst()
                            .ifPresent(detail::show));
        }
        enginePane.show(now.contest());
        engine.setText(Texts.of(
                "insight.models.engine",
                EnginePane.name(now.contest().champion().engine())));
        position.setText(Texts.of("insight.models.position", formats.count(sheet.position())));
        mature.setText(Texts.of(
                "insight.models.mature",
                formats.count(sheet.mature()),
                formats.count(sheet.rows().size())));
        silent.setText(sheet.silent() == 0 ? "" : Texts.of("insight.models.silent", formats.count(sheet.silent())));
    }

    private void columns() {
        grid.addColumn(LitRenderer.<ModelRow>of(NAME)
                        .withProperty("title", ModelRow::title)
                        .withProperty(
                                "drift", row -> row.health().drifting() ? Texts.of("insight.models.drifting") : "")
                        .withProperty("issue", ModelRow::issue)
                        .withProperty("label", ModelRow::issueLabel))
                .setHeader(Texts.of("insight.column.action"))
                .setComparator(Comparator.comparing(ModelRow::title, String.CASE_INSENSITIVE_ORDER))
                .setWidth("170px")
                .setFlexGrow(1);
        Grid.Column<ModelRow> responses = grid.addColumn(
                        row -> formats.count(row.figures().responses()))
                .setHeader(header("responses"))
                .setTextAlign(ColumnTextAlign.END)
                .setComparator(Comparator.comparingLong(row -> row.figures().responses()))
                .setWidth("78px")
                .setFlexGrow(0);
        measure(
                "positives",
                "132px",
                row -> formats.count(row.figures().positives()),
                row -> (double) row.figures().positives() / ModelFigures.MATURE,
                row -> row.figures().mature() ? "good" : "",
                row -> Texts.of(row.figures().mature() ? "insight.mature" : "insight.young"),
                row -> row.figures().positives());
        measure(
                "auc",
                "140px",
                row -> number(row.figures().auc(), 3),
                row -> 2 * (row.figures().auc() - 0.5),
                row -> !ModelRow.telling(row.figures())
                        ? "quiet"
                        : row.figures().auc() < 0.5 ? "bad" : "",
                row -> ModelRow.telling(row.figures())
                        ? aucWord(row.figures().auc())
                        : Texts.of("insight.models.early"),
                row -> row.figures().auc());
        plain("gain", row -> formats.signedPercent(row.gain(), 1), ModelRow::gain);
        plain(
                "tenth",
                row -> formats.decimal(row.health().lift(), 1),
                row -> row.health().lift());
        plain(
                "calibration",
                row -> formats.percent(row.figures().calibrationError()),
                row -> row.figures().calibrationError());
        grid.sort(GridSortOrder.desc(responses).build());
    }

    private void plain(String key, ValueProvider<ModelRow, String> text, ToDoubleFunction<ModelRow> value) {
        grid.addColumn(text)
                .setHeader(header(key))
                .setTextAlign(ColumnTextAlign.END)
                .setComparator(Comparator.comparingDouble(value))
                .setWidth("94px")
                .setFlexGrow(0);
    }

    private void measure(
            String key,
            String width,
            ValueProvider<ModelRow, String> text,
            ToDoubleFunction<ModelRow> share,
            ValueProvider<ModelRow, String> style,
            ValueProvider<ModelRow, String> word,
            ToDoubleFunction<ModelRow> value) {
        grid.addColumn(LitRenderer.<ModelRow>of(MEASURE)
                        .withProperty("text", text)
                        .withProperty("style", style)
                        .withProperty("word", word)
                        .withProperty("width", row -> width(share.applyAsDouble(row))))
                .setHeader(header(key))
                .setComparator(Comparator.comparingDouble(value))
                .setWidth(width)
                .setFlexGrow(0);
    }

    private static Span header(String key) {
        Span header = new Span(Texts.of("insight.column." + key));
        header.setTitle(Texts.of("insight.hint." + key, ModelFigures.MATURE));
        return header;
    }

    private String number(double value, int decimals) {
        return Double.isNaN(value) ? "–" : formats.decimal(value, decimals);
    }

    private static String aucWord(double auc) {
        if (Double.isNaN(auc)) {
            return "";
        }
        if (auc < 0.5) {
            return Texts.of("insight.auc.worse");
        }
        return Texts.of(auc < 0.6 ? "insight.auc.hardly" : auc < 0.7 ? "insight.auc.fair" : "insight.auc.good");
    }

    private static String width(double share) {
        return String.format(Locale.ROOT, "%.1f", Double.isNaN(share) ? 0 : 100 * Math.clamp(share, 0, 1));
    }
}
