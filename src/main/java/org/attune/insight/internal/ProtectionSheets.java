package org.attune.insight.internal;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.attune.decision.DecisionTrace;
import org.attune.decision.Decisions;
import org.attune.history.DecisionMoment;
import org.attune.history.FigureFilter;
import org.attune.history.Figures;
import org.attune.kernel.DecisionId;
import org.springframework.stereotype.Component;

/**
 * Reads what the shield held back from the traces of the latest decisions. A decision never changes, so what was counted in it is
 * kept.
 */
@Component
public class ProtectionSheets {
    /** Traces that are looked into. */
    static final int LATEST = 500;

    private static final int GLANCE = 60;
    private static final int KEPT = 4 * LATEST;

    private final Figures figures;
    private final Decisions decisions;
    private final Clock clock;
    private final ZoneId zone;
    private final Map<DecisionId, List<Block>> counted = Collections.synchronizedMap(new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<DecisionId, List<Block>> eldest) {
            return size() > KEPT;
        }
    });

    ProtectionSheets(Figures figures, Decisions decisions, Clock clock, ZoneId zone) {
        this.figures = figures;
        this.decisions = decisions;
        this.clock = clock;
        this.zone = zone;
    }

    /** Actions of one issue that one rule held back in one decision. */
    record Block(String rule, String issue, List<String> states, long count) {}

    /** Everything about a selection. */
    public ProtectionSheet read(Selection selection) {
        return read(selection, LATEST);
    }

    /** The same from fewer decisions, for a page that opens. */
    public ProtectionSheet glance(Selection selection) {
        return read(selection, GLANCE);
    }

    private ProtectionSheet read(Selection selection, int limit) {
        FigureFilter filter = selection.filter(zone);
        Map<String, Long> rules = new HashMap<>();
        Map<String, Long> states = new HashMap<>();
        Map<String, Long> issues = new HashMap<>();
        SortedMap<LocalDate, Map<String, Long>> days = new TreeMap<>();
        long blocks = 0;
        List<DecisionMoment> latest = figures.latest(filter, limit);
        for (DecisionMoment each : latest) {
            Map<String, Long> day =
                    days.computeIfAbsent(LocalDate.ofInstant(each.at(), zone), first -> new HashMap<>());
            for (Block block : counted.computeIfAbsent(each.decision(), id -> blocks(decisions.read(id)))) {
                blocks += block.count;
                rules.merge(block.rule, block.count, Long::sum);
                issues.merge(block.issue, block.count, Long::sum);
                block.states.forEach(state -> states.merge(state, block.count, Long::sum));
                day.merge(block.rule, block.count, Long::sum);
            }
        }
        return new ProtectionSheet(
                selection,
                clock.instant(),
                figures.decisionCount(filter),
                figures.guardedDecisions(filter),
                latest.size(),
                blocks,
                rules,
                states,
                issues,
                days,
                figures.care(filter));
    }

    /** What the shield held back in a decision. */
    static List<Block> blocks(DecisionTrace trace) {
        Map<Block, Long> counts = new LinkedHashMap<>();
        for (DecisionTrace.Candidate each : trace.candidates()) {
            if (each.stage().equals("shield")) {
                counts.merge(new Block(each.rule(), each.issue(), states(each.values()), 0), 1L, Long::sum);
            }
        }
        List<Block> blocks = new ArrayList<>();
        counts.forEach((block, count) -> blocks.add(new Block(block.rule, block.issue, block.states, count)));
        return blocks;
    }

    private static List<String> states(Map<String, Object> values) {
        if (values.get("states") instanceof Collection<?> several) {
            return several.stream().map(String::valueOf).toList();
        }
        return values.get("state") instanceof String one ? List.of(one) : List.of();
    }
}
