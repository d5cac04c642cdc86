package org.attune.decision.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.attune.catalog.Vocabulary;
import org.attune.customer.AttributeDefinition;
import org.attune.customer.AttributeDictionary;
import org.attune.customer.AttributeType;
import org.attune.customer.Sensitivity;
import org.attune.decision.DecisionTrace;
import org.attune.decision.DecisionTrace.Candidate;
import org.attune.decision.DecisionTrace.Score;
import org.attune.decision.Explanation;
import org.attune.decision.Explanation.Gap;
import org.attune.decision.Explanation.Kind;
import org.attune.decision.Explanation.Need;
import org.attune.decision.Recommendation.Reason;
import org.attune.kernel.Channel;
import org.attune.kernel.CustomerId;
import org.attune.kernel.DecisionId;
import org.attune.kernel.LocalText;
import org.junit.jupiter.api.Test;

class AgentWhyTest {
    private static final Vocabulary WORDS = new Vocabulary();
    private static final AttributeDictionary DICTIONARY = new AttributeDictionary(List.of(
            attribute("age", AttributeType.NUMBER, "Age", "Âge", Sensitivity.PROTECTED),
            attribute("arrears_days", AttributeType.NUMBER, "Days in arrears", "Jours de retard", Sensitivity.ORDINARY),
            attribute("has_mobile", AttributeType.BOOLEAN, "Has mobile", "A un mobile", Sensitivity.ORDINARY)));

    @Test
    void theSecondWouldBeFirstIfItWereWorthAsMuch() {
        Explanation why =
                explain(trace(Map.of(), ranked("a", 1, 0.12, 1.55, 80, 1.2), ranked("b", 2, 0.30, 1, 40, 1)), "b");

        assertThat(Objects.requireNonNull(why.rival())).satisfies(rival -> {
            assertThat(rival.kind()).isEqualTo(Kind.FACTORS);
            assertThat(rival.gaps()).as("the smallest gap that is enough").containsExactly(Gap.CONTEXT);
            assertThat(Objects.requireNonNull(rival.first()).en()).isEqualTo("a");
        });
        assertThat(explain(trace(Map.of(), ranked("a", 1, 0.3, 1, 80, 1), ranked("b", 2, 0.3, 1, 40, 1)), "a")
                        .rival())
                .as("asked about the first, it says what the second lacks")
                .satisfies(rival ->
                        assertThat(Objects.requireNonNull(rival).action()).isEqualTo("b"));
    }

    @Test
    void whereNoGapIsEnoughByItselfSeveralAreNamed() {
        Explanation why = explain(trace(Map.of(), ranked("a", 1, 0.4, 1.5, 80, 1), ranked("b", 2, 0.2, 1, 40, 1)), "b");

        assertThat(Objects.requireNonNull(why.rival()).gaps()).hasSizeGreaterThan(1);
    }

    @Test
    void chanceMandatoryActionsAndTryingOutAreCalledWhatTheyAre() {
        Candidate low = ranked("a", 1, 0.1, 1, 40, 1);
        Candidate high = ranked("b", 2, 0.4, 1, 40, 1);
        assertThat(kind(explain(trace(Map.of(), low, high), "b"))).isEqualTo(Kind.MANDATORY);
        assertThat(kind(explain(trace("control", false, Map.of(), low, high), "b")))
                .isEqualTo(Kind.CHANCE);
        Candidate drawn = candidate("a", "ranked", "", Map.of(), new Score(0.1, 0.6, 9, 1, 40, 1, 24, 0.4), 1);
        assertThat(kind(explain(trace(Map.of(), drawn, high), "b"))).isEqualTo(Kind.TRIED_OUT);
    }

    @Test
    void whenNothingIsProposedTheBestOfTheUnlikelyIsNamed() {
        Candidate unlikely =
                candidate("a", "threshold", "none-threshold", Map.of(), new Score(0.02, 0.02, 9, 1, 40, 1, 0.8, 0), 0);
        assertThat(kind(explain(trace(Map.of(), unlikely), "none"))).isEqualTo(Kind.TOO_UNLIKELY);
    }

    @Test
    void theNearestFailedRuleIsSaidInWords() {
        Map<String, Object> facts =
                Map.of("arrears_days", 12.0, "has_mobile", true, "reason", "billing", "signals", Map.of());
        Explanation why = explain(
                trace(
                        facts,
                        stopped("far", "applicability", "arrears_days < 1"),
                        stopped("near", "suitability", "has_mobile && arrears_days <= 10"),
                        stopped("earlier", "eligibility", "arrears_days <= 11")),
                "none");

        assertThat(Objects.requireNonNull(why.almost())).satisfies(almost -> {
            assertThat(almost.action()).isEqualTo("near");
            assertThat(almost.need()).isEqualTo(Need.LOWER);
            assertThat(almost.subject().fr()).isEqualTo("Jours de retard");
        });
    }

    @Test
    void eachKindOfConditionHasItsNeed() {
        Map<String, Object> facts = Map.of(
                "has_mobile",
                false,
                "reason",
                "billing",
                "signals",
                Map.of("outage", 2L),
                "holdings",
                List.of("fibre"));
        assertThat(need(facts, "has_mobile")).isEqualTo(Need.OTHERWISE);
        assertThat(need(facts, "arrears_days <= 3")).isEqualTo(Need.KNOWN);
        assertThat(need(facts, "reason == 'travel' || 'trip-abroad' in signals"))
                .isEqualTo(Need.REASON_OF_CALL);
        assertThat(need(facts, "reason in ['', 'travel']")).isEqualTo(Need.REASON_OF_CALL);
        assertThat(need(facts, "'trip-abroad' in signals && 'fibre' in holdings"))
                .isEqualTo(Need.SIGNAL);
        assertThat(need(facts, "'card-classic' in holdings || ('card-gold' in holdings)"))
                .isEqualTo(Need.HELD);
    }

