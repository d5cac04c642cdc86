package org.attune.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.attune.catalog.Journey;
import org.attune.customer.CustomerContext;
import org.attune.customer.CustomerState;
import org.attune.customer.SignalFact;
import org.attune.customer.StateFact;
import org.attune.kernel.CustomerId;
import org.attune.kernel.Language;
import org.attune.kernel.LocalText;
import org.attune.policy.JourneyStages.Place;
import org.junit.jupiter.api.Test;

/** Journeys with stages, worked out from what happened and never forced. */
class JourneyStagesTest {
    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
    private static final List<Journey> JOURNEYS = List.of(
            new Journey(
                    "retention",
                    LocalText.same("Retention"),
                    List.of(
                            stage("noticing", 45, "price-rise", "tariff-mismatch"),
                            stage("considering", 14, "cancel-page-viewed", "competitor-visit"),
                            stage("leaving", 60, "leaving-announced"))),
            new Journey(
                    "resilience",
                    LocalText.same("Resilience"),
                    List.of(
                            stage("strained", 60, "bill-missed"),
                            new Journey.Stage(
                                    "supported", LocalText.same("supported"), List.of(), List.of("arrangement"), null),
                            stage("recovering", 60, "payment-received"))));

    private final List<SignalFact> signals = new ArrayList<>();
    private final List<StateFact> states = new ArrayList<>();

    private static Journey.Stage stage(String key, int days, String... signals) {
        return new Journey.Stage(key, LocalText.same(key), List.of(signals), List.of(), days);
    }

    private void happened(String type, double daysAgo) {
        Instant at = NOW.minus(Duration.ofMinutes(Math.round(daysAgo * 24 * 60)));
        signals.add(new SignalFact(type, at, "test", Map.of()));
    }

    private Map<String, Place> places() {
        signals.sort(Comparator.comparing(SignalFact::at).reversed());
        return JourneyStages.of(
                JOURNEYS,
                new CustomerContext(
                        CustomerId.next(),
                        NOW,
                        "C-1",
                        "Camille",
                        Language.EN,
                        List.of(),
                        Map.of(),
                        Map.of(),
                        Map.of(),
                        List.of(),
                        states,
                        List.copyOf(signals)));
    }

    @Test
    void aCustomerToWhomNothingHappenedIsOnNoJourney() {
        assertThat(places()).isEmpty();
    }

    @Test
    void tellsTheStageSinceWhenAndByWhatSignal() {
        happened("cancel-page-viewed", 3);
        assertThat(places())
                .containsExactly(entry(
                        "retention",
                        new Place("considering", NOW.minus(Duration.ofDays(3)), "cancel-page-viewed", false)));
        assertThat(JourneyStages.stages(places())).containsExactly(entry("retention", "considering"));
        assertThat(JourneyStages.days(places(), NOW)).containsExactly(entry("retention", 3L));
    }

    @Test
    void anotherSignalOfTheSameStageDoesNotBeginItAnew() {
        happened("competitor-visit", 9);
        happened("cancel-page-viewed", 3);
        Place place = places().get("retention");
        assertThat(place.since()).isEqualTo(NOW.minus(Duration.ofDays(9)));
        assertThat(place.by()).isEqualTo("competitor-visit");
    }

    @Test
    void aPauseLongerThanTheStageLastsBeginsItAnew() {
        happened("competitor-visit", 20);
        happened("cancel-page-viewed", 3);
        assertThat(places().get("retention").since()).isEqualTo(NOW.minus(Duration.ofDays(3)));
    }

    @Test
    void stagesMayBeSkippedAndGoneBackToBecauseNoneIsForced() {
        happened("leaving-announced", 5);
        assertThat(places().get("retention").stage()).isEqualTo("leaving");
        happened("tariff-mismatch", 1);
        assertThat(places().get("retention").stage()).isEqualTo("noticing");
    }

    @Test
    void leavesTheJourneyExactlyWhenItsDaysAreOver() {
        happened("cancel-page-viewed", 13.99);
        assertThat(places()).containsKey("retention");
        signals.clear();
        happened("cancel-page-viewed", 14);
        assertThat(places()).isEmpty();
    }

    @Test
    void anOlderStageDoesNotComeBackWhenTheNewestIsOver() {
        happened("price-rise", 30);
        happened("cancel-page-viewed", 15);
        assertThat(places()).doesNotContainKey("retention");
    }

    @Test
    void ofTwoAtTheSameInstantTheLaterStageCounts() {
        happened("cancel-page-viewed", 2);
        happened("leaving-announced", 2);
        assertThat(places().get("retention").stage()).isEqualTo("leaving");
    }

    @Test
    void aStateThatLastsOutranksSignals() {
        happened("bill-missed", 1);
        Instant since = NOW.minus(Duration.ofDays(100));
        states.add(new StateFact(CustomerState.ARRANGEMENT, since, null, "test", null));
        assertThat(places().get("resilience")).isEqualTo(new Place("supported", since, "arrangement", true));
        states.clear();
        states.add(new StateFact(CustomerState.ARRANGEMENT, since, NOW, "test", null));
        assertThat(places().get("resilience").stage()).isEqualTo("strained");
    }

    @Test
    void journeysGoOnSideBySide() {
        happened("payment-received", 2);
        happened("price-rise", 4);
        assertThat(JourneyStages.stages(places()))
                .containsOnly(entry("retention", "noticing"), entry("resilience", "recovering"));
    }

    @Test
    void whatLiesInTheFutureHasNotHappened() {
        happened("leaving-announced", -1);
        assertThat(places()).isEmpty();
    }
}
