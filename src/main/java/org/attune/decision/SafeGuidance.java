package org.attune.decision;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.attune.catalog.AnswerTerms;
import org.attune.catalog.Nature;
import org.attune.customer.Attributes;
import org.attune.customer.CustomerContext;
import org.attune.decision.internal.Situations;
import org.attune.history.DecisionRecord;
import org.attune.history.Offer;
import org.attune.history.Quota.Supply;
import org.attune.kernel.Channel;
import org.attune.kernel.DecisionId;
import org.attune.strategy.CompiledAction;
import org.attune.strategy.LiveStrategy;
import org.attune.strategy.Strategy;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;

/**
 * The list an agent gets while the database or the engine is away: what was decided before and does no harm, then service and
 * information of the strategy in memory. Never a sale, never collections, for nobody: states of the customer that were recorded
 * meanwhile are unknown, so everybody is treated as the shield treats somebody in difficulty. Reads no database and no models.
 */
@Service
public class SafeGuidance {
    private static final Logger LOG = LoggerFactory.getLogger(SafeGuidance.class);
    private static final int MOST = 3;
    /** As many as a request may ask for. */
    private static final int CANDIDATES = 10;

    private static final Set<String> ISSUES = Set.of("service", "information", "hardship");
    private static final Set<Nature> NATURES = Set.of(Nature.HELP, Nature.CARE, Nature.INFORMATION);

    private static final Offer LISTENING =
            new Offer(Decisions.NONE, Decisions.NONE, Decisions.NONE, 0, null, 0, 0, 0, 0, 0);

    private final Decisions decisions;
    private final LiveStrategy live;
    private final Attributes attributes;

    SafeGuidance(Decisions decisions, LiveStrategy live, Attributes attributes) {
        this.decisions = decisions;
        this.live = live;
        this.attributes = attributes;
    }

    /**
     * @param customer the latest known snapshot
     * @param last the latest recorded decision about the customer, null when there is none
     * @param settled actions that were answered since, which are over
     */
    public Guidance of(
            CustomerContext customer, @Nullable Decision last, DecisionRequest request, Set<String> settled) {
        Strategy strategy = live.current();
        Map<String, Integer> kinds = kinds(strategy);
        List<Recommendation> list = new ArrayList<>();
        Set<String> gone = new HashSet<>(settled);
        Set<String> answerable = new HashSet<>();
        if (last != null) {
            for (Recommendation each : last.recommendations()) {
                // What has left the catalog since could be anything.
                if (kinds.getOrDefault(each.action(), -1) == 0 && gone.add(each.action())) {
                    list.add(each);
                    answerable.add(each.action());
                }
            }
            last.dropped().forEach(each -> gone.add(each.action()));
            answerable.add(Decisions.NONE);
        }
        for (Recommendation each : fromStrategy(customer, request, strategy)) {
            if (list.size() < MOST
                    && kinds.getOrDefault(each.action(), -1) == 0
                    && safe(each)
                    && plenty(strategy, each, request.channel())
                    && gone.add(each.action())) {
                list.add(each);
            }
        }
        return new Guidance(asDecision(customer, last, strategy, list), answerable);
    }

    private static boolean safe(Recommendation each) {
        return ISSUES.contains(each.issue()) && NATURES.contains(each.nature());
    }

    /** Nobody can look what is left of a stock or a budget. */
    private static boolean plenty(Strategy strategy, Recommendation each, Channel channel) {
        return strategy.quotas().of(each.action(), channel).stream().noneMatch(Supply.class::isInstance);
    }

    /**
     * A proposal of guidance as it is written down when it is answered: a decision of its own with this one offer. Nothing was left to chance and no
     * model was asked, so it says nothing about the engine; what it teaches is the answer.
     *
     * @param recommendation null for listening
     * @param at when it was answered
     */
    public DecisionRecord proposed(
            CustomerContext customer, DecisionRequest request, @Nullable Recommendation recommendation, Instant at) {
        Strategy strategy = live.current();
        return new DecisionRecord(
                DecisionId.next(),
                customer.id(),
                at,
                request.channel(),
                request.reason(),
                request.interaction(),
                strategy.revision(),
                0,
                "import",
                0,
                0,
                true,
                Situations.of(
                        customer,
                        attributes.dictionary(),
                        request.reason(),
                        request.channel().key()),
                List.of(recommendation == null ? LISTENING : offer(strategy, recommendation)));
    }

    private static Offer offer(Strategy strategy, Recommendation each) {
        double start = each.propensity();
        AnswerTerms terms = strategy.actions().stream()
                .map(CompiledAction::action)
                .filter(action -> action.key().equals(each.action()))
                .findFirst()
                .orElseThrow()
                .terms();
        return new Offer(
                each.action(),
                each.issue(),
                each.group(),
                each.rank(),
                each.treatment() == null ? null : each.treatment().key(),
                start,
                start,
                0,
                1,
                start,
                terms.days(),
                terms.fulfilledReward());
    }

    /** What the rules by themselves allow; nothing when even that fails: then there is still listening. */
    private List<Recommendation> fromStrategy(CustomerContext customer, DecisionRequest request, Strategy strategy) {
        try {
            DecisionRequest wide = new DecisionRequest(
                    customer.id(),
                    request.channel(),
                    request.reason(),
                    request.language(),
                    request.tone(),
                    CANDIDATES,
                    request.context(),
                    null);
            return decisions.tryOut(customer, List.of(), wide, strategy).recommendations();
        } catch (RuntimeException e) {
            LOG.warn("The rules cannot be asked either", e);
            return List.of();
        }
    }

    private static Map<String, Integer> kinds(Strategy strategy) {
        Map<String, Integer> kinds = new HashMap<>();
        strategy.actions().forEach(each -> kinds.put(each.action().key(), each.kinds()));
        return kinds;
    }

    private static Decision asDecision(
            CustomerContext customer, @Nullable Decision last, Strategy strategy, List<Recommendation> list) {
        List<Recommendation> ranked = new ArrayList<>();
        for (Recommendation each : list) {
            ranked.add(each.at(ranked.size() + 1));
        }
        return new Decision(
                last == null ? DecisionId.next() : last.id(),
                customer.id(),
                customer.at(),
                strategy.revision(),
                last == null ? 0 : last.modelVersion(),
                last == null ? "main" : last.arm(),
                0,
                List.copyOf(ranked),
                null,
                last == null ? List.of() : last.protections(),
                List.of());
    }
}
