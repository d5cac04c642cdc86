package org.attune.decision.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.attune.arbitration.ContextFit;
import org.attune.catalog.Action;
import org.attune.catalog.Vocabulary;
import org.attune.customer.CustomerContext;
import org.attune.decision.Decisions;
import org.attune.decision.Dropped;
import org.attune.decision.Recommendation;
import org.attune.decision.Recommendation.Script;
import org.attune.history.Offer;
import org.attune.kernel.Language;
import org.attune.kernel.LocalText;
import org.attune.kernel.Tone;
import org.attune.learning.Models;
import org.attune.learning.engine.Contribution;
import org.attune.learning.engine.ModelPath;
import org.attune.learning.engine.Prediction;
import org.attune.policy.Facts;
import org.attune.policy.Rejection;
import org.attune.policy.Shield;
import org.attune.strategy.CompiledAction;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/** Runs the stages once: gate, propensity, arbitration, and the shield again at the end. Reads and writes nothing else. */
@Component
public class Deliberation {
    private final Propensities models;
    private final Vocabulary words;

    @Autowired
    Deliberation(Models models, Vocabulary words) {
        this(Propensities.of(models), words);
    }

    Deliberation(Propensities models, Vocabulary words) {
        this.models = models;
        this.words = words;
    }

    /** What came out, ready to be written down. */
    public record Result(
            long modelVersion,
            SortedMap<String, Object> situation,
            List<Recommendation> recommendations,
            List<Offer> offers,
            @Nullable LocalText none,
            List<LocalText> protections,
            List<Dropped> dropped,
            Map<String, Object> trace) {}

    /** Deliberates on one moment in which every claim finds its place. */
    public Result run(Moment moment) {
        return run(moment, Map.of());
    }

    /**
     * Deliberates on one moment.
     *
     * @param refused actions that found no place under a limit or a constraint
     */
    public Result run(Moment moment, Map<String, Rejection> refused) {
        CustomerContext customer = moment.customer();
        String channel = moment.request().channel().key();
        Facts facts = Facts.of(
                customer,
                moment.past(),
                moment.request().reason(),
                channel,
                moment.request().context(),
                moment.strategy().journeys());
        SortedMap<String, Object> situation =
                Situations.of(customer, moment.dictionary(), moment.request().reason(), channel);
        List<Candidate> candidates = gate(moment, facts);
        for (Candidate each : candidates) {
            each.rejection = each.stands() ? refused.get(each.action()) : each.rejection;
        }
        long modelVersion = predict(candidates, situation);
        List<Candidate> ranked = arbiter(moment).rank(candidates);
        ranked = shieldedAgain(ranked, customer);
        int top = top(moment);
        List<Candidate> chosen = ranked.subList(0, Math.min(top, ranked.size()));
        List<LocalText> protections = Protections.of(customer, words);
        LocalText none = chosen.isEmpty() ? Silence.reason(candidates) : null;
        List<Recommendation> recommendations = new ArrayList<>();
        List<Offer> offers = new ArrayList<>();
        for (Candidate each : chosen) {
            Recommendation recommendation = recommendation(each, moment, situation);
            recommendations.add(recommendation);
            offers.add(offer(each, recommendation));
        }
        offers.add(new Offer(Decisions.NONE, Decisions.NONE, Decisions.NONE, 0, null, 0, 0, 0, 0, 0));
        return new Result(
                modelVersion,
                situation,
                recommendations,
                offers,
                none,
                protections,
                dropped(candidates),
                Trace.of(customer, facts, situation, candidates, recommendations, none, protections));
    }

    private static List<Candidate> gate(Moment moment, Facts facts) {
        Gate gate = Gate.of(moment, facts);
        List<Candidate> candidates = new ArrayList<>();
        for (CompiledAction compiled : moment.strategy().actions()) {
            Candidate candidate = new Candidate(compiled);
            candidate.rejection = gate.judge(compiled);
            candidates.add(candidate);
        }
        return candidates;
    }

