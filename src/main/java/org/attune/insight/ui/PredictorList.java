package org.attune.insight.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import java.util.Locale;
import org.attune.learning.PredictorReport;
import org.attune.ui.Formats;
import org.attune.ui.Texts;

/** What a model goes by: each predictor with its importance; opened, what it adds by value. */
class PredictorList extends Div {
    private static final long serialVersionUID = 1L;
    private static final int LONGEST = 25;

    private final transient Formats formats;

    PredictorList(Formats formats) {
        this.formats = formats;
        addClassName("predictors");
    }

    void show(List<PredictorReport> reports, PredictorWords words) {
        removeAll();
        if (reports.isEmpty()) {
            Span none = new Span(Texts.of("insight.predictor.none"));
            none.addClassName("muted");
            add(none);
            return;
        }
        double most = reports.getFirst().effect();
        reports.stream().limit(LONGEST).forEach(each -> add(predictor(each, most, words)));
    }

    private NativeDetails predictor(PredictorReport report, double most, PredictorWords words) {
        Span name = new Span(words.name(report.predictor()));
        name.addClassName("clip");
        Span effect = new Span(formats.decimal(report.effect(), 2));
        effect.addClassName("figure");
        Span summary = new Span(name, bar(report.effect() / most, "quiet"), effect);
        summary.addClassName("predictor");
        Div bins = new Div();
        bins.addClassName("predictor-bins");
        double largest = report.bins().stream()
                .mapToDouble(bin -> Math.abs(bin.effect()))
                .max()
                .orElse(1);
        for (PredictorReport.Bin bin : report.bins()) {
            Span label = new Span(words.bin(report.predictor(), bin));
            label.addClassName("clip");
            Span count = new Span(formats.count(bin.situations()));
            count.addClassName("muted");
            count.getElement().setAttribute("title", Texts.of("insight.predictor.situations"));
            Span value = new Span(signed(bin.effect()));
            value.addClassName("figure");
            Span row = new Span(
                    label,
                    count,
                    bar(Math.abs(bin.effect()) / Math.max(1e-9, largest), bin.effect() < 0 ? "bad" : "good"),
                    value);
            row.addClassName("predictor");
            bins.add(row);
        }
        NativeDetails details = new NativeDetails(summary, bins);
        details.addClassName("predictor-details");
        return details;
    }

    private String signed(double effect) {
        return (effect < 0 ? "\u2212" : "+") + formats.decimal(Math.abs(effect), 2);
    }

    private static Span bar(double share, String style) {
        Span inner = new Span();
        inner.getStyle().setWidth(String.format(Locale.ROOT, "%.0f%%", 100 * Math.clamp(share, 0, 1)));
        Span bar = new Span(inner);
        bar.addClassNames("measure-bar", style);
        bar.getElement().setAttribute("aria-hidden", "true");
        return bar;
    }
}
