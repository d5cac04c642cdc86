package org.attune.insight.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import java.util.ArrayList;
import java.util.List;
import org.attune.catalog.Vocabulary;
import org.attune.customer.Attributes;
import org.attune.insight.internal.ModelRow;
import org.attune.learning.ModelFigures;
import org.attune.learning.PredictorReports;
import org.attune.learning.engine.ModelHealth;
import org.attune.ui.Badge;
import org.attune.ui.Card;
import org.attune.ui.EmptyState;
import org.attune.ui.Formats;
import org.attune.ui.Icons;
import org.attune.ui.TabPanels;
import org.attune.ui.Texts;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** One model: how far it can be relied on and why, in words and pictures. */
class ModelDetail extends Card {
    private static final long serialVersionUID = 1L;
    private static final double OFF = 0.1;

    private final transient PredictorReports reports;
    private final transient Attributes attributes;
    private final transient Vocabulary vocabulary;
    private final transient Formats formats;
    private final transient ModelCharts charts;
    private final H2 title = new H2();
    private final Div badges = new Div();
    private final Div words = new Div();
    private final PredictorList predictors;
    private final TabPanels tabs = new TabPanels(Texts.of("insight.models.detail"));
    private final EmptyState nothing;
    private transient @Nullable ModelRow shown;

    ModelDetail(
            PredictorReports reports, Attributes attributes, Vocabulary vocabulary, Formats formats, JsonMapper json) {
        this.reports = reports;
        this.attributes = attributes;
        this.vocabulary = vocabulary;
        this.formats = formats;
        charts = new ModelCharts(formats, json);
        predictors = new PredictorList(formats);
        nothing =
                new EmptyState(Icons.MODELS, Texts.of("insight.models.choose"), Texts.of("insight.models.choose.hint"));
        badges.addClassNames("row", "wrap");
        words.addClassName("model-words");
        tabs.tab(Texts.of("insight.chart.calibration.tab"), charts.calibration)
                .tab(Texts.of("insight.chart.gains.tab"), charts.gains)
                .tab(Texts.of("insight.predictor.tab"), predictors);
        tabs.onSelect(index -> predict());
        fill();
        addClassName("model-detail");
        named(Texts.of("insight.models.detail"));
        add(title, badges, words, tabs, nothing);
        show(null);
    }

    /** Shows a model, or that none is chosen. */
    final void show(@Nullable ModelRow row) {
        boolean other = row == null || shown == null || !row.key().equals(shown.key());
        if (row != null && row.equals(shown)) {
            return;
        }
        shown = row;
        nothing.setVisible(row == null);
        title.setVisible(row != null);
        badges.setVisible(row != null);
        words.setVisible(row != null);
        tabs.setVisible(row != null);
        if (row == null) {
            return;
        }
        title.setText(row.title());
        badges.removeAll();
        ModelHealth health = row.health();
        badges.add(
                health.mature()
                        ? new Badge(Texts.of("insight.mature"), Badge.Kind.GOOD)
                        : new Badge(Texts.of("insight.young"), Badge.Kind.WARN));
        if (health.drifting()) {
            badges.add(new Badge(Icons.WARNING, Texts.of("insight.models.drifting"), Badge.Kind.BAD));
        }
        badges.add(new Badge(Texts.of("insight.models.auc", formats.decimal(health.auc(), 3)), Badge.Kind.NEUTRAL));
        badges.add(new Badge(Texts.of("insight.models.lift", formats.decimal(health.lift(), 1)), Badge.Kind.NEUTRAL));
        words.removeAll();
        for (String sentence : sentences(row)) {
            words.add(new Paragraph(sentence));
        }
        charts.show(health);
        if (other) {
            predict();
        }
    }

    /** Only the open tab asks the models. */
    private void predict() {
        ModelRow row = shown;
        if (row != null && tabs.selected() == 2) {
            predictors.show(reports.of(row.key()), new PredictorWords(attributes.dictionary(), vocabulary, formats));
        }
    }

    /** How far the model can be relied on, and why, the gravest first. */
    private List<String> sentences(ModelRow row) {
        ModelHealth health = row.health();
        List<String> said = new ArrayList<>();
        if (!ModelRow.telling(row.figures())) {
            return List.of(Texts.of("insight.limit.early", formats.count(health.responses())));
        }
        if (health.drifting()) {
            said.add(Texts.of("insight.limit.drift", formats.count(health.sinceDrift())));
        }
        if (health.renewed()) {
            said.add(Texts.of("insight.limit.renewed", formats.count(health.sinceRenewal())));
        }
        if (health.auc() < 0.5) {
            said.add(Texts.of("insight.limit.worse"));
        } else if (health.auc() < 0.6) {
            said.add(Texts.of("insight.limit.hardly"));
        }
        if (health.recentLogLoss() > health.recentBaseLogLoss()) {
            said.add(Texts.of("insight.limit.base"));
        }
        if (health.calibrationError() > OFF) {
            said.add(Texts.of("insight.limit.calibration", formats.decimal(100 * health.calibrationError(), 0)));
        }
        if (!health.mature()) {
            said.add(Texts.of("insight.limit.young", formats.count(health.positives()), ModelFigures.MATURE));
        }
        if (said.isEmpty()) {
            said.add(Texts.of(
                    "insight.limit.none",
                    formats.count(health.responses()),
                    formats.decimal(100 * health.calibrationError(), 1)));
        }
        return said.subList(0, Math.min(3, said.size()));
    }
}
