package org.attune.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.Program;
import java.util.List;
import java.util.Map;
import org.attune.policy.engine.Truth;
import org.junit.jupiter.api.Test;

/** Our own evaluation means what CEL means. */
class RuleMeaningTest {
    private static final int RULES = 20_000;

    private final RuleCompiler compiler = new RuleCompiler(RandomRules.DICTIONARY);

    @Test
    void everyRuleMeansWhatTheExpressionLanguageSaysWithValuesMissingToo() throws CelEvaluationException {
        CelOracle oracle = new CelOracle();
        RandomRules random = new RandomRules(20261122);
        int[] seen = new int[3];
        for (int i = 0; i < RULES; i++) {
            String source = random.rule(i % 10 == 0 ? 3 : 2);
            if (source.length() > RuleCompiler.LONGEST) {
                continue;
            }
            CelAbstractSyntaxTree checked = compiler.checked(source);
            Rule rule = RuleTranslator.translate(source, checked, compiler.variables());
            Program program = oracle.program(checked);
            RuleBook book = RuleBook.of(List.of(rule));
            for (int moment = 0; moment < 3; moment++) {
                Facts facts = random.facts();
                int truth = rule.truth(facts);
                if (truth != oracle.truth(program, facts)) {
                    fail("%s with %s is not %s", source, facts.values(), truth);
                }
                assertThat(rule.evaluate(facts).passed()).isEqualTo(truth == Truth.TRUE);
                assertThat(book.evaluation(facts).passes(0)).as(source).isEqualTo(truth == Truth.TRUE);
                seen[truth]++;
            }
        }
        assertThat(seen[Truth.FALSE]).isGreaterThan(RULES / 4);
        assertThat(seen[Truth.TRUE]).isGreaterThan(RULES / 4);
        assertThat(seen[Truth.UNKNOWN]).isGreaterThan(RULES / 4);
    }

    private int truth(String rule, Map<String, Object> values) {
        return compiler.compile(rule).truth(new Facts(values));
    }

    @Test
    void aWholeNumberBesideADecimalOneIsJustANumber() {
        Map<String, Object> values = Map.of("arrears_days", 3.0, "has_savings", true, "signals", Map.of("a", 3L));
        for (String rule : List.of(
                "arrears_days == 3",
                "3 == arrears_days",
                "arrears_days != 4",
                "arrears_days > 2",
                "arrears_days + 1 == 4",
                "2 * arrears_days - 1 == 5.0",
                "arrears_days / 2 == 1.5",
                "arrears_days % 2 == 1",
                "arrears_days in [1, 2, 3]",
                "signals['a'] in [3.0]",
                "signals['a'] == arrears_days",
                "(has_savings ? arrears_days : 1) > 2.5",
                "(has_savings ? 1 : 2.5) == 1")) {
            assertThat(truth(rule, values)).as(rule).isEqualTo(Truth.TRUE);
        }
    }

    @Test
    void whatHasNoResultIsNotKnown() {
        Map<String, Object> values =
                Map.of("arrears_days", 0.0, "plan_price", -0.0, "has_savings", true, "signals", Map.of("a", 0L));
        assertThat(truth("arrears_days / arrears_days > 1", values)).isEqualTo(Truth.UNKNOWN);
        assertThat(truth("!(arrears_days / arrears_days > 1)", values)).isEqualTo(Truth.UNKNOWN);
        assertThat(truth("1 / signals['a'] > 0 || has_savings", values)).isEqualTo(Truth.TRUE);
        assertThat(truth("signals['b'] < 3", values)).isEqualTo(Truth.UNKNOWN);
        assertThat(truth("plan_price < arrears_days", values)).isEqualTo(Truth.FALSE);
    }

    @Test
    void aSignalThatNeverCameIsNotWithinAnyTime() {
        Map<String, Object> values = Map.of(
                "signals",
                Map.of("bill-missed", 12L),
                Facts.SIGNAL_AGES,
                Map.of("bill-missed", List.of(12L, 40L, 80L)));
        assertThat(truth("signal_within('bill-missed', 12)", values)).isEqualTo(Truth.TRUE);
        assertThat(truth("signal_within('bill-missed', 11)", values)).isEqualTo(Truth.FALSE);
        assertThat(truth("signal_within('outage', 30)", values)).isEqualTo(Truth.FALSE);
        assertThat(truth("count_within('bill-missed', 40) == 2", values)).isEqualTo(Truth.TRUE);
        assertThat(truth("count_within('outage', 40) >= 1", values)).isEqualTo(Truth.FALSE);
        assertThat(truth("count_within('outage', 40) >= 1", Map.of())).isEqualTo(Truth.UNKNOWN);
    }
}
