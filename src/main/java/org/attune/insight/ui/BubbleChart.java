package org.attune.insight.ui;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.attune.insight.internal.ActionRow;
import org.attune.learning.ModelFigures;
import org.attune.ui.EChart;
import org.attune.ui.Formats;
import org.attune.ui.Texts;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Actions as bubbles: to the right those whose model tells people apart, above those that customers accept. */
class BubbleChart extends EChart {
    private static final long serialVersionUID = 1L;
    private static final double LARGEST = 36;

    private final transient Formats formats;
    private final transient JsonMapper json;
    private transient List<ActionRow> rows = List.of();
    private @Nullable String marked;
    private String drawn = "";

    BubbleChart(Formats formats, JsonMapper json) {
        super(Texts.of("insight.bubbles.name"), "");
        this.formats = formats;
        this.json = json;
        addClassName("bubbles");
    }

    /**
     * Draws the actions whose place can be told: at least ten accepted and ten other answers.
     *
     * @return how many have too few answers yet
     */
    int show(List<ActionRow> all) {
        rows = all.stream()
                .filter(row -> row.auc() != null && row.acceptance() != null && told(row))
                .sorted(Comparator.comparingLong(BubbleChart::answers).reversed())
                .toList();
        draw();
        return (int) all.stream().filter(row -> row.auc() != null).count() - rows.size();
    }

    /** Whether there is something to see. */
    boolean hasPoints() {
        return !rows.isEmpty();
    }

    private static boolean told(ActionRow row) {
        ModelFigures model = row.model();
        return model != null && model.positives() >= 10 && model.responses() - model.positives() >= 10;
    }

    /** Points out one action, or none. */
    void mark(@Nullable String action) {
        if (!Objects.equals(marked, action)) {
            marked = action;
            draw();
        }
    }

    private void draw() {
        long most = rows.stream().mapToLong(BubbleChart::answers).max().orElse(1);
        double least = rows.stream().mapToDouble(row -> auc(row)).min().orElse(0.5);
        double highest = rows.stream().mapToDouble(row -> rate(row)).max().orElse(1);
        List<Object> points = new ArrayList<>();
        rows.forEach(row -> points.add(point(row, most)));
        Map<String, Object> series = new LinkedHashMap<>();
        series.put("type", "scatter");
        series.put("data", points);
        Map<String, Object> option = new LinkedHashMap<>();
        option.put("animation", false);
        option.put("grid", Map.of("left", 6, "right", 16, "top", 28, "bottom", 26, "containLabel", true));
        option.put("tooltip", Map.of("trigger", "item", "confine", true));
        option.put("xAxis", axis("insight.bubbles.x", Math.min(0.5, Math.floor(10 * least) / 10), 1, 0.1));
        option.put("yAxis", axis("insight.bubbles.y", 0, highest > 0.8 ? 100 : 20 * Math.ceil(5 * highest + 0.2), 20));
        option.put("series", List.of(series));
        String text = json.writeValueAsString(option);
        if (!text.equals(drawn)) {
            drawn = text;
            setOption(text);
            describe(Texts.of("insight.bubbles.name"), inWords());
        }
    }

    private Map<String, Object> axis(String name, double min, double max, double step) {
        Map<String, Object> axis = new LinkedHashMap<>();
        axis.put("type", "value");
        axis.put("min", min);
        axis.put("max", max);
        axis.put("interval", step);
        axis.put("name", Texts.of(name));
        boolean across = name.endsWith("x");
        axis.put("nameLocation", across ? "middle" : "end");
        axis.put("nameGap", across ? 26 : 8);
        if (!across) {
            axis.put("nameTextStyle", Map.of("align", "left"));
        }
        return axis;
    }

    private Map<String, Object> point(ActionRow row, long most) {
        String hue = "var(--issue-" + row.issue() + ", var(--ink-2))";
        boolean pointed = row.key().equals(marked);
        Map<String, Object> style = new LinkedHashMap<>();
        style.put("color", hue);
        style.put("opacity", marked == null || pointed ? 0.5 : 0.2);
        style.put("borderColor", pointed ? "var(--ink)" : hue);
        style.put("borderWidth", pointed ? 2 : 1);
        if (row.model() != null && !row.model().mature()) {
            style.put("borderType", "dashed");
        }
        Map<String, Object> point = new LinkedHashMap<>();
        point.put("name", row.key());
        point.put("value", List.of(auc(row), 100 * rate(row)));
        point.put("symbolSize", Math.round(8 + (LARGEST - 8) * Math.sqrt((double) answers(row) / Math.max(1, most))));
        point.put("itemStyle", style);
        point.put("tooltip", Map.of("formatter", tooltip(row)));
        if (pointed) {
            point.put("label", label(row));
            point.put("z", 5);
        }
        return point;
    }

    private static Map<String, Object> label(ActionRow row) {
        return Map.of(
                "backgroundColor",
                "var(--surface)",
                "padding",
                List.of(2, 5),
                "borderRadius",
                4,
                "show",
                true,
                "position",
                auc(row) > 0.75 ? "left" : "right",
                "formatter",
                plain(row.title()),
                "color",
                "var(--ink)",
                "width",
                140,
                "overflow",
                "truncate");
    }

    private String tooltip(ActionRow row) {
        return "<b>" + plain(row.title()) + "</b><br>" + plain(sentence(row));
    }

    private String sentence(ActionRow row) {
        return Texts.of(
                "insight.bubbles.point",
                formats.decimal(auc(row), 2),
                formats.percent(rate(row)),
                formats.count(answers(row)),
                row.issueLabel());
    }

    private String inWords() {
        if (rows.isEmpty()) {
            return Texts.of("insight.bubbles.empty");
        }
        ActionRow clearest =
                rows.stream().max(Comparator.comparingDouble(BubbleChart::auc)).orElseThrow();
        ActionRow wanted =
                rows.stream().max(Comparator.comparingDouble(BubbleChart::rate)).orElseThrow();
        return Texts.of(
                "insight.bubbles.words",
                formats.count(rows.size()),
                clearest.title(),
                formats.decimal(auc(clearest), 2),
                wanted.title(),
                formats.percent(rate(wanted)));
    }

    /** Tooltips are HTML with placeholders in braces; titles are neither. */
    private static String plain(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("{", "(")
                .replace("}", ")");
    }

    private static double auc(ActionRow row) {
        Double auc = row.auc();
        return auc == null ? 0.5 : auc;
    }

    private static double rate(ActionRow row) {
        Double rate = row.acceptance();
        return rate == null ? 0 : rate;
    }

    private static long answers(ActionRow row) {
        return row.figures().presented();
    }
}
