package org.attune.insight.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.grid.ColumnTextAlign;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridSortOrder;
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
import org.attune.history.OutcomeRecorded;
import org.attune.insight.internal.ModelRow;
import org.attune.insight.internal.ModelSheet;
import org.attune.insight.internal.Names;
import org.attune.learning.ModelFigures;
import org.attune.learning.Models;
import org.attune.ui.Card;
import org.attune.ui.Chip;
import org.attune.ui.EmptyState;
import org.attune.ui.Formats;
import org.attune.ui.Icons;
import org.attune.ui.MainLayout;
import org.attune.ui.News;
import org.attune.ui.Page;
import org.attune.ui.Texts;
import org.jspecify.annotations.Nullable;

/** How well the models know, measured on answers they had not yet learned. */
@Route(value = InsightNavigation.MODELS, layout = MainLayout.class)
@RolesAllowed({"SUPERVISOR", "ADMIN"})
class ModelsView extends Page implements BeforeEnterObserver {
    private static final long serialVersionUID = 1L;
    /** Calibration errors reach from nothing to this on the picture. */
    private static final double WORST_CALIBRATION = 0.2;

    private static final String NAME = """
            <span class="action-name"><span class="clip" title="${item.title}">${item.title}</span>\
            ${item.label === '' ? '' : html`<span class="badge issue-badge issue-${item.issue}" title="${item.label}">${item.label}</span>`}</span>""";
    private static final String MEASURE = """
            <span class="measure"><span class="figure">${item.text}</span>\
            <span class="measure-bar ${item.style}" aria-hidden="true"><span style="width:${item.width}%"></span></span>\
            <span class="measure-word">${item.word}</span></span>""";

    private final transient Models models;
    private final transient News news;
    private final transient LiveReaders readers;
    private final transient Formats formats;
    private final transient Words words;
    private final Grid<ModelRow> grid = new Grid<>();
    private final List<ModelRow> rows = new ArrayList<>();
    private final Chip position = new Chip("");
    private final Chip mature = new Chip("");
    private final Span silent = new Span();
    private final List<Registration> subscriptions = new ArrayList<>();
    private transient @Nullable LiveReader<ModelSheet> reader;
    private transient Names names;

    ModelsView(Models models, News news, LiveReaders readers, Words words, Formats formats) {
        super(Texts.of("insight.models.title"));
        this.models = models;
        this.news = news;
        this.readers = readers;
        this.words = words;
        this.formats = formats;
        names = words.names();
        headerStart().add(position, mature);
        headerEnd().add(Chip.live(Texts.of("insight.live")));
        grid.getElement().setProperty("accessibleName", Texts.of("insight.models.title"));
        grid.getElement().setAttribute("aria-label", Texts.of("insight.models.title"));
        grid.addClassName("models-grid");
        grid.setDataProvider(new KeyedRows<>(rows, ModelRow::key));
        grid.setEmptyStateComponent(
                new EmptyState(Icons.MODELS, Texts.of("insight.models.empty"), Texts.of("insight.models.empty.hint")));
        columns();
        content().add(new Card(grid).flush().fill());
        footerStart().add(new Span(Texts.of("insight.models.footer")));
        footerEnd().add(silent);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        show(ModelSheet.of(models, names));
        event.getLocation()
                .getQueryParameters()
                .getSingleParameter("action")
                .flatMap(key ->
                        rows.stream().filter(row -> row.key().equals(key)).findFirst())
                .ifPresent(row -> {
                    grid.select(row);
                    grid.scrollToItem(row);
                });
    }

    @Override
    protected void onAttach(AttachEvent event) {
        LiveReader<ModelSheet> started =
                readers.start(event.getUI(), () -> ModelSheet.of(models, names), this::show, () -> {});
        reader = started;
        subscriptions.add(news.listen(OutcomeRecorded.class, outcome -> started.news()));
    }

    @Override
    protected void onDetach(DetachEvent event) {
        subscriptions.forEach(Registration::remove);
        subscriptions.clear();
        LiveReader<ModelSheet> running = reader;
        if (running != null) {
            running.stop();
        }
    }

    private void show(ModelSheet sheet) {
        if (!rows.equals(sheet.rows())) {
            rows.clear();
            rows.addAll(sheet.rows());
            grid.getDataProvider().refreshAll();
        }
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
                        .withProperty("issue", ModelRow::issue)
                        .withProperty("label", ModelRow::issueLabel))
                .setHeader(Texts.of("insight.column.action"))
                .setComparator(Comparator.comparing(ModelRow::title, String.CASE_INSENSITIVE_ORDER))
                .setWidth("240px")
                .setFlexGrow(1);
        Grid.Column<ModelRow> responses = grid.addColumn(
                        row -> formats.count(row.figures().responses()))
                .setHeader(header("responses"))
                .setTextAlign(ColumnTextAlign.END)
                .setComparator(Comparator.comparingLong(row -> row.figures().responses()))
                .setWidth("88px")
                .setFlexGrow(0);
        measure(
                "positives",
                "184px",
                row -> formats.count(row.figures().positives()),
                row -> (double) row.figures().positives() / ModelFigures.MATURE,
                row -> row.figures().mature() ? "good" : "",
                row -> Texts.of(row.figures().mature() ? "insight.mature" : "insight.young"),
                row -> row.figures().positives());
        measure(
                "auc",
                "222px",
                row -> number(row.figures().auc(), 3),
                row -> 2 * (row.figures().auc() - 0.5),
                row -> !ModelRow.telling(row.figures())
                        ? "quiet"
                        : row.figures().auc() < 0.5 ? "bad" : "",
                row -> ModelRow.telling(row.figures())
                        ? aucWord(row.figures().auc())
                        : Texts.of("insight.models.early"),
                row -> row.figures().auc());
        plain(
                "logloss",
                row -> number(row.figures().logLoss(), 4),
                row -> row.figures().logLoss());
        plain(
                "baseloss",
                row -> number(row.figures().baseLogLoss(), 4),
                row -> row.figures().baseLogLoss());
        plain("gain", row -> formats.signedPercent(row.gain(), 1), ModelRow::gain);
        measure(
                "calibration",
                "214px",
                row -> formats.percent(row.figures().calibrationError()),
                row -> row.figures().calibrationError() / WORST_CALIBRATION,
                row -> ModelRow.telling(row.figures()) && row.figures().calibrationError() > 0.1 ? "bad" : "quiet",
                row -> calibrationWord(row),
                row -> row.figures().calibrationError());
        grid.sort(GridSortOrder.desc(responses).build());
    }

    private void plain(String key, ValueProvider<ModelRow, String> text, ToDoubleFunction<ModelRow> value) {
        grid.addColumn(text)
                .setHeader(header(key))
                .setTextAlign(ColumnTextAlign.END)
                .setComparator(Comparator.comparingDouble(value))
                .setWidth("88px")
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

    private static String calibrationWord(ModelRow row) {
        if (!ModelRow.telling(row.figures())) {
            return Texts.of("insight.models.early");
        }
        return Texts.of(
                row.figures().calibrationError() > 0.1 ? "insight.calibration.off" : "insight.calibration.good");
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
