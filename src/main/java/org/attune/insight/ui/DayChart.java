package org.attune.insight.ui;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.attune.history.DayFigures;
import org.attune.kernel.Dates;
import org.attune.kernel.Language;
import org.attune.ui.EChart;
import org.attune.ui.Formats;
import org.attune.ui.Texts;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * Accepted / presented per day as a line, with what was presented as quiet bars behind it; per week when there are many days.
 */
class DayChart extends EChart {
    private static final long serialVersionUID = 1L;
    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMM yyyy");
    private static final int MOST_DAYS = 62;
    private static final int FEWEST = 5;

    private final transient Formats formats;
    private final transient JsonMapper json;
    private String drawn = "";

    DayChart(Formats formats, JsonMapper json) {
        super(Texts.of("insight.days.name"), "");
        this.formats = formats;
        this.json = json;
        addClassName("days");
    }

    /** Draws; true when it is by weeks. */
    boolean show(List<DayFigures> all) {
        boolean weekly = all.size() > 1
                && ChronoUnit.DAYS.between(all.getFirst().day(), all.getLast().day()) > MOST_DAYS;
        List<DayFigures> days = weekly ? weeks(all) : all;
        // A rate of two or three answers says nothing, unless there are no better ones.
        long fewest = days.stream().anyMatch(each -> each.presented() >= FEWEST) ? FEWEST : 1;
        boolean years = weekly
                && ChronoUnit.DAYS.between(days.getFirst().day(), days.getLast().day()) > 300;
        List<Object> names = new ArrayList<>();
        List<@Nullable Object> rates = new ArrayList<>();
        List<Object> presented = new ArrayList<>();
        for (DayFigures each : days) {
            double rate = (double) each.accepted() / each.presented();
            names.add(
                    years
                            ? MONTH.withLocale(Texts.locale()).format(each.day())
                            : Dates.brief(each.day(), Language.of(Texts.locale())));
            rates.add(each.presented() >= fewest ? Math.round(1000 * rate) / 10.0 : null);
            presented.add(each.presented());
        }
        Map<String, Object> option = new LinkedHashMap<>();
        option.put("animation", false);
        option.put("grid", Map.of("left", 4, "right", 8, "top", 10, "bottom", 8, "containLabel", true));
        option.put("tooltip", Map.of("trigger", "axis", "confine", true));
        option.put("xAxis", Map.of("type", "category", "data", names, "axisLabel", Map.of("hideOverlap", true)));
        option.put(
                "yAxis",
                List.of(
                        Map.of(
                                "type",
                                "value",
                                "min",
                                0,
                                "splitNumber",
                                2,
                                "axisLabel",
                                Map.of("formatter", "{value} %")),
                        Map.of("type", "value", "min", 0, "show", false)));
        option.put("series", List.of(bars(presented), line(rates)));
        String text = json.writeValueAsString(option);
        if (!text.equals(drawn)) {
            drawn = text;
            setOption(text);
            describe(Texts.of("insight.days.name"), inWords(days));
        }
        return weekly;
    }

    private static List<DayFigures> weeks(List<DayFigures> days) {
        Map<LocalDate, DayFigures> weeks = new TreeMap<>();
        for (DayFigures each : days) {
            LocalDate monday = each.day().with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
            weeks.merge(
                    monday,
                    new DayFigures(monday, each.presented(), each.accepted()),
                    (a, b) -> new DayFigures(monday, a.presented() + b.presented(), a.accepted() + b.accepted()));
        }
        return List.copyOf(weeks.values());
    }

    private static Map<String, Object> bars(List<Object> presented) {
        return Map.of(
                "type",
                "bar",
                "name",
                Words.columnLabel("presented"),
                "yAxisIndex",
                1,
                "barMaxWidth",
                14,
                "itemStyle",
                Map.of("color", "var(--line)", "borderRadius", List.of(2, 2, 0, 0)),
                "data",
                presented);
    }

    private static Map<String, Object> line(List<@Nullable Object> rates) {
        return Map.of(
                "type",
                "line",
                "connectNulls",
                true,
                "name",
                Texts.of("insight.days.rate"),
                "symbolSize",
                5,
                "showAllSymbol",
                true,
                "showSymbol",
                rates.size() < 40,
                "lineStyle",
                Map.of("width", 2, "color", "var(--accent)"),
                "itemStyle",
                Map.of("color", "var(--accent)"),
                "data",
                rates);
    }

    private String inWords(List<DayFigures> days) {
        if (days.isEmpty()) {
            return "";
        }
        DayFigures last = days.getLast();
        return Texts.of(
                "insight.days.words",
                formats.count(days.size()),
                formats.date(last.day()),
                formats.percent((double) last.accepted() / last.presented()),
                formats.count(last.presented()));
    }
}
