package org.attune.decision.internal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.attune.catalog.Action;
import org.attune.decision.DecisionTrace;
import org.attune.decision.Recommendation.Reason;
import org.attune.history.DecisionRecord;
import org.attune.kernel.LocalText;
import org.attune.strategy.Strategy;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Reads traces of the first version, which were JSON; they explain, but hold too little to be replayed. */
final class TextTrace {
    private TextTrace() {}

    private record Body(
            @Nullable Map<String, Object> facts,
            @Nullable List<Row> candidates,
            @Nullable LocalText none,
            @Nullable List<LocalText> protections) {}

    private record Row(
            String action,
            String group,
            String issue,
            String stage,
            @Nullable String rule,
            @Nullable Map<String, Object> values,
            @Nullable LocalText words,
            @Nullable Double propensity,
            @Nullable Long evidence,
            @Nullable Double sampled,
            @Nullable Double context,
            @Nullable Double value,
            @Nullable Double lever,
            @Nullable Double priority,
            @Nullable Double selectionProbability,
            @Nullable Integer rank,
            @Nullable List<Reason> reasons) {}

    /** The trace of a decision; titles are those of the strategy given. */
    static DecisionTrace read(DecisionRecord record, String text, Strategy strategy, JsonMapper json) {
        Body body = json.readValue(text, Body.class);
        Map<String, Action> actions =
                new HashMap<>(strategy.document().catalog().byKey());
        List<DecisionTrace.Candidate> candidates = new ArrayList<>();
        for (Row row : body.candidates() == null ? List.<Row>of() : body.candidates()) {
            candidates.add(candidate(row, actions.get(row.action())));
        }
        return new DecisionTrace(
                record.id(),
                record.customer(),
                record.at(),
                record.channel(),
                record.reason(),
                record.interaction(),
                record.revision(),
                record.modelVersion(),
                record.arm(),
                record.seed(),
                record.tookMicros(),
                record.guarded(),
                new TreeMap<>(body.facts() == null ? Map.of() : body.facts()),
                new TreeMap<>(record.situation()),
                candidates,
                body.none(),
                body.protections() == null ? List.of() : body.protections());
    }

    private static DecisionTrace.Candidate candidate(Row row, @Nullable Action action) {
        return new DecisionTrace.Candidate(
                row.action(),
                row.group(),
                row.issue(),
                action == null ? LocalText.same(row.action()) : action.title(),
                row.stage(),
                row.rule() == null ? "" : row.rule(),
                row.values() == null ? Map.of() : row.values(),
                row.words(),
                row.propensity() == null
                        ? null
                        : new DecisionTrace.Score(
                                row.propensity(),
                                number(row.sampled()),
                                row.evidence() == null ? 0 : row.evidence(),
                                number(row.context()),
                                number(row.value()),
                                number(row.lever()),
                                number(row.priority()),
                                number(row.selectionProbability())),
                row.rank() == null ? 0 : row.rank(),
                row.reasons() == null ? List.of() : row.reasons());
    }

    private static double number(@Nullable Double value) {
        return value == null ? 0 : value;
    }
}
