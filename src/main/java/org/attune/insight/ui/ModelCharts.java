package org.attune.insight.ui;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.attune.learning.engine.ModelHealth;
import org.attune.ui.EChart;
import org.attune.ui.Formats;
import org.attune.ui.Texts;
import tools.jackson.databind.json.JsonMapper;

/** A model in two pictures: whether its probabilities come true, and what sorting by them is worth. */
final class ModelCharts {
    private static final Map<String, Object> GRID =
            Map.of("left", 8, "right", 18, "top", 26, "bottom", 28, "containLabel", true);

    private final Formats formats;
    private final JsonMapper json;
    final EChart calibration = new EChart(Texts.of("insight.chart.calibration"), "");
    final EChart gains = new EChart(Texts.of("insight.chart.gains"), "");

    ModelCharts(Formats formats, JsonMapper json) {
        this.formats = formats;
        this.json = json;
        calibration.addClassName("model-chart");
        gains.addClassName("model-chart");
    }

    void show(ModelHealth health) {
        calibration(health);
        gains(health);
    }

    private void calibration(ModelHealth health) {
        long most = health.bands().stream()
                .mapToLong(ModelHealth.Band::responses)
                .max()
                .orElse(1);
        double highest = health.bands().stream()
                .filter(band -> band.responses() > 0)
                .mapToDouble(band -> Math.max(band.predicted(), band.observed()))
                .max()
                .orElse(1);
        double top = Math.min(100, 20 * Math.ceil(5 * highest + 0.1));
        List<Object> points = new ArrayList<>();
        for (ModelHealth.Band band : health.bands()) {
            if (band.responses() > 0) {
                Map<String, Object> point = new LinkedHashMap<>();
                point.put("value", List.of(round(band.predicted()), round(band.observed())));
                point.put("symbolSize", Math.round(6 + 16 * Math.sqrt((double) band.responses() / Math.max(1, most))));
                point.put(
                        "tooltip",
                        Map.of(
                                "formatter",
                                Texts.of(
                                        "insight.chart.band",
                                        formats.percent(band.predicted()),
                                        formats.percent(band.observed()),
                                        formats.count(band.responses()))));
                points.add(point);
            }
        }
        List<Object> series = List.of(
                line(List.of(List.of(0, 0), List.of(top, top)), true),
                Map.of(
                        "type",
                        "scatter",
                        "data",
                        points,
                        "itemStyle",
                        Map.of("color", "var(--accent)", "opacity", 0.75)));
        draw(calibration, axis("insight.chart.predicted", top), axis("insight.chart.observed", top), series);
        calibration.describe(
                Texts.of("insight.chart.calibration"),
                Texts.of("insight.chart.calibration.words", formats.percent(health.calibrationError())));
    }

    private void gains(ModelHealth health) {
        List<Object> points = new ArrayList<>();
        for (int i = 0; i < health.gains().size(); i++) {
            points.add(List.of(10 * i, round(health.gains().get(i))));
        }
        List<Object> series = List.of(line(List.of(List.of(0, 0), List.of(100, 100)), true), line(points, false));
        draw(gains, axis("insight.chart.answers", 100), axis("insight.chart.found", 100), series);
        gains.describe(
                Texts.of("insight.chart.gains"),
                Texts.of("insight.chart.gains.words", formats.decimal(health.lift(), 1)));
    }

    private void draw(EChart chart, Map<String, Object> across, Map<String, Object> up, List<Object> series) {
        Map<String, Object> option = new LinkedHashMap<>();
        option.put("animation", false);
        option.put("grid", GRID);
        option.put("tooltip", Map.of("trigger", "item", "confine", true));
        Map<String, Object> x = new LinkedHashMap<>(across);
        x.put("nameLocation", "middle");
        x.put("nameGap", 24);
        option.put("xAxis", x);
        Map<String, Object> y = new LinkedHashMap<>(up);
        y.put("nameTextStyle", Map.of("align", "left"));
        y.put("nameGap", 10);
        option.put("yAxis", y);
        option.put("series", series);
        chart.setOption(json.writeValueAsString(option));
    }

    private static Map<String, Object> axis(String name, double max) {
        return Map.of("type", "value", "min", 0, "max", max, "interval", 20, "name", Texts.of(name));
    }

    private static Map<String, Object> line(List<Object> points, boolean chance) {
        return Map.of(
                "type",
                "line",
                "data",
                points,
                "symbol",
                chance ? "none" : "circle",
                "symbolSize",
                6,
                "silent",
                chance,
                "lineStyle",
                chance
                        ? Map.of("color", "var(--line-strong)", "type", "dashed", "width", 1.5)
                        : Map.of("color", "var(--accent)", "width", 2),
                "itemStyle",
                Map.of("color", "var(--accent)"),
                "areaStyle",
                Map.of("color", "var(--accent)", "opacity", chance ? 0 : 0.12));
    }

    private static double round(double share) {
        return Math.round(1000 * share) / 10.0;
    }
}
