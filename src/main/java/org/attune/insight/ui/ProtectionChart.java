package org.attune.insight.ui;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.attune.insight.internal.ProtectionSheet;
import org.attune.kernel.Dates;
import org.attune.kernel.Language;
import org.attune.ui.EChart;
import org.attune.ui.Formats;
import org.attune.ui.Texts;
import tools.jackson.databind.json.JsonMapper;

/** What the shield held back, per day, one colour for each rule. */
class ProtectionChart extends EChart {
    private static final long serialVersionUID = 1L;
    private static final List<String> COLOURS =
            List.of("var(--protected)", "var(--info)", "var(--warn)", "var(--bad)", "var(--good)", "var(--ink-2)");

    private final transient Formats formats;
    private final transient JsonMapper json;
    private String drawn = "";

    ProtectionChart(Formats formats, JsonMapper json) {
        super(Texts.of("insight.protection.days"), "");
        this.formats = formats;
        this.json = json;
        addClassName("blocks");
    }

    /** Draws. */
    void show(ProtectionSheet sheet) {
        Language language = Language.of(Texts.locale());
        List<Object> series = new ArrayList<>();
        for (Map.Entry<String, Long> rule : ProtectionSheet.bySize(sheet.rules())) {
            List<Object> counts = new ArrayList<>();
            sheet.days().values().forEach(each -> counts.add(each.getOrDefault(rule.getKey(), 0L)));
            Map<String, Object> bar = new LinkedHashMap<>();
            bar.put("type", "bar");
            bar.put("stack", "all");
            bar.put("name", Words.shieldRule(rule.getKey()));
            bar.put("barMaxWidth", 28);
            bar.put("itemStyle", Map.of("color", COLOURS.get(Math.min(series.size(), COLOURS.size() - 1))));
            bar.put("data", counts);
            series.add(bar);
        }
        Map<String, Object> option = new LinkedHashMap<>();
        option.put("animation", false);
        option.put("grid", Map.of("left", 4, "right", 8, "top", 34, "bottom", 4, "containLabel", true));
        option.put("legend", Map.of("top", 0, "left", 0, "itemWidth", 12, "itemHeight", 12));
        option.put("tooltip", Map.of("trigger", "axis", "confine", true));
        option.put(
                "xAxis",
                Map.of(
                        "type",
                        "category",
                        "data",
                        sheet.days().keySet().stream()
                                .map(each -> Dates.brief(each, language))
                                .toList(),
                        "axisLabel",
                        Map.of("hideOverlap", true)));
        option.put("yAxis", Map.of("type", "value", "min", 0, "minInterval", 1));
        option.put("series", series);
        String text = json.writeValueAsString(option);
        if (!text.equals(drawn)) {
            drawn = text;
            setOption(text);
            describe(
                    Texts.of("insight.protection.days"),
                    Texts.of(
                            "insight.protection.days.words",
                            formats.count(sheet.blocks()),
                            formats.count(sheet.days().size())));
        }
    }
}
