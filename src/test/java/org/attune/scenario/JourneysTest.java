package org.attune.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.attune.AttuneTest;
import org.attune.customer.AttributeDictionary;
import org.attune.customer.Attributes;
import org.attune.customer.CustomerContext;
import org.attune.customer.Customers;
import org.attune.customer.SomeCustomer;
import org.attune.decision.DecisionRequest;
import org.attune.decision.Decisions;
import org.attune.kernel.Channel;
import org.attune.kernel.CustomerId;
import org.attune.kernel.Language;
import org.attune.policy.Facts;
import org.attune.policy.JourneyStages;
import org.attune.policy.RuleCompiler;
import org.attune.strategy.LiveStrategy;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Journeys and dissatisfaction in the whole application, from an event to what rules read. */
@AttuneTest
class JourneysTest {
    @Autowired
    Customers customers;

    @Autowired
    Attributes attributes;

    @Autowired
    Decisions decisions;

    @Autowired
    LiveStrategy live;

    @Autowired
    Clock clock;

    private CustomerId customer(String ref) {
        return SomeCustomer.named(ref, "Camille " + ref).speaking(Language.FR).put(customers);
    }

    private void happened(String ref, String type, double daysAgo) {
        Instant at = clock.instant().minus(Duration.ofMinutes(Math.round(daysAgo * 24 * 60)));
        customers.receive(ref, type, "journeys-test", ref + type + daysAgo, at, Map.of());
    }

    private boolean rule(String rule, CustomerId id) {
        CustomerContext context = customers.context(id, clock.instant());
        AttributeDictionary dictionary = attributes.dictionary();
        Facts facts = Facts.of(
                context, List.of(), "", "call-center", Map.of(), live.current().journeys());
        return new RuleCompiler(dictionary).compile(rule).passes(facts);
    }

    @Test
    void rulesReadTheStageAndForHowLongTheCustomerHasBeenInIt() {
        CustomerId camille = customer("journey-1");
        happened("journey-1", "cancel-page-viewed", 8.5);
        assertThat(rule("journeys['retention'] == 'considering'", camille)).isTrue();
        assertThat(rule("stage_days['retention'] > 7", camille)).isTrue();
        assertThat(rule("stage_days['retention'] > 8", camille)).isFalse();
        assertThat(rule("'resilience' in journeys", camille)).isFalse();
    }

    @Test
    void aDecisionRemembersTheStagesItWasMadeFrom() {
        CustomerId camille = customer("journey-2");
        happened("journey-2", "price-rise", 2);
        var decision = decisions.decide(DecisionRequest.of(camille, Channel.CALL_CENTER, ""));
        assertThat(decisions.read(decision.id()).facts().get("journeys")).isEqualTo(Map.of("retention", "noticing"));
    }

    @Test
    void dissatisfactionIsAFactWithSourceThatRulesRead() {
        CustomerId camille = customer("journey-3");
        assertThat(rule("dissatisfaction == 'none'", camille)).isTrue();
        happened("journey-3", "case-opened", 9);
        happened("journey-3", "case-overdue", 1);
        assertThat(rule("dissatisfaction in ['raised', 'high']", camille)).isTrue();
        var fact = customers.context(camille, clock.instant()).attributes().get("dissatisfaction");
        assertThat(Objects.requireNonNull(fact).source()).isEqualTo("derived");
        happened("journey-3", "case-closed", 0.01);
        assertThat(rule("dissatisfaction == 'high'", camille)).isFalse();
    }

    @Test
    void theSeedHasFourJourneysInBothLanguages() {
        assertThat(live.current().document().journeys())
                .extracting(journey -> journey.key())
                .contains("service", "nurture", "retention", "resilience");
        assertThat(live.current().document().journeys()).allSatisfy(journey -> {
            assertThat(journey.stages())
                    .isNotEmpty()
                    .allSatisfy(stage -> assertThat(stage.label().fr())
                            .isNotEqualTo(stage.label().en()));
        });
    }

    @Test
    void findingTheStagesCostsLittle() {
        CustomerId camille = customer("journey-4");
        for (int day = 1; day < 60; day++) {
            happened("journey-4", day % 2 == 0 ? "competitor-visit" : "case-opened", day);
        }
        CustomerContext context = customers.context(camille, clock.instant());
        JourneyStages journeys = live.current().journeys();
        long best = Long.MAX_VALUE;
        for (int round = 0; round < 30; round++) {
            int places = 0;
            long start = System.nanoTime();
            for (int i = 0; i < 500; i++) {
                places += journeys.of(context).size();
            }
            best = Math.min(best, (System.nanoTime() - start) / 500);
            assertThat(places).isEqualTo(1000);
        }
        assertThat(best).as("nanoseconds for 59 signals").isLessThan(20_000);
    }
}