    private long predict(List<Candidate> candidates, SortedMap<String, Object> situation) {
        List<Candidate> standing = candidates.stream().filter(Candidate::stands).toList();
        Models.Predictions predictions = models.predict(
                situation,
                standing.stream()
                        .map(each -> new Models.Subject(
                                path(each), each.compiled.action().startingPropensity()))
                        .toList());
        for (int i = 0; i < standing.size(); i++) {
            Prediction prediction = predictions.predictions().get(i);
            Candidate each = standing.get(i);
            each.propensity = prediction.propensity();
            each.logit = prediction.logit();
            each.variance = prediction.variance();
            each.evidence = prediction.evidence();
            each.sampled = prediction.propensity();
        }
        return predictions.position();
    }

    private static Arbiter arbiter(Moment moment) {
        CustomerContext customer = moment.customer();
        ContextFit fit = new ContextFit(
                moment.request().reason(),
                customer.signalDays().keySet(),
                customer.activeStates().stream()
                        .map(state -> state.key())
                        .collect(java.util.stream.Collectors.toSet()));
        boolean explore = !moment.guarded() && !moment.control();
        return new Arbiter(
                moment.strategy().document().arbitration(),
                fit,
                moment.today(),
                moment.seed(),
                explore,
                moment.control());
    }

    /** The last word is the shield's, whatever happened before. */
    private static List<Candidate> shieldedAgain(List<Candidate> ranked, CustomerContext customer) {
        List<Candidate> kept = new ArrayList<>();
        for (Candidate each : ranked) {
            Rejection rejection = Shield.judge(each.compiled.action(), each.issue(), customer);
            if (rejection == null) {
                each.rank = kept.size() + 1;
                kept.add(each);
            } else {
                each.rejection = rejection;
                each.rank = 0;
            }
        }
        return kept;
    }

    private static int top(Moment moment) {
        int setting = moment.strategy().document().arbitration().top();
        Integer max = moment.request().max();
        return max == null ? setting : Math.min(max, 10);
    }

    private Recommendation recommendation(Candidate each, Moment moment, SortedMap<String, Object> situation) {
        Action action = each.compiled.action();
        CustomerContext customer = moment.customer();
        Language asked = moment.request().language();
        Language language = asked == null ? customer.language() : asked;
        Tone tone = Scripts.tone(moment.request().tone(), customer);
        List<Script> scripts = Scripts.of(action, tone, language, customer, words);
        List<Contribution> contributions = models.explain(path(each), action.startingPropensity(), situation);
        return new Recommendation(
                each.rank,
                action.key(),
                each.issue(),
                each.group(),
                action.nature(),
                action.title(),
                action.benefit(),
                action.minutes(),
                scripts.isEmpty() ? null : scripts.getFirst(),
                scripts,
                each.propensity,
                each.priority,
                new Reasons(customer, moment.dictionary(), words).of(each, contributions));
    }

    private static Offer offer(Candidate each, Recommendation recommendation) {
        Script treatment = recommendation.treatment();
        return new Offer(
                each.action(),
                each.issue(),
                each.group(),
                each.rank,
                treatment == null ? null : treatment.key(),
                each.propensity,
                each.sampled,
                each.priority,
                each.selectionProbability,
                each.compiled.action().startingPropensity());
    }

    private static List<Dropped> dropped(List<Candidate> candidates) {
        List<Dropped> dropped = new ArrayList<>();
        for (Candidate each : candidates) {
            Rejection rejection = each.rejection;
            if (rejection != null) {
                dropped.add(new Dropped(
                        each.action(),
                        each.issue(),
                        rejection.stage(),
                        rejection.rule(),
                        rejection.values(),
                        rejection.words()));
            }
        }
        return dropped;
    }

    private static ModelPath path(Candidate each) {
        return new ModelPath(each.issue(), each.group(), each.action());
    }
}
