package org.attune.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.attune.customer.AttributeDictionary;
import org.attune.kernel.LocalText;
import org.junit.jupiter.api.Test;

/** What follows from a signal is a pure function of the signal's type and the customer's facts. */
class EventRulesTest {
    private static final Supplier<Facts> NEVER_ASKED = () -> {
        throw new AssertionError("no rule needs the facts");
    };

    private static EventRule rule(String key, String signal, String when, String then, boolean off) {
        return new EventRule(
                key, LocalText.same(key), LocalText.same("because"), signal, when, then, off, 0, 1, 50, null);
    }

    private static EventRules rules(EventRule... rules) {
        return new EventRules(List.of(rules), new RuleCompiler(new AttributeDictionary(List.of())));
    }

    private static Facts facts(String... states) {
        return new Facts(Map.of("states", List.of(states)));
    }

    @Test
    void whatFitsFollowsInTheOrderOfTheDocument() {
        EventRules rules = rules(
                rule("b", "outage", "", "outreach", false),
                rule("a", "outage", "'hardship' in states", "outreach", false),
                rule("c", "birthday", "", "outreach", false));
        assertThat(rules.following("outage", facts("hardship")))
                .extracting(EventRule::key)
                .containsExactly("b", "a");
        assertThat(rules.following("outage", facts()))
                .extracting(EventRule::key)
                .containsExactly("b");
        assertThat(rules.following("price-rise", facts())).isEmpty();
    }

    @Test
    void aRuleThatIsOffDoesNothing() {
        EventRules rules = rules(rule("a", "outage", "", "outreach", true));
        assertThat(rules.waitsFor("outage")).isFalse();
        assertThat(rules.following("outage", facts())).isEmpty();
    }

    @Test
    void anOpenConversationIsDecidedAgainWhenARuleSaysSo() {
        EventRules rules = rules(
                rule("a", "outage", "", "redecide", false),
                rule("b", "price-rise", "'hardship' in states", "redecide", false),
                rule("c", "birthday", "", "redecide", true));
        assertThat(rules.redecides("outage", NEVER_ASKED)).isTrue();
        assertThat(rules.redecides("price-rise", () -> facts("hardship"))).isTrue();
        assertThat(rules.redecides("price-rise", () -> facts())).isFalse();
        assertThat(rules.redecides("birthday", NEVER_ASKED)).isFalse();
        assertThat(rules.redecides("never-heard-of", NEVER_ASKED)).isNull();
    }

    @Test
    void aRuleWhoseFactIsNotKnownDoesNotFit() {
        EventRules rules = rules(rule("a", "outage", "reason == 'technical'", "outreach", false));
        assertThat(rules.following("outage", facts())).isEmpty();
    }
}
