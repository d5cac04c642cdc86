package org.attune.insight.ui;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.attune.insight.internal.ActionRow;
import org.attune.insight.internal.ModelRow;
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
    private transient List<Bubble> rows = List.of();
    private @Nullable String marked;
    private String drawn = "";

    BubbleChart(Formats formats, JsonMapper json) {
        super(Texts.of("insight.bubbles.name"), "");
        this.formats = formats;
        this.json = json;
        addClassName("bubbles");
    }

    /** One action. */
    private record Bubble(
            String key,
            String title,
            String issue,
            String issueLabel,
            double auc,
            double rate,
            long answers,
            boolean mature) {}

    /**
     * Draws the actions whose place can be told: at least ten accepted and ten other answers.
     *
     * @return how many have too few answers yet
     */
    int show(List<ActionRow> all) {
        List<Bubble> told = new ArrayList<>();
        for (ActionRow row : all) {
            Double auc = row.auc();
            Double rate = row.acceptance();
            ModelFigures model = row.model();
            if (auc != null && rate != null && model != null && told(model)) {
                told.add(new Bubble(
                        row.key(),
                        row.title(),
                        row.issue(),
                        row.issueLabel(),
                        auc,
                        rate,
                        row.figures().presented(),
                        model.mature()));
            }
        }
        place(told);
        return (int) all.stream().filter(row -> row.auc() != null).count() - rows.size();
    }

    /** The same from what the models have learned since ever; how many have too few answers yet. */
    int showModels(List<ModelRow> all) {
        place(all.stream()
                .filter(row -> told(row.figures()))
                .map(row -> new Bubble(
                        row.key(),
                        row.title(),
                        row.issue(),
                        row.issueLabel(),
                        row.figures().auc(),
                        (double) row.figures().positives() / row.figures().responses(),
                        row.figures().responses(),
                        row.figures().mature()))
                .toList());
        return all.size() - rows.size();
    }

    private void place(List<Bubble> bubbles) {
        rows = bubbles.stream()
                .sorted(Comparator.comparingLong(Bubble::answers).reversed())
                .toList();
        draw();
    }

    /** Whether there is something to see. */
    boolean hasPoints() {
        return !rows.isEmpty();
    }

    private static boolean told(ModelFigures model) {
        return model.positives() >= 10 && model.responses() - model.positives() >= 10;
    }

    /** Points out one action, or none. */
    void mark(@Nullable String action) {
        if (!Objects.equals(marked, action)) {
            marked = action;
            draw();
        }
    }

    private void draw() {
        long most = rows.stream().mapToLong(Bubble::answers).max().orElse(1);
        double least = rows.stream().mapToDouble(Bubble::auc).min().orElse(0.5);
        double highest = rows.stream().mapToDouble(Bubble::rate).max().orElse(1);
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

    private Map<String, Object> point(Bubble row, long most) {
        String hue = "var(--issue-" + row.issue() + ", var(--ink-2))";
        boolean pointed = row.key().equals(marked);
        Map<String, Object> style = new LinkedHashMap<>();
        style.put("color", hue);
        style.put("opacity", marked == null || pointed ? 0.5 : 0.2);
        style.put("borderColor", pointed ? "var(--ink)" : hue);
        style.put("borderWidth", pointed ? 2 : 1);
        if (!row.mature()) {
            style.put("borderType", "dashed");
        }
        Map<String, Object> point = new LinkedHashMap<>();
        point.put("name", row.key());
        point.put("value", List.of(row.auc(), 100 * row.rate()));
        point.put("symbolSize", Math.round(8 + (LARGEST - 8) * Math.sqrt((double) row.answers() / Math.max(1, most))));
        point.put("itemStyle", style);
        point.put("tooltip", Map.of("formatter", tooltip(row)));
        if (pointed) {
            point.put("label", label(row));
            point.put("z", 5);
        }
        return point;
    }

    private static Map<String, Object> label(Bubble row) {
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
                row.auc() > 0.75 ? "left" : "right",
                "formatter",
                plain(row.title()),
                "color",
                "var(--ink)",
                "width",
                140,
                "overflow",
                "truncate");
    }

    private String tooltip(Bubble row) {
        return "<b>" + plain(row.title()) + "</b><br>" + plain(sentence(row));
    }

    private String sentence(Bubble row) {
        return Texts.of(
                "insight.bubbles.point",
                formats.decimal(row.auc(), 2),
                formats.percent(row.rate()),
                formats.count(row.answers()),
                row.issueLabel());
    }

    private String inWords() {
        if (rows.isEmpty()) {
            return Texts.of("insight.bubbles.empty");
        }
        Bubble clearest =
                rows.stream().max(Comparator.comparingDouble(Bubble::auc)).orElseThrow();
        Bubble wanted =
                rows.stream().max(Comparator.comparingDouble(Bubble::rate)).orElseThrow();
        return Texts.of(
                "insight.bubbles.words",
                formats.count(rows.size()),
                clearest.title(),
                formats.decimal(clearest.auc(), 2),
                wanted.title(),
                formats.percent(wanted.rate()));
    }

    /** Tooltips are HTML with placeholders in braces; titles are neither. */
    private static String plain(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("{", "(")
                .replace("}", ")");
    }
}
