package org.attune.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.attune.policy.PolicyCatalog.action;
import static org.attune.policy.PolicyCatalog.eligibility;
import static org.attune.policy.PolicyCatalog.group;
import static org.attune.policy.PolicyCatalog.issue;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.attune.catalog.Engagement;
import org.attune.customer.AttributeDefinition;
import org.attune.customer.AttributeDictionary;
import org.attune.customer.AttributeType;
import org.attune.customer.Sensitivity;
import org.attune.kernel.LocalText;
import org.junit.jupiter.api.Test;

/** Three tiers on issue, group and action; what was dropped keeps tier, rule and the values that were read. */
class EngagementPolicyTest {
    private final RuleCompiler compiler = new RuleCompiler(new AttributeDictionary(List.of(
            new AttributeDefinition(
                    "arrears_days",
                    AttributeType.NUMBER,
                    new LocalText("days in arrears", "jours de retard"),
                    Sensitivity.ORDINARY,
                    true,
                    "billing",
                    "today",
                    "days",
                    true),
            RandomRules.attribute("has_mobile", AttributeType.BOOLEAN),
            RandomRules.attribute("plan", AttributeType.CATEGORY))));

    private final RuleBook.Draft draft = RuleBook.draft(compiler);
    private final EngagementPolicy policy = draft.policy(
            issue("sales", new Engagement("'adult' in states", "", "!('bereavement' in states)")),
            group("phones", "sales", new Engagement("", "reason != 'complaint'", "")),
            action(
                    "new-phone",
                    "phones",
                    new Engagement("has_mobile", "signal_within('shop-visit', 14)", "arrears_days < 1")));

    private static Map<String, Object> willing() {
        Map<String, Object> values = new HashMap<>();
        values.put("states", List.of("adult"));
        values.put("reason", "upgrade");
        values.put("has_mobile", true);
        values.put("signals", Map.of("shop-visit", 2L));
        values.put("arrears_days", 0.0);
        return values;
    }

    private Rejection dropped(String name, Object value) {
        Map<String, Object> values = willing();
        values.put(name, value);
        if (value.equals("")) {
            values.remove(name);
        }
        Facts facts = new Facts(values);
        int failed = policy.firstFailed(draft.finish().evaluation(facts));
        Rejection rejection = policy.rejection(failed, facts);
        assertThat(policy.judge(facts)).isEqualTo(rejection);
        assertThat(policy.stage(failed)).isEqualTo(rejection.stage());
        assertThat(policy.source(failed)).isEqualTo(rejection.rule());
        return rejection;
    }

    @Test
    void whoPassesAllTiersIsProposedTo() {
        Facts facts = new Facts(willing());
        assertThat(policy.firstFailed(draft.finish().evaluation(facts))).isEqualTo(-1);
        assertThat(policy.judge(facts)).isNull();
    }

    @Test
    void eligibilityOfTheIssueIsAskedFirst() {
        Rejection rejection = dropped("states", List.of());
        assertThat(rejection.stage()).isEqualTo("eligibility");
        assertThat(rejection.rule()).isEqualTo("'adult' in states");
        assertThat(rejection.values()).isEqualTo(Map.of("states", List.of()));
        assertThat(policy.level(0)).isEqualTo("issue");
    }

    @Test
    void eligibilityOfTheActionKeepsTheRuleAndTheValue() {
        Rejection rejection = dropped("has_mobile", false);
        assertThat(rejection.stage()).isEqualTo("eligibility");
        assertThat(rejection.rule()).isEqualTo("has_mobile");
        assertThat(rejection.values()).isEqualTo(Map.of("has_mobile", false));
        assertThat(rejection.words().fr()).isEqualTo("Non autorisé pour ce client");
    }

    @Test
    void applicabilityOfTheGroupLooksAtTheCall() {
        Rejection rejection = dropped("reason", "complaint");
        assertThat(rejection.stage()).isEqualTo("applicability");
        assertThat(rejection.values()).isEqualTo(Map.of("reason", "complaint"));
    }

    @Test
    void aSignalIsNamedWithItsAgeNotWithAllOthers() {
        assertThat(dropped("signals", Map.of("shop-visit", 30L, "outage", 1L)).values())
                .isEqualTo(Map.of("signals['shop-visit']", 30L));
        assertThat(dropped("signals", Map.of("outage", 1L)).values())
                .isEqualTo(Map.of("signals['shop-visit']", "none"));
    }

    @Test
    void suitabilityComesLast() {
        Rejection rejection = dropped("arrears_days", 12.0);
        assertThat(rejection.stage()).isEqualTo("suitability");
        assertThat(rejection.values()).isEqualTo(Map.of("arrears_days", 12.0));
    }

    @Test
    void whatIsNotKnownDropsTheActionAndIsNamedInBothLanguages() {
        Rejection rejection = dropped("arrears_days", "");
        assertThat(rejection.values()).isEqualTo(Map.of("arrears_days", "missing"));
        assertThat(rejection.words().en()).isEqualTo("Not known: days in arrears");
        assertThat(rejection.words().fr()).isEqualTo("Inconnu : jours de retard");
    }

    @Test
    void whatIsNotKnownButDoesNotMatterIsNotBlamed() {
        Rule rule = compiler.compile("arrears_days > 3 && has_mobile");
        Rule.Verdict verdict = rule.evaluate(new Facts(Map.of("has_mobile", false)));
        assertThat(verdict.passed()).isFalse();
        assertThat(verdict.missing()).isEmpty();
        assertThat(verdict.values()).containsEntry("arrears_days", "missing").containsEntry("has_mobile", false);
    }

    @Test
    void aRuleThatIsDecidedReadsNoFurther() {
        Rule.Verdict verdict = compiler.compile("has_mobile || arrears_days > 3")
                .evaluate(new Facts(Map.of("has_mobile", true, "arrears_days", 9.0)));
        assertThat(verdict.values()).isEqualTo(Map.of("has_mobile", true));
    }

    @Test
    void theFunnelAddsUpToTheCatalog() {
        RuleBook.Draft book = RuleBook.draft(new RuleCompiler(RandomRules.DICTIONARY));
        RandomRules random = new RandomRules(5);
        List<EngagementPolicy> policies = new java.util.ArrayList<>();
        for (int i = 0; i < 1_000; i++) {
            policies.add(book.policy(
                    issue("i" + i % 8, eligibility(i % 8 == 0 ? "has_savings || has_mobile" : "")),
                    group("g" + i % 40, "i" + i % 8, eligibility(i % 3 == 0 ? "has_mobile" : "")),
                    action(
                            "a" + i,
                            "g" + i % 40,
                            new Engagement("", i % 2 == 0 ? random.rule(1) : "", "plan != 'a'"))));
        }
        RuleBook rules = book.finish();
        assertThat(rules.size()).isLessThan(510);
        for (int moment = 0; moment < 20; moment++) {
            Facts facts = random.facts();
            RuleBook.Evaluation evaluation = rules.evaluation(facts);
            Map<String, Integer> funnel = new TreeMap<>();
            for (EngagementPolicy each : policies) {
                int failed = each.firstFailed(evaluation);
                Rejection alone = each.judge(facts);
                if (failed < 0) {
                    assertThat(alone).isNull();
                } else {
                    assertThat(each.rejection(failed, facts)).isEqualTo(alone);
                }
                funnel.merge(failed < 0 ? "passed" : each.stage(failed), 1, Integer::sum);
            }
            assertThat(funnel.values().stream().mapToInt(Integer::intValue).sum())
                    .isEqualTo(policies.size());
        }
    }
}
