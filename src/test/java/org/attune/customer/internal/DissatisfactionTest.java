package org.attune.customer.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.attune.customer.CustomerState;
import org.attune.customer.SignalFact;
import org.attune.customer.StateFact;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The dissatisfaction level from complaints, open cases and response times. */
class DissatisfactionTest {
    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");

    private final List<SignalFact> signals = new ArrayList<>();
    private final List<StateFact> states = new ArrayList<>();

    private DissatisfactionTest happened(String type, double daysAgo, String... named) {
        Map<String, Object> data = named.length == 0 ? Map.of() : Map.of("case", named[0]);
        signals.add(new SignalFact(type, ago(daysAgo), "test", data));
        return this;
    }

    private static Instant ago(double days) {
        return NOW.minus(Duration.ofMinutes(Math.round(days * 24 * 60)));
    }

    private Dissatisfaction level(@Nullable Double openCaseDays, double toldDaysAgo) {
        signals.sort(Comparator.comparing(SignalFact::at).reversed());
        return Dissatisfaction.of(NOW, states, List.copyOf(signals), openCaseDays, ago(toldDaysAgo));
    }

    private Dissatisfaction level() {
        return level(null, 0);
    }

    @Test
    void nothingHappenedMeansNone() {
        assertThat(level()).isEqualTo(new Dissatisfaction("none", 0, NOW));
    }

    @Test
    void oneOpenCaseIsLow() {
        happened("case-opened", 2);
        assertThat(level()).isEqualTo(new Dissatisfaction("low", 1, ago(2)));
    }

    @Test
    void twoPointsAreStillLowAndThreeAreRaised() {
        happened("case-opened", 2, "a").happened("case-opened", 1, "b");
        assertThat(level())
                .extracting(Dissatisfaction::level, Dissatisfaction::points)
                .containsExactly("low", 2);
        happened("case-opened", 0.5, "c");
        assertThat(level())
                .extracting(Dissatisfaction::level, Dissatisfaction::points)
                .containsExactly("raised", 3);
        happened("case-opened", 0.2, "d");
        assertThat(level().points()).as("at most three cases count").isEqualTo(3);
    }

    @Test
    void fourPointsAreStillRaisedAndFiveAreHigh() {
        states.add(new StateFact(CustomerState.COMPLAINT_OPEN, ago(3), null, "test", null));
        happened("case-opened", 2);
        assertThat(level())
                .extracting(Dissatisfaction::level, Dissatisfaction::points)
                .containsExactly("raised", 4);
        signals.clear();
        happened("complaint-social", 1);
        assertThat(level())
                .extracting(Dissatisfaction::level, Dissatisfaction::points)
                .containsExactly("high", 5);
    }

    @Test
    void aComplaintThatHasEndedNoLongerCounts() {
        states.add(new StateFact(CustomerState.COMPLAINT_OPEN, ago(30), ago(1), "test", null));
        assertThat(level().level()).isEqualTo("none");
    }

    @Test
    void aPublicComplaintCountsForThirtyDaysAndTwoAtMost() {
        happened("complaint-social", 29.9);
        assertThat(level().points()).isEqualTo(2);
        happened("complaint-social", 5).happened("complaint-social", 4);
        assertThat(level().points()).isEqualTo(4);
        signals.clear();
        happened("complaint-social", 30);
        assertThat(level().points()).isZero();
    }

    @Test
    void anOverdueCaseWeighsThreeTimesAsMuch() {
        happened("case-opened", 6).happened("case-overdue", 1);
        assertThat(level().points()).isEqualTo(3);
        happened("case-overdue", 0.5);
        assertThat(level().points()).as("overdue twice is overdue").isEqualTo(3);
    }

    @Test
    void waitingMoreThanAWeekForAFirstAnswerWeighs() {
        happened("case-opened", 7);
        assertThat(level().points()).isEqualTo(1);
        signals.clear();
        happened("case-opened", 7.1);
        assertThat(level().points()).isEqualTo(2);
        happened("case-answered", 7);
        assertThat(level().points()).isEqualTo(1);
    }

    @Test
    void slowAnswersWeighAndVerySlowOnesMore() {
        happened("case-opened", 40).happened("case-closed", 37);
        assertThat(level().points()).as("three days").isZero();
        signals.clear();
        happened("case-opened", 40).happened("case-closed", 36.9);
        assertThat(level().points()).as("more than three").isEqualTo(1);
        signals.clear();
        happened("case-opened", 40).happened("case-closed", 32.9);
        assertThat(level().points()).as("more than seven").isEqualTo(2);
        signals.clear();
        happened("case-opened", 110).happened("case-closed", 91);
        assertThat(level().points()).as("long ago").isZero();
    }

    @Test
    void closingACaseEndsWhatItWeighed() {
        happened("case-opened", 2).happened("case-overdue", 1).happened("case-closed", 0.1);
        assertThat(level().level()).isEqualTo("none");
    }

    @Test
    void casesAreToldApartByTheirName() {
        happened("case-opened", 2.5, "a").happened("case-opened", 2, "b").happened("case-closed", 1, "b");
        assertThat(level().points()).isEqualTo(1);
        happened("case-closed", 0.5, "never-seen");
        assertThat(level().points()).isEqualTo(1);
    }

    @Test
    void aCaseNobodySpeaksOfForSixtyDaysIsTakenAsClosed() {
        happened("case-opened", 59.9);
        assertThat(level().points()).isEqualTo(2);
        signals.clear();
        happened("case-opened", 60);
        assertThat(level().points()).isZero();
    }

    @Test
    void aCaseThatOnlyAnotherSystemSpeaksOfCountsToo() {
        assertThat(level(3.0, 1).points()).isEqualTo(1);
        assertThat(level(9.0, 1).points()).isEqualTo(2);
        assertThat(level(0.0, 1).points()).isZero();
        happened("case-opened", 3);
        assertThat(level(3.0, 1).points()).as("not twice").isEqualTo(1);
        happened("case-closed", 0.5);
        assertThat(level(3.0, 1).points()).as("closed since").isZero();
    }
}
