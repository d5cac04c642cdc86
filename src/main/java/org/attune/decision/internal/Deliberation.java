package org.attune.decision.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.attune.catalog.Action;
import org.attune.catalog.Vocabulary;
import org.attune.customer.CustomerContext;
import org.attune.decision.Decisions;
import org.attune.decision.FirstPlace;
import org.attune.decision.Recommendation;
import org.attune.decision.Recommendation.Script;
import org.attune.history.Offer;
import org.attune.kernel.Language;
import org.attune.learning.Models;
import org.attune.learning.PropensityModel;
import org.attune.learning.TreatmentModel;
import org.attune.learning.engine.Contribution;
import org.attune.learning.engine.ModelPath;
import org.attune.learning.engine.Scores;
import org.attune.policy.Rejection;
import org.attune.strategy.CompiledAction;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/** Runs the stages once: gate, propensity, arbitration, and the shield again at the end. Reads and writes nothing else. */
@Component
public class Deliberation {
    private final PropensityModel models;
    private final TreatmentModel treatments;
    private final Vocabulary words;

    /** With the live models, or, in a replay, with those of its moment. */
    @Autowired
    Deliberation(PropensityModel models, TreatmentModel treatments, Vocabulary words) {
        this.models = models;
        this.treatments = treatments;
        this.words = words;
    }

    /** Where nobody has answered to any wording. */
    Deliberation(PropensityModel models, Vocabulary words) {
        this(models, TreatmentModel.NONE, words);
    }

    /** The same stages with other models, and nobody having answered to any wording. */
    public Deliberation with(PropensityModel others) {
        return new Deliberation(others, words);
    }

    /** Deliberates on one moment. */
    public Deliberated run(Moment moment) {
        CustomerContext customer = moment.customer();
        Gate gate = gate(moment);
        List<Candidate> candidates = judged(moment, gate);
        long modelVersion = predict(models, candidates, moment);
        refuse(candidates, moment.refused());
        Arbiter arbiter = new Arbiter(moment, gate);
        List<Candidate> ranked = shieldedAgain(arbiter.rank(candidates), gate);
        List<Candidate> chosen = ranked.subList(0, Math.min(top(moment), ranked.size()));
        List<Recommendation> recommendations = new ArrayList<>();
        List<Offer> offers = new ArrayList<>();
        List<List<Contribution>> why = models.explain(
                chosen.stream().map(Deliberation::subject).toList(),
                chosen.stream().mapToDouble(each -> each.logit).toArray(),
                moment.situation());
        for (int i = 0; i < chosen.size(); i++) {
            Candidate each = chosen.get(i);
            arbiter.weigh(each);
            Recommendation recommendation = recommendation(each, moment, gate, modelVersion, why.get(i));
            recommendations.add(recommendation);
            offers.add(offer(each, recommendation));
        }
        offers.add(new Offer(Decisions.NONE, Decisions.NONE, Decisions.NONE, 0, null, 0, 0, 0, 0, 0));
        return new Deliberated(
                moment,
                gate,
                candidates,
                modelVersion,
                recommendations,
                offers,
                chosen.isEmpty() ? Silence.reason(candidates) : null,
                Protections.of(customer, gate.protection(), words));
    }

    /** Who would come first at a moment, without saying anything about it. */
    FirstPlace first(Moment moment) {
        Gate gate = gate(moment);
        List<Candidate> candidates = judged(moment, gate);
        predict(models, candidates, moment);
        refuse(candidates, moment.refused());
        shieldedAgain(new Arbiter(moment, gate).rank(candidates), gate);
        return Contest.of(candidates);
    }

    private static List<Candidate> judged(Moment moment, Gate gate) {
        List<Candidate> candidates = new ArrayList<>(moment.strategy().actions().size());
        for (CompiledAction compiled : moment.strategy().actions()) {
            Candidate candidate = new Candidate(compiled, candidates.size());
            candidate.stop = gate.judge(compiled);
            candidates.add(candidate);
        }
        return candidates;
    }

    /** The gate of a moment; the proof of the shield puts one without it in its place. */
    Gate gate(Moment moment) {
        return new Gate(moment);
    }

    private static void refuse(List<Candidate> candidates, Map<String, Rejection> refused) {
        if (!refused.isEmpty()) {
            for (Candidate each : candidates) {
                Rejection rejection = refused.get(each.action());
                if (rejection != null && each.stands()) {
                    each.refuse(rejection);
                }
            }
        }
    }

    private static long predict(PropensityModel models, List<Candidate> candidates, Moment moment) {
        Workspace workspace = Workspace.mine();
        int[] standing = workspace.numbers(candidates.size());
        int count = 0;
        for (int i = 0; i < candidates.size(); i++) {
            if (candidates.get(i).stands()) {
                standing[count++] = i;
            }
        }
        Scores scores = workspace.scores();
        long position = models.score(moment.strategy().roster(), moment.situation(), standing, count, scores);
        for (int i = 0; i < count; i++) {
            Candidate each = candidates.get(standing[i]);
            each.propensity = scores.propensity(standing[i]);
            each.logit = scores.logit(standing[i]);
            each.variance = scores.variance(standing[i]);
            each.evidence = scores.evidence(standing[i]);
            each.settled = scores.settled(standing[i]);
            each.sampled = each.propensity;
        }
        return position;
    }

    /** The last word is the shield's, whatever happened before. */
    private static List<Candidate> shieldedAgain(List<Candidate> ranked, Gate gate) {
        List<Candidate> kept = new ArrayList<>(ranked.size());
        for (Candidate each : ranked) {
            if (gate.shielded(each.compiled)) {
                each.stop = Stop.SHIELD;
                each.rank = 0;
            } else {
                each.rank = kept.size() + 1;
                kept.add(each);
            }
        }
        return kept;
    }

    private static int top(Moment moment) {
        int setting = moment.strategy().document().arbitration().top();
        Integer max = moment.request().max();
        return max == null ? setting : Math.min(max, 10);
    }

    private Recommendation recommendation(
            Candidate each, Moment moment, Gate gate, long modelVersion, List<Contribution> contributions) {
        Action action = each.compiled.action();
        CustomerContext customer = moment.customer();
        Language asked = moment.request().language();
        Language language = asked == null ? customer.language() : asked;
        Wording wording = new Wording(treatments, modelVersion, moment, gate.protection());
        Filling filling = new Filling(customer, moment.dictionary(), words);
        List<Script> scripts = Scripts.of(wording.choose(action), language, filling);
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
                new Reasons(customer, moment.dictionary(), words).of(each, contributions),
                Scripts.legal(action.legal(), language, filling));
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
                each.compiled.action().startingPropensity(),
                each.compiled.action().terms().days(),
                each.compiled.action().terms().fulfilledReward());
    }

    private static Models.Subject subject(Candidate each) {
        return new Models.Subject(
                new ModelPath(each.issue(), each.group(), each.action()),
                each.compiled.action().startingPropensity());
    }
}
