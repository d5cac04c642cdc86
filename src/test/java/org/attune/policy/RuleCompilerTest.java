package org.attune.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.attune.customer.AttributeDefinition;
import org.attune.customer.AttributeDictionary;
import org.attune.customer.AttributeType;
import org.attune.customer.Sensitivity;
import org.attune.kernel.Language;
import org.attune.kernel.LocalText;
import org.attune.kernel.Problem;
import org.junit.jupiter.api.Test;

class RuleCompilerTest {
    private final RuleCompiler compiler = new RuleCompiler(new AttributeDictionary(List.of(
            attribute("arrears_days", AttributeType.NUMBER),
            attribute("plan", AttributeType.CATEGORY),
            attribute("has_savings", AttributeType.BOOLEAN))));

    private static AttributeDefinition attribute(String key, AttributeType type) {
        return new AttributeDefinition(
                key, type, LocalText.same(key), Sensitivity.ORDINARY, true, "crm", "who", "none", true);
    }

    private boolean passes(String rule, Map<String, Object> values) {
        return compiler.compile(rule).evaluate(new Facts(values)).passed();
    }

    @Test
    void comparesANumberWithAWholeNumber() {
        assertThat(passes("arrears_days > 10", Map.of("arrears_days", 10.5))).isTrue();
        assertThat(passes("arrears_days > 10", Map.of("arrears_days", 10.0))).isFalse();
    }

    @Test
    void readsStatesSignalsAndReason() {
        Map<String, Object> values = Map.of(
                "states",
                List.of("hardship"),
                "signals",
                Map.of("bill-missed", 3L),
                "reason",
                "billing",
                "has_savings",
                true);
        assertThat(passes("'hardship' in states && 'bill-missed' in signals && signals['bill-missed'] <= 60", values))
                .isTrue();
        assertThat(passes("reason == 'leaving' || !has_savings", values)).isFalse();
    }

    @Test
    void namesTheAttributeThatWasMeantAndThePlace() {
        List<Problem> problems = compiler.check("plan == 'x' &&\n arrear_days > 3");
        assertThat(problems).singleElement().satisfies(p -> {
            assertThat(p.place()).isEqualTo("2:2");
            assertThat(p.message()).isEqualTo("There is no 'arrear_days'. Did you mean 'arrears_days'?");
        });
    }

    @Test
    void refusesMixedTypesInPlainWords() {
        assertThat(compiler.check("plan > 3"))
                .singleElement()
                .satisfies(p -> assertThat(p.message()).isEqualTo("'>' does not work between a word and a number."));
        assertThat(compiler.check("plan"))
                .singleElement()
                .satisfies(p -> assertThat(p.message()).isEqualTo("A rule must be true or false; this is a word."));
    }

    @Test
    void refusesWhatCannotBeRead() {
        assertThat(compiler.check("arrears_days >")).isNotEmpty();
        assertThat(compiler.check("has_savings && ".repeat(200) + "true")).isNotEmpty();
    }

    @Test
    void hasNoLoops() {
        assertThat(compiler.check("holdings.all(h, h == 'x')")).isNotEmpty();
    }

    @Test
    void aMissingValueDoesNotPassAndIsNamed() {
        Rule.Verdict verdict = compiler.compile("arrears_days > 10").evaluate(new Facts(Map.of()));
        assertThat(verdict.passed()).isFalse();
        assertThat(verdict.missing()).containsExactly("arrears_days");
        assertThat(verdict.values()).containsEntry("arrears_days", "missing");
    }

    @Test
    void aMissingValueDoesNotMatterWhenAnotherClauseDecides() {
        assertThat(passes("arrears_days > 10 || has_savings", Map.of("has_savings", true)))
                .isTrue();
    }

    @Test
    void saysInFrenchWhatWasMeant() {
        assertThat(compiler.check("arrear_days > 3"))
                .singleElement()
                .satisfies(
                        p -> assertThat(p.message(Language.FR))
                                .isEqualTo(
                                        "«\u00a0arrear_days\u00a0» n’existe pas. Vouliez-vous dire «\u00a0arrears_days\u00a0»\u00a0?"));
        assertThat(compiler.check("plan > 3"))
                .singleElement()
                .satisfies(p -> assertThat(p.message(Language.FR))
                        .isEqualTo("«\u00a0>\u00a0» ne va pas entre un mot et un nombre."));
    }

    @Test
    void namesWhatIsNotPartOfTheLanguageWithItsPlace() {
        assertRefused("has_savings &&\n  plan.matches('(a+)+$')", "2:15", "'matches' cannot be used");
        assertRefused("holdings.all(h, h == 'x')", "1:13", "no loops");
        assertRefused("timestamp(plan) > timestamp('2020-01-01T00:00:00Z')", "1:17", "cannot be used");
        assertRefused("plan + 'x' == 'ax'", "1:6", "Only numbers");
        assertRefused("holdings[0] == 'x'", "1:1", "cannot be used");
        assertRefused("context['a'] + 1 > 2", "1:14", "do not calculate");
        assertRefused("context['a'] == context['b']", "1:14", "Neither side");
        assertRefused("plan in [plan, 'x']", "1:10", "plain words");
        assertRefused("null == null", "1:6", "cannot be used");
        assertRefused("{'a': true}['a']", "1:12", "cannot be used");
        assertRefused("type(plan) == string", "1:12", "cannot be used");
        assertRefused("arrears_days > 9223372036854775807", "1:16", "too large");
        assertRefused("arrears_days >", "1:15", "not finished");
        assertRefused("signal_ages == signal_ages", "1:1", "There is no 'signal_ages'");
    }

    private void assertRefused(String rule, String place, String words) {
        assertThat(compiler.check(rule)).as(rule).first().satisfies(p -> {
            assertThat(p.message()).contains(words);
            assertThat(p.place()).isEqualTo(place);
        });
    }

    @Test
    void aProtectedAttributeIsReadByNoRule() {
        RuleCompiler other = new RuleCompiler(new AttributeDictionary(List.of(new AttributeDefinition(
                "age",
                AttributeType.NUMBER,
                LocalText.same("age"),
                Sensitivity.PROTECTED,
                false,
                "crm",
                "who",
                "none",
                false))));
        assertThat(other.check("age >= 18"))
                .singleElement()
                .satisfies(p -> assertThat(p.message()).isEqualTo("'age' is protected: no rule may read it."));
        assertThat(other.names()).doesNotContain("age");
    }
}
