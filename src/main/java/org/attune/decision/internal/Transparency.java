package org.attune.decision.internal;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.attune.catalog.Action;
import org.attune.catalog.Group;
import org.attune.kernel.Problem;
import org.attune.learning.EngineVariant;
import org.attune.learning.Engines;
import org.attune.learning.PromotionGate;
import org.attune.strategy.LiveStrategy;
import org.attune.strategy.PublishGate;
import org.attune.strategy.Strategy;
import org.attune.strategy.StrategyDocument;
import org.springframework.stereotype.Component;

/**
 * Who is in difficulty has a right to be told why. So only an engine whose contributions add up to its scores may score actions of
 * hardship and collections: another is not put in charge while the live strategy has such actions, and a strategy with such
 * actions is not published while another is in charge.
 */
@Component
class Transparency implements PublishGate, PromotionGate {

    private static final Set<String> ISSUES = Set.of("hardship", "collections");

    private final Engines engines;
    private final LiveStrategy live;

    Transparency(Engines engines, LiveStrategy live) {
        this.engines = engines;
        this.live = live;
    }

    @Override
    public List<Problem> problems(Strategy candidate) {
        return problems(engines.champion(), candidate.document());
    }

    @Override
    public List<Problem> problems(EngineVariant candidate) {
        return live.exists() ? problems(candidate, live.current().document()) : List.of();
    }

    /** What speaks against scoring a document's actions with an engine, by action. */
    static List<Problem> problems(EngineVariant engine, StrategyDocument document) {
        if (engine.exact()) {
            return List.of();
        }
        Map<String, String> issues = new HashMap<>();
        for (Group group : document.groups()) {
            issues.put(group.key(), group.issue());
        }
        return document.actions().stream()
                .filter(action -> ISSUES.contains(issues.getOrDefault(action.group(), "")))
                .map(action -> problem(engine, action, issues.getOrDefault(action.group(), "")))
                .toList();
    }

    private static Problem problem(EngineVariant engine, Action action, String issue) {
        return new Problem(
                "actions[" + action.key() + "]",
                "'" + action.title().en() + "' belongs to " + issue
                        + ", where only an engine that can explain its scores" + " exactly may decide. The engine '"
                        + engine.key() + "' cannot.");
    }
}
