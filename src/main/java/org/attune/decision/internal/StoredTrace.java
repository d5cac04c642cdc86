package org.attune.decision.internal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.attune.catalog.Vocabulary;
import org.attune.customer.AttributeDictionary;
import org.attune.decision.DecisionTrace;
import org.attune.decision.DecisionTrace.Score;
import org.attune.history.DecisionRecord;
import org.attune.history.Offer;
import org.attune.kernel.LocalText;
import org.attune.policy.Rejection;
import org.attune.strategy.CompiledAction;
import org.attune.strategy.Strategy;
import org.jspecify.annotations.Nullable;

/** Makes what was written down readable again: rules, values and factors follow from the inputs and the strategy revision. */
final class StoredTrace {
    private final Recalled recalled;
    private final Strategy strategy;
    private final Moment moment;
    private final Gate gate;
    private final Arbiter arbiter;
    private final Map<String, Offer> offers = new HashMap<>();

    StoredTrace(Recalled recalled, Strategy strategy, AttributeDictionary dictionary) {
        this.recalled = recalled;
        this.strategy = strategy;
        moment = recalled.moment(strategy, dictionary);
        gate = new Gate(moment);
        recalled.record().offers().forEach(each -> offers.put(each.action(), each));
        arbiter = new Arbiter(moment, gate);
    }

    /** The trace; {@code words} say what the shield does. */
    DecisionTrace read(Vocabulary words) {
        List<DecisionTrace.Candidate> candidates = new ArrayList<>();
        List<CompiledAction> actions = strategy.actions();
        for (int i = 0; i < Math.min(actions.size(), recalled.stops().size()); i++) {
            candidates.add(candidate(
                    i,
                    actions.get(i),
                    recalled.stops().get(i),
                    recalled.scores().get(i)));
        }
        return of(
                recalled.record(),
                new TreeMap<>(gate.facts.values()),
                candidates,
                recalled.none(),
                Protections.of(recalled.customer(), gate.protection(), words));
    }

    /** What is left of a decision without a trace: an imported answer, or one of a month that was cleared away. */
    static DecisionTrace withoutTrace(DecisionRecord record) {
        return of(record, new TreeMap<>(), List.of(), null, List.of());
    }

    private static DecisionTrace of(
            DecisionRecord record,
            SortedMap<String, Object> facts,
            List<DecisionTrace.Candidate> candidates,
            @Nullable LocalText none,
            List<LocalText> protections) {
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
                facts,
                new TreeMap<>(record.situation()),
                candidates,
                none,
                protections);
    }

    private DecisionTrace.Candidate candidate(
            int index, CompiledAction compiled, Stop stop, Recalled.@Nullable Score stored) {
        Candidate candidate = new Candidate(compiled, index);
        candidate.stop = stop;
        candidate.given = recalled.given().get(compiled.action().key());
        Score score = null;
        if (stored != null) {
            // What was proposed is known exactly, the rest to seven digits.
            Offer offer = offers.get(candidate.action());
            candidate.propensity = offer == null ? stored.propensity() : offer.propensity();
            candidate.sampled = offer == null ? stored.sampled() : offer.sampled();
            arbiter.factors(candidate);
            score = new Score(
                    candidate.propensity,
                    candidate.sampled,
                    stored.evidence(),
                    candidate.context,
                    candidate.value,
                    candidate.lever,
                    candidate.priority,
                    offer == null ? stored.selectionProbability() : offer.selectionProbability());
        }
        Rejection rejection = Deliberated.rejection(candidate, gate);
        return new DecisionTrace.Candidate(
                candidate.action(),
                candidate.group(),
                candidate.issue(),
                compiled.action().title(),
                stop == Stop.RANKED ? "ranked" : stop.stage(),
                rejection == null ? "" : rejection.rule(),
                rejection == null ? Map.of() : rejection.values(),
                rejection == null ? null : rejection.words(),
                score,
                stored == null ? 0 : stored.rank(),
                recalled.reasons().getOrDefault(candidate.action(), List.of()));
    }
}
