package org.attune.insight.internal;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.attune.history.ActionFigures;
import org.attune.history.Comparison;
import org.attune.history.Comparisons;
import org.attune.history.DayFigures;
import org.attune.history.FigureFilter;
import org.attune.history.Figures;
import org.attune.learning.ModelFigures;
import org.attune.learning.Models;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads how the actions do. */
@Component
public class ActionSheets {
    private final Figures figures;
    private final Models models;
    private final Clock clock;
    private final ZoneId zone;

    ActionSheets(Figures figures, Models models, Clock clock, ZoneId zone) {
        this.figures = figures;
        this.models = models;
        this.clock = clock;
        this.zone = zone;
    }

    /** The company's day now. */
    public LocalDate today() {
        return LocalDate.now(clock.withZone(zone));
    }

    /** Everything about a selection. */
    public ActionSheet read(Selection selection, Names names) {
        FigureFilter filter = selection.filter(zone);
        Comparisons compared = figures.comparisons(filter, names.apart());
        List<ActionFigures> counted = figures.actions(filter, compared);
        Map<String, ModelFigures> learned = models.all();
        List<ActionRow> rows = counted.stream()
                .filter(each -> each.shown() > 0 || each.control().presented() > 0)
                .map(each -> row(each, names, learned))
                .toList();
        Set<String> silent = new HashSet<>(names.actions().keySet());
        silent.remove(Names.NONE);
        rows.forEach(row -> silent.remove(row.key()));
        return new ActionSheet(
                selection,
                clock.instant(),
                rows,
                Totals.of(counted, compared.all(), names),
                figures.decisionCount(filter),
                figures.guardedDecisions(filter),
                before(selection, names),
                days(filter),
                silent.size(),
                names.controlShare());
    }

    /** Presented and accepted per day, for one action or for all but listening. */
    public List<DayFigures> days(Selection selection, @Nullable String action) {
        FigureFilter filter = selection.filter(zone);
        return action == null ? days(filter) : figures.daily(filter, action);
    }

    private List<DayFigures> days(FigureFilter filter) {
        Map<LocalDate, DayFigures> listening = new HashMap<>();
        figures.daily(filter, Names.NONE).forEach(each -> listening.put(each.day(), each));
        return figures.daily(filter, null).stream()
                .map(each -> without(each, listening.get(each.day())))
                .filter(each -> each.presented() > 0)
                .toList();
    }

    private static DayFigures without(DayFigures all, @Nullable DayFigures some) {
        return some == null
                ? all
                : new DayFigures(all.day(), all.presented() - some.presented(), all.accepted() - some.accepted());
    }

    private @Nullable Double before(Selection selection, Names names) {
        Selection before = selection.before(today());
        return before == null
                ? null
                : Totals.of(figures.actions(before.filter(zone), Comparisons.NONE), Comparison.NONE, names)
                        .adherence();
    }

    private static ActionRow row(ActionFigures each, Names names, Map<String, ModelFigures> learned) {
        return new ActionRow(
                each.action(),
                names.action(each.action()),
                each.issue(),
                names.issue(each.issue()),
                each,
                learned.get(each.action()));
    }
}
