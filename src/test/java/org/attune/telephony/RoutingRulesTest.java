package org.attune.telephony;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.attune.customer.AttributeValue;
import org.attune.customer.CustomerContext;
import org.attune.customer.CustomerState;
import org.attune.customer.SignalFact;
import org.attune.customer.StateFact;
import org.attune.kernel.CustomerId;
import org.attune.kernel.Language;
import org.attune.policy.JourneyStages.Place;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Who should take a call, and how urgent it is. */
class RoutingRulesTest {
    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");

    private final Map<String, AttributeValue> attributes = new TreeMap<>();
    private final List<StateFact> states = new ArrayList<>();
    private final List<SignalFact> signals = new ArrayList<>();
    private final Map<String, Place> places = new TreeMap<>();

    private RoutingAdvice advice() {
        return RoutingRules.of(
                new CustomerContext(
                        CustomerId.next(),
                        NOW,
                        "C-1",
                        "Camille",
                        Language.FR,
                        List.of(),
                        attributes,
                        Map.of(),
                        Map.of(),
                        List.of(),
                        states,
                        signals),
                places);
    }

    private void is(String attribute, String value) {
        attributes.put(attribute, new AttributeValue(value, NOW, "test"));
    }

    private void in(CustomerState state) {
        states.add(new StateFact(state, NOW.minus(Duration.ofDays(10)), null, "test", null));
    }

    private void at(String journey, String stage) {
        places.put(journey, new Place(stage, NOW, "test", false));
    }

    private void happened(String type, Duration ago) {
        signals.add(new SignalFact(type, NOW.minus(ago), "test", Map.of()));
    }

    @Test
    void anOrdinaryCallNeedsTheCustomersLanguageOnly() {
        assertThat(advice()).isEqualTo(new RoutingAdvice("C-1", 50, List.of("language-fr"), List.of()));
    }

    @ParameterizedTest
    @EnumSource(CustomerState.class)
    void everyDifficultyMakesACallMoreUrgentAndFindsSomebodyForIt(CustomerState state) {
        in(state);
        RoutingAdvice advice = advice();
        assertThat(advice.priority()).isGreaterThan(RoutingRules.ORDINARY);
        assertThat(advice.skills()).hasSizeGreaterThan(1);
        assertThat(advice.skills().getFirst()).isIn("risk", "care", "complaints");
    }

    @Test
    void aCustomerInHardshipGetsSomebodyTrainedInCare() {
        in(CustomerState.HARDSHIP);
        assertThat(advice().skills()).startsWith("care");
        assertThat(advice().reasons())
                .allSatisfy(reason -> assertThat(reason.en().toLowerCase(java.util.Locale.ROOT))
                        .doesNotContain("hardship", "arrears", "debt", "violence", "fraud"));
    }

    @Test
    void moneyAtRiskComesFirst() {
        in(CustomerState.HARDSHIP);
        in(CustomerState.FRAUD_ALERT);
        assertThat(advice().skills()).startsWith("risk", "care");
        assertThat(advice().priority()).isEqualTo(RoutingRules.MOST);
        states.clear();
        happened("card-declined-abroad", Duration.ofHours(47));
        assertThat(advice().skills()).startsWith("risk");
        signals.clear();
        happened("card-declined-abroad", Duration.ofHours(48));
        assertThat(advice().skills()).doesNotContain("risk");
    }

    @Test
    void dissatisfactionAndJourneysCount() {
        is("dissatisfaction", "raised");
        at("retention", "considering");
        RoutingAdvice raised = advice();
        assertThat(raised.skills()).containsExactly("complaints", "retention", "language-fr");
        assertThat(raised.priority()).isEqualTo(75);
        is("dissatisfaction", "high");
        at("retention", "leaving");
        assertThat(advice().priority()).isEqualTo(90);
        is("dissatisfaction", "low");
        places.clear();
        assertThat(advice().priority()).isEqualTo(RoutingRules.ORDINARY);
    }

    @Test
    void beingValuableNeverOutweighsBeingInNeed() {
        is("segment", "gold");
        int valued = advice().priority();
        attributes.clear();
        for (CustomerState state : CustomerState.values()) {
            states.clear();
            in(state);
            assertThat(advice().priority()).as(state.key()).isGreaterThan(valued);
        }
    }

    @Test
    void difficultyNeverLowersThePriority() {
        Random random = new Random(51);
        for (int i = 0; i < 2_000; i++) {
            attributes.clear();
            states.clear();
            signals.clear();
            places.clear();
            is("segment", List.of("standard", "silver", "gold").get(random.nextInt(3)));
            is("dissatisfaction", List.of("none", "low", "raised", "high").get(random.nextInt(4)));
            for (CustomerState state : CustomerState.values()) {
                if (random.nextInt(5) == 0) {
                    in(state);
                }
            }
            if (random.nextBoolean()) {
                at("retention", random.nextBoolean() ? "leaving" : "staying");
            }
            int before = advice().priority();
            switch (random.nextInt(4)) {
                case 0 -> in(CustomerState.values()[random.nextInt(CustomerState.values().length)]);
                case 1 -> at("resilience", "struggling");
                case 2 -> happened("outage", Duration.ofHours(1));
                default -> is("dissatisfaction", "high");
            }
            assertThat(advice().priority()).isBetween(before, RoutingRules.MOST);
        }
    }

    @Test
    void whenSeveralShareANumberTheMostUrgentCountsAndNothingIsSaidOfThem() {
        in(CustomerState.BEREAVEMENT);
        RoutingAdvice grieving = advice();
        states.clear();
        RoutingAdvice shared = RoutingRules.several(List.of(advice(), grieving));
        assertThat(shared.customer()).isNull();
        assertThat(shared.priority()).isEqualTo(grieving.priority());
        assertThat(shared.skills()).containsExactlyInAnyOrder("care", "language-fr");
        assertThat(shared.reasons())
                .hasSize(1)
                .allSatisfy(each -> assertThat(each.en()).contains("Several"));
    }

    @Test
    void somebodyUnknownIsAnOrdinaryCall() {
        assertThat(RoutingRules.unknown().priority()).isEqualTo(RoutingRules.ORDINARY);
        assertThat(RoutingRules.unknown().skills()).isEmpty();
    }
}
