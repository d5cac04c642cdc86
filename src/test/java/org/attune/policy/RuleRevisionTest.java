package org.attune.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.attune.policy.PolicyCatalog.action;
import static org.attune.policy.PolicyCatalog.group;
import static org.attune.policy.PolicyCatalog.issue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.attune.catalog.Action;
import org.attune.catalog.Engagement;
import org.junit.jupiter.api.Test;

/** P9: one action of a thousand has changed. */
class RuleRevisionTest {
    private final RuleCompiler compiler = new RuleCompiler(RandomRules.DICTIONARY);

    private RuleBook compile(List<Action> actions) {
        RuleBook.Draft draft = RuleBook.draft(compiler);
        actions.forEach(
                each -> draft.policy(issue("sales", Engagement.NONE), group("phones", "sales", Engagement.NONE), each));
        return draft.finish();
    }

    private static Action with(String key, int limit) {
        return action(
                key,
                "phones",
                new Engagement("has_mobile", "plan_price > " + limit + " && !has_savings", "arrears_days < " + limit));
    }

    @Test
    void anEditOfOneActionCompilesOneRuleAndNotThousands() {
        List<Action> actions = new ArrayList<>();
        for (int i = 0; i < 1_000; i++) {
            actions.add(with("a" + i, i));
        }
        RuleBook before = compile(actions);
        assertThat(before.size()).isEqualTo(2_001);
        actions.set(500, with("a500", 5_000));
        long start = System.nanoTime();
        RuleBook after = compile(actions);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofMillis(100));
        assertThat(after.size()).isEqualTo(2_001);
    }
}