    @Test
    void whatTheCustomerGoesThroughIsNoConditionToWishAway() {
        Map<String, Object> facts = Map.of("states", List.of("bereavement"), "arrears_days", 2.0);
        assertThat(explain(trace(facts, stopped("a", "suitability", "!('bereavement' in states)")), "none")
                        .almost())
                .isNull();
        assertThat(explain(
                                trace(
                                        facts,
                                        stopped("a", "suitability", "!('bereavement' in states) && arrears_days < 1")),
                                "none")
                        .almost())
                .isNull();
    }

    @Test
    void twoConditionsThatFailAreNotNear() {
        Map<String, Object> facts = Map.of("arrears_days", 12.0, "has_mobile", false);
        assertThat(explain(trace(facts, stopped("a", "suitability", "has_mobile && arrears_days < 1")), "none")
                        .almost())
                .isNull();
    }

    @Test
    void noSaleIsMentionedToACustomerInDifficulty() {
        Candidate sale = new Candidate(
                "a",
                "g",
                "sales",
                LocalText.same("a"),
                "suitability",
                "arrears_days < 1",
                Map.of(),
                null,
                null,
                0,
                List.of());
        assertThat(explain(trace("main", true, Map.of("arrears_days", 12.0), sale), "none")
                        .almost())
                .isNull();
        assertThat(explain(trace("main", false, Map.of("arrears_days", 12.0), sale), "none")
                        .almost())
                .isNotNull();
    }

    @Test
    void aProtectedAttributeIsNeverNamedWhateverTheTraceHolds() {
        Candidate said = new Candidate(
                "a",
                "g",
                "service",
                LocalText.same("a"),
                "ranked",
                "",
                Map.of(),
                null,
                new Score(0.3, 0.3, 9, 1, 40, 1, 12, 1),
                1,
                List.of(
                        new Reason(new LocalText("Age: 83", "Âge : 83"), true),
                        new Reason(new LocalText("Age of the phone: 31", "Âge du téléphone : 31"), true),
                        new Reason(new LocalText("age = 83", "age = 83"), false)));
        Explanation why = explain(trace(Map.of("age", 83.0), said, stopped("b", "suitability", "age < 80")), "a");

        assertThat(why.reasons()).extracting(each -> each.text().en()).containsExactly("Age of the phone: 31");
        assertThat(why.almost()).isNull();
    }

    @Test
    void atMostThreeSpeakForAndOneAgainst() {
        List<Reason> many = java.util.stream.IntStream.range(0, 10)
                .mapToObj(i -> new Reason(LocalText.same("r" + i), i % 2 == 0))
                .toList();
        Candidate said = new Candidate(
                "a",
                "g",
                "service",
                LocalText.same("a"),
                "ranked",
                "",
                Map.of(),
                null,
                new Score(0.3, 0.3, 9, 1, 40, 1, 12, 1),
                1,
                many);
        assertThat(explain(trace(Map.of(), said), "a").reasons())
                .extracting(Reason::speaksFor)
                .containsExactly(true, true, true, false);
    }

    private static Need need(Map<String, Object> facts, String rule) {
        return Objects.requireNonNull(
                        explain(trace(facts, stopped("a", "applicability", rule)), "none")
                                .almost(),
                        rule)
                .need();
    }

    private static Kind kind(Explanation why) {
        return Objects.requireNonNull(why.rival()).kind();
    }

    private static Explanation explain(DecisionTrace trace, String action) {
        return Objects.requireNonNull(new AgentWhy(trace, DICTIONARY, WORDS).explain(action));
    }

    private static DecisionTrace trace(Map<String, Object> facts, Candidate... candidates) {
        return trace("main", false, facts, candidates);
    }

    private static DecisionTrace trace(
            String arm, boolean guarded, Map<String, Object> facts, Candidate... candidates) {
        return new DecisionTrace(
                DecisionId.next(),
                CustomerId.next(),
                Instant.EPOCH,
                Channel.CALL_CENTER,
                "billing",
                null,
                1,
                0,
                arm,
                7,
                900,
                guarded,
                new TreeMap<>(facts),
                new TreeMap<>(),
                List.of(candidates),
                null,
                List.of());
    }

    private static Candidate ranked(String action, int rank, double p, double context, double value, double lever) {
        return candidate(
                action,
                "ranked",
                "",
                Map.of(),
                new Score(p, p, 9, context, value, lever, p * context * value * lever, 0.5),
                rank);
    }

    private static Candidate stopped(String action, String stage, String rule) {
        return new Candidate(
                action, "g", "service", LocalText.same(action), stage, rule, Map.of(), null, null, 0, List.of());
    }

    private static Candidate candidate(
            String action, String stage, String rule, Map<String, Object> values, Score score, int rank) {
        return new Candidate(
                action, "g", "service", LocalText.same(action), stage, rule, values, null, score, rank, List.of());
    }

    private static AttributeDefinition attribute(
            String key, AttributeType type, String en, String fr, Sensitivity sensitivity) {
        return new AttributeDefinition(
                key, type, new LocalText(en, fr), sensitivity, false, "test", "who", "none", true);
    }
}
