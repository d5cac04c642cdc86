package org.attune.studio;

import java.util.Comparator;
import java.util.List;
import org.attune.decision.DecisionTrace;
import org.attune.decision.Decisions;
import org.attune.history.DecisionLine;
import org.attune.history.FigureFilter;
import org.attune.history.Figures;
import org.attune.ui.Formats;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The traces of the latest decisions that were shown to somebody. */
@Component
class RecentTraces {
    private static final int DECISIONS = 500;
    private static final int OFFERS = 4 * DECISIONS;

    private final Figures figures;
    private final Decisions decisions;
    private final Formats formats;

    RecentTraces(Figures figures, Decisions decisions, Formats formats) {
        this.figures = figures;
        this.decisions = decisions;
        this.formats = formats;
    }

    List<DecisionTrace> latest() {
        FigureFilter all = new FigureFilter(null, null, null, formats.zone());
        return figures.behind(all, null, "shown", 0, OFFERS).stream()
                .filter(each -> !each.arm().equals("import"))
                .map(DecisionLine::decision)
                .distinct()
                .limit(DECISIONS)
                .map(decisions::read)
                .toList();
    }

    /** Of the newest, the one with the most candidates that came to be ranked. */
    static @Nullable DecisionTrace telling(List<DecisionTrace> traces) {
        return traces.stream()
                .limit(20)
                .max(Comparator.comparingLong((DecisionTrace each) -> each.candidates().stream()
                        .filter(candidate -> candidate.score() != null)
                        .count()))
                .orElse(null);
    }
}
