package org.attune.decision;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.attune.catalog.Nature;
import org.attune.customer.CustomerContext;
import org.attune.kernel.DecisionId;
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

    private final Decisions decisions;
    private final LiveStrategy live;

    SafeGuidance(Decisions decisions, LiveStrategy live) {
        this.decisions = decisions;
        this.live = live;
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
                    && gone.add(each.action())) {
                list.add(each);
            }
        }
        return new Guidance(asDecision(customer, last, strategy, list), answerable);
    }

    private static boolean safe(Recommendation each) {
        return ISSUES.contains(each.issue()) && NATURES.contains(each.nature());
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
