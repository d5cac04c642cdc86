package org.attune.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.attune.policy.PolicyCatalog.action;
import static org.attune.policy.PolicyCatalog.group;
import static org.attune.policy.PolicyCatalog.issue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.attune.catalog.Action;
import org.attune.catalog.Engagement;
import org.attune.customer.AttributeDictionary;
import org.attune.customer.AttributeType;
import org.junit.jupiter.api.Test;

/** One action of a thousand has changed. */
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

    @Test
    void aNewAttributeLeavesEveryRuleCompiled() {
        RuleCompiler first = new RuleCompiler(new AttributeDictionary(List.of(
                RandomRules.attribute("arrears_days", AttributeType.NUMBER),
                RandomRules.attribute("plan", AttributeType.CATEGORY))));
        Rule money = first.compile("arrears_days > 3");
        first.compile("plan == 'a'");
        RuleCompiler second = first.under(new AttributeDictionary(List.of(
                RandomRules.attribute("age_of_device", AttributeType.NUMBER),
                RandomRules.attribute("arrears_days", AttributeType.NUMBER),
                RandomRules.attribute("plan", AttributeType.NUMBER))));
        Facts facts = new Facts(Map.of("age_of_device", 1.0, "arrears_days", 9.0, "plan", 2.0));
        assertThat(second.compile("arrears_days > 3").passes(facts)).isTrue();
        assertThat(second.compile("arrears_days > age_of_device").passes(facts)).isTrue();
        assertThat(second.check("plan == 'a'")).isNotEmpty();
        assertThat(second.compile("plan == 2").evaluate(facts).values()).isEqualTo(Map.of("plan", 2.0));
        RuleCompiler third = second.under(new AttributeDictionary(List.of()));
        assertThat(third.check("arrears_days > 3")).isNotEmpty();
        assertThat(third.check("reason == 'x'")).isEmpty();
        assertThat(money.passes(facts)).isTrue();
    }
}
