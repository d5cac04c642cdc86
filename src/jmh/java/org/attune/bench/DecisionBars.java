package org.attune.bench;

import java.util.LinkedHashMap;
import java.util.Map;

/** What decisions have to reach, and whether they did. */
final class DecisionBars {
    private static final double HTTP_PER_SECOND = 613;
    private static final double HTTP_P99_MILLIS = 50;
    private static final double ENGINE_P50_MICROS = 1_000;
    private static final double ENGINE_P99_MICROS = 5_000;
    private static final double EDIT_MILLIS = 1_000;
    private static final double RAW_LOOPS = 3;

    private final Map<String, Boolean> verdicts = new LinkedHashMap<>();

    void check(String what, boolean reached) {
        verdicts.merge(what, reached, Boolean::logicalAnd);
    }

    void engine(Map<String, Object> row) {
        check("engine p50 <= 1 ms", (double) row.get("p50Micros") <= ENGINE_P50_MICROS);
        check("engine p99 <= 5 ms", (double) row.get("p99Micros") <= ENGINE_P99_MICROS);
    }

    void http(HttpLoad.Load load) {
        check("over HTTP >= 613 decisions/s at 1,000 actions", load.perSecond() >= HTTP_PER_SECOND);
        check("over HTTP p99 <= 50 ms at 1,000 actions", load.times().millis(0.99) <= HTTP_P99_MILLIS);
    }

    void answered(HttpLoad.Load load) {
        check("every decision over HTTP was answered", load.failed() == 0);
    }

    void edit(Map<String, Object> figures) {
        check("every edit live in less than a second", (double) figures.get("maxMillis") < EDIT_MILLIS);
    }

    void scoring(Map<String, Object> scoring) {
        check("scoring within 3 raw loops", ScoringBench.rawLoops(scoring) <= RAW_LOOPS);
    }

    Map<String, Boolean> verdicts() {
        return verdicts;
    }

    /** Prints the verdicts; whether all were reached. */
    boolean print() {
        verdicts.forEach((what, reached) -> System.out.println((reached ? "reached  " : "MISSED   ") + what));
        return !verdicts.containsValue(false);
    }
}
