package org.attune;

import java.util.List;
import java.util.Map;
import java.util.WeakHashMap;
import org.attune.arbitration.ArbitrationSettings;
import org.attune.catalog.Catalog;
import org.attune.catalog.Issue;
import org.attune.strategy.LiveStrategy;
import org.attune.strategy.Strategies;
import org.attune.strategy.StrategyDocument;
import org.springframework.context.ApplicationContext;
import org.springframework.test.context.TestContext;
import org.springframework.test.context.support.AbstractTestExecutionListener;

/**
 * Each test class that shares an application begins with the strategy that the application began with, whatever classes before
 * it published, and with nothing left to chance: no exploration, no control group, and no silence because of what classes before
 * it taught the models. A test about these turns them on.
 */
final class SameStrategy extends AbstractTestExecutionListener {
    private static final Map<ApplicationContext, StrategyDocument> BEGINNINGS = new WeakHashMap<>();

    @Override
    public void prepareTestInstance(TestContext context) {
        ApplicationContext application = context.getApplicationContext();
        if (Boolean.TRUE.equals(context.getAttribute("same strategy"))
                || !application.getBean(LiveStrategy.class).exists()) {
            return;
        }
        context.setAttribute("same strategy", true);
        Strategies strategies = application.getBean(Strategies.class);
        StrategyDocument now = strategies.document();
        StrategyDocument beginning = BEGINNINGS.computeIfAbsent(application, first -> calm(now));
        if (!now.equals(beginning)) {
            strategies.publish(beginning, "as it was", "test");
        }
    }

    private static StrategyDocument calm(StrategyDocument document) {
        ArbitrationSettings all = document.arbitration();
        List<Issue> issues = document.issues().stream()
                .map(each -> new Issue(
                        each.key(), each.label(), each.mix(), 0, each.lever(), each.paused(), each.engagement()))
                .toList();
        return document.with(new Catalog(issues, document.groups(), document.actions()))
                .with(new ArbitrationSettings(all.factors(), 0, 0, all.top(), all.contextWeights(), List.of()));
    }
}
