package org.attune.insight.internal;

import java.time.Clock;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.attune.arbitration.engine.Priority;
import org.attune.catalog.Action;
import org.attune.catalog.Group;
import org.attune.catalog.Issue;
import org.attune.history.Comparison;
import org.attune.history.Comparisons;
import org.attune.history.FigureFilter;
import org.attune.history.Figures;
import org.attune.insight.internal.EvidenceSheet.Row;
import org.attune.strategy.Strategies;
import org.attune.strategy.StrategyDocument;
import org.springframework.stereotype.Component;

/** Reads what is proven. */
@Component
public class EvidenceSheets {
    /** Decisions that are looked into for whom there is little to propose. */
    static final int LATEST = 4_000;

    private static final Comparator<Row> MOST_ANSWERS = Comparator.comparingLong(
                    (Row row) -> -row.compared().control().units())
            .thenComparing(row -> -row.compared().main().units())
            .thenComparing(Row::key);

    private final Figures figures;
    private final Strategies strategies;
    private final Clock clock;
    private final ZoneId zone;

    EvidenceSheets(Figures figures, Strategies strategies, Clock clock, ZoneId zone) {
        this.figures = figures;
        this.strategies = strategies;
        this.clock = clock;
        this.zone = zone;
    }

    /** Everything about a selection. */
    public EvidenceSheet read(Selection selection, Names names) {
        FigureFilter filter = selection.filter(zone);
        Comparisons compared = figures.comparisons(filter, names.apart());
        return new EvidenceSheet(
                selection,
                clock.instant(),
                figures.trial(filter, names.apart(), worths()),
                compared.all(),
                rows(compared.issues(), names, true),
                rows(compared.actions(), names, false),
                names.controlShare(),
                Underserved.find(figures.served(filter, LATEST)));
    }

    private static List<Row> rows(Map<String, Comparison> compared, Names names, boolean issues) {
        return compared.entrySet().stream()
                .filter(each -> issues || names.competes(each.getKey()))
                .map(each -> new Row(
                        each.getKey(),
                        issues ? names.issue(each.getKey()) : names.action(each.getKey()),
                        issues ? each.getKey() : names.issueOf().getOrDefault(each.getKey(), ""),
                        each.getValue()))
                .sorted(MOST_ANSWERS)
                .toList();
    }

    /** Values as the live strategy mixes them. */
    private Map<String, Double> worths() {
        Map<String, Double> worths = new HashMap<>();
        if (strategies.revision() > 0) {
            StrategyDocument document = strategies.document();
            Map<String, Issue> issues = new HashMap<>();
            document.issues().forEach(each -> issues.put(each.key(), each));
            Map<String, Issue> ofGroup = new HashMap<>();
            for (Group each : document.groups()) {
                Issue issue = issues.get(each.issue());
                if (issue != null) {
                    ofGroup.put(each.key(), issue);
                }
            }
            for (Action each : document.actions()) {
                Issue issue = ofGroup.get(each.group());
                if (issue != null) {
                    worths.put(each.key(), Priority.value(issue.mix(), each.companyValue(), each.customerValue()));
                }
            }
        }
        return worths;
    }
}
