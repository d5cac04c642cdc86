package org.attune.insight.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.attune.customer.AttributeDefinition;
import org.attune.customer.AttributeDictionary;
import org.attune.customer.AttributeType;
import org.attune.customer.Sensitivity;
import org.attune.history.DecisionRecord;
import org.attune.history.Offer;
import org.attune.kernel.Channel;
import org.attune.kernel.CustomerId;
import org.attune.kernel.DecisionId;
import org.attune.kernel.LocalText;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class ExplainedTest {
    private static final AttributeDictionary DICTIONARY = new AttributeDictionary(
            List.of(attribute("age", Sensitivity.PROTECTED), attribute("amount_owed", Sensitivity.ORDINARY)));

    @Test
    void theFunnelAddsUpToTheCatalog() {
        Explained explained = explain("""
                {"facts": {}, "candidates": [
                  {"action": "a", "issue": "service", "stage": "ranked", "rank": 1, "priority": 3, "sampled": 0.5},
                  {"action": "b", "issue": "service", "stage": "ranked", "rank": 2, "priority": 2, "sampled": 0.5},
                  {"action": "c", "issue": "sales", "stage": "shield", "rule": "no-sales", "values": {"states": ["arrears"]}},
                  {"action": "d", "issue": "sales", "stage": "eligibility", "rule": "age >= 18", "values": {"age": 17}},
                  {"action": "e", "issue": "sales", "stage": "a-later-stage"}]}""", offer("a", 1));

        assertThat(explained.traced()).isTrue();
        assertThat(explained.catalogSize()).isEqualTo(5);
        int stopped = explained.steps().stream()
                .mapToInt(step -> step.stopped().size())
                .sum();
        assertThat(stopped + explained.proposed().size()).isEqualTo(explained.catalogSize());
        assertThat(explained.steps().getLast().after()).isEqualTo(1);
        assertThat(explained.steps())
                .allSatisfy(step -> assertThat(step.before() - step.after())
                        .isEqualTo(step.stopped().size()));
    }

    @Test
    void protectedValuesStayOffThePage() {
        Explained explained = explain("""
                {"facts": {"age": 17, "amount_owed": 12.5, "states": ["arrears"], "signals": {}}, "candidates": [
                  {"action": "d", "issue": "sales", "stage": "eligibility", "rule": "age >= 18", "values": {"age": 17}}]}""");

        assertThat(explained.facts())
                .extracting(Explained.Fact::key, Explained.Fact::value, Explained.Fact::isProtected)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("age", "•••", true),
                        org.assertj.core.groups.Tuple.tuple("amount_owed", "12.5", false),
                        org.assertj.core.groups.Tuple.tuple("states", "arrears", false));
        assertThat(explained.toString()).doesNotContain("17");
    }

    @Test
    void saysWhichFactorsDecided() {
        // The published vector: A is first by value and context, B is more likely.
        Explained explained = explain("""
                {"facts": {}, "candidates": [
                  {"action": "a", "stage": "ranked", "rank": 1, "sampled": 0.12, "context": 1.55, "value": 80, "lever": 1.2,
                   "priority": 17.856},
                  {"action": "b", "stage": "ranked", "rank": 2, "sampled": 0.3, "context": 1, "value": 40, "lever": 1,
                   "priority": 12.0}]}""", offer("a", 1), offer("b", 2));

        assertThat(explained.turns())
                .extracting(Explained.Turn::factor)
                .containsExactly("context", "value")
                .doesNotContain("likelihood");
        assertThat(explained.turns())
                .allSatisfy(turn -> assertThat(turn.action()).isEqualTo("b"));
    }

    @Test
    void anImportedDecisionHasNothingToExplain() {
        Explained explained = explain("{}", offer("a", 1));

        assertThat(explained.traced()).isFalse();
        assertThat(explained.proposed()).hasSize(1);
        assertThat(explain("", offer("a", 1)).traced()).isFalse();
    }

    private static Explained explain(String trace, Offer... offers) {
        DecisionRecord decision = new DecisionRecord(
                DecisionId.next(),
                CustomerId.next(),
                Instant.EPOCH,
                Channel.WEB,
                "",
                null,
                1,
                0,
                "main",
                7,
                900,
                false,
                Map.of(),
                List.of(offers));
        return Explained.of(decision, DICTIONARY, JsonMapper.shared());
    }

    private static Offer offer(String action, int rank) {
        return new Offer(action, "service", "group", rank, null, 0.5, 0.5, 3, 0.5, 0.3);
    }

    private static AttributeDefinition attribute(String key, Sensitivity sensitivity) {
        return new AttributeDefinition(
                key, AttributeType.NUMBER, LocalText.same(key), sensitivity, false, "test", "who", "none", true);
    }
}
