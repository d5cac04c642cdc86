package org.attune.insight.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.attune.insight.internal.Traces.ranked;
import static org.attune.insight.internal.Traces.stopped;

import java.util.List;
import java.util.Map;
import org.attune.customer.AttributeDefinition;
import org.attune.customer.AttributeDictionary;
import org.attune.customer.AttributeType;
import org.attune.customer.Sensitivity;
import org.attune.history.Offer;
import org.attune.kernel.LocalText;
import org.junit.jupiter.api.Test;

class ExplainedTest {
    private static final AttributeDictionary DICTIONARY = new AttributeDictionary(
            List.of(attribute("age", Sensitivity.PROTECTED), attribute("amount_owed", Sensitivity.ORDINARY)));

    @Test
    void theFunnelAddsUpToTheCatalog() {
        Explained explained = Explained.of(
                Traces.of(
                        ranked("a", 1, 0.5, 1, 6, 1),
                        ranked("b", 2, 0.5, 1, 4, 1),
                        stopped("c", "shield", "no-sales", Map.of("states", List.of("arrears"))),
                        stopped("d", "eligibility", "age >= 18", Map.of("age", 17)),
                        stopped("e", "a-later-stage", "", Map.of())),
                List.of(offer("a", 1), offer("none", 0)),
                DICTIONARY);

        assertThat(explained.traced()).isTrue();
        assertThat(explained.catalogSize()).isEqualTo(5);
        int stopped =
                explained.steps().stream().mapToInt(Explained.Step::stopped).sum();
        assertThat(stopped + explained.proposed().size()).isEqualTo(explained.catalogSize());
        assertThat(explained.steps().getLast().after()).isEqualTo(1);
        assertThat(explained.lines())
                .extracting(Explained.Line::stage)
                .containsExactly("proposed", "below", "shield", "eligibility", "a-later-stage");
    }

    @Test
    void protectedValuesStayOffThePage() {
        Explained explained = Explained.of(
                Traces.of(
                        Map.of("age", 17, "amount_owed", 12.5, "states", List.of("arrears"), "signals", Map.of()),
                        stopped("d", "eligibility", "age >= 18", Map.of("age", 17))),
                List.of(),
                DICTIONARY);

        assertThat(explained.facts())
                .extracting(Explained.Fact::key, Explained.Fact::value)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("amount_owed", "12.5"),
                        org.assertj.core.groups.Tuple.tuple("states", "arrears"));
        assertThat(explained.hidden()).isEqualTo(1);
        assertThat(explained.lines().getFirst().read()).containsExactly(new Explained.Read("age", Values.HIDDEN));
    }

    @Test
    void anImportedDecisionHasNothingToExplain() {
        Explained explained = Explained.of(Traces.of(), List.of(offer("a", 1)), DICTIONARY);

        assertThat(explained.traced()).isFalse();
        assertThat(explained.proposed()).hasSize(1);
        assertThat(explained.steps()).isEmpty();
    }

    @Test
    void aThousandActionsAreArrangedAtOnce() {
        org.attune.decision.DecisionTrace.Candidate[] many = new org.attune.decision.DecisionTrace.Candidate[1_000];
        for (int i = 0; i < many.length; i++) {
            many[i] = i < 20
                    ? ranked("a" + i, i + 1, 0.5, 1, 40 - i, 1)
                    : stopped("a" + i, "suitability", "amount_owed < 1.0", Map.of("amount_owed", (double) i));
        }
        long started = System.nanoTime();
        Explained explained = Explained.of(Traces.of(many), List.of(offer("a0", 1)), DICTIONARY);

        assertThat(System.nanoTime() - started).isLessThan(2_000_000_000L);
        assertThat(explained.lines()).hasSize(1_000);
        assertThat(explained.steps().stream().mapToInt(Explained.Step::stopped).sum()
                        + explained.proposed().size())
                .isEqualTo(1_000);
    }

    private static Offer offer(String action, int rank) {
        return new Offer(action, "service", "group", rank, null, 0.5, 0.5, 3, 0.5, 0.3);
    }

    private static AttributeDefinition attribute(String key, Sensitivity sensitivity) {
        return new AttributeDefinition(
                key, AttributeType.NUMBER, LocalText.same(key), sensitivity, false, "test", "who", "none", true);
    }
}
