package org.attune.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.attune.AttuneTest;
import org.attune.care.Arrangements;
import org.attune.care.Budgets;
import org.attune.care.CareBed;
import org.attune.care.CareCases;
import org.attune.care.Consent;
import org.attune.care.Duties;
import org.attune.care.OpenCase;
import org.attune.care.engine.Frequency;
import org.attune.customer.CustomerContext;
import org.attune.customer.Customers;
import org.attune.decision.Decision;
import org.attune.decision.DecisionRequest;
import org.attune.decision.Decisions;
import org.attune.kernel.Channel;
import org.attune.kernel.CustomerId;
import org.attune.policy.ContactKind;
import org.attune.policy.Shield;
import org.attune.policy.ShieldSettings;
import org.attune.strategy.Strategies;
import org.attune.strategy.StrategyDocument;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A hardship call from the first missed bills to silence. */
@AttuneTest
class HardshipCallTest {
    @Autowired
    Customers customers;

    @Autowired
    Decisions decisions;

    @Autowired
    Budgets budgets;

    @Autowired
    CareCases cases;

    @Autowired
    Arrangements arrangements;

    @Autowired
    Duties duties;

    @Autowired
    Strategies strategies;

    @Autowired
    Clock clock;

    @Autowired
    ZoneId zone;

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), zone);
    }

    private boolean collectionsMaySpeak(CustomerId customer) {
        CustomerContext context = customers.context(customer, clock.instant());
        return !Shield.forbidden(context, ShieldSettings.DEFAULT)
                .stops(ContactKind.COLLECTION.bit() | ContactKind.COLLECTIONS_RELIEF.bit());
    }

    /** Bills missed so many days ago. */
    private void missed(String ref, int... daysAgo) {
        for (int days : daysAgo) {
            Instant at = clock.instant().minus(Duration.ofDays(days));
            customers.receive(ref, "bill-missed", "/billing", ref + days, at, Map.of());
        }
    }

    @Test
    void twoBillsMissedInARowOrThreeInSixMonthsOpenAHardshipConversation() {
        CustomerId one = CareBed.customer(customers, "early-one", 0);
        CustomerId row = CareBed.customer(customers, "early-row", 0);
        CustomerId three = CareBed.customer(customers, "early-three", 0);
        CustomerId apart = CareBed.customer(customers, "early-apart", 0);
        missed("early-one", 3);
        missed("early-row", 33, 3);
        missed("early-three", 170, 90, 3);
        missed("early-apart", 100, 3);
        assertThat(likely(one)).isFalse();
        assertThat(likely(row)).isTrue();
        assertThat(likely(three)).isTrue();
        assertThat(likely(apart)).isFalse();
    }

    private boolean likely(CustomerId customer) {
        return Boolean.TRUE.equals(customers.context(customer, clock.instant()).value("hardship_likely"));
    }

    @Test
    void afterTheArrangementCollectionsAreSilentAndSpeakAgainWhenItIsBroken() {
        CustomerId customer = CareBed.customer(customers, "hardship-silent", 0);
        assertThat(collectionsMaySpeak(customer)).isTrue();

        CareBed.budget(budgets, customer, 150, "agent");
        arrangements.propose(customer, 200_00, Frequency.MONTH, today(), null, "", null, "agent");
        assertThat(collectionsMaySpeak(customer)).isFalse();
        Decision decision = decisions.decide(DecisionRequest.of(customer, Channel.CALL_CENTER, "payment"));
        assertThat(decision.recommendations()).noneMatch(each -> each.issue().equals("collections"));
        assertThat(decision.recommendations()).noneMatch(each -> each.issue().equals("sales"));

        arrangements.settle(today().plusDays(6));
        assertThat(collectionsMaySpeak(customer)).as("one payment was missed").isFalse();
        arrangements.settle(today().plusMonths(1).plusDays(6));
        assertThat(collectionsMaySpeak(customer)).as("two in a row were missed").isTrue();
    }

    @Test
    void duringAMoratoriumCollectionsAreImpossibleFromTheFirstMomentToTheLast() {
        CustomerId customer = CareBed.customer(customers, "hardship-moratorium", 300);
        cases.open(customer, OpenCase.of(org.attune.care.CaseKind.MORATORIUM, Consent.NONE), "agent");
        for (long day : new long[] {0, 1, 30, 58}) {
            CustomerContext then = customers.context(customer, clock.instant().plus(Duration.ofDays(day)));
            assertThat(Shield.forbidden(then, ShieldSettings.DEFAULT).stops(ContactKind.REPAYMENT.bit()))
                    .isTrue();
            assertThat(Shield.forbidden(then, ShieldSettings.DEFAULT).stops(ContactKind.COLLECTION.bit()))
                    .isTrue();
        }
    }

    @Test
    void underTheFrenchPresetIncidentFeesAreCappedAndWhatIsAboveIsGivenBack() {
        CustomerId fragile = CareBed.customer(customers, "fees-fragile", 60);
        CustomerId other = CareBed.customer(customers, "fees-other", 60);
        cases.open(fragile, OpenCase.of(org.attune.care.CaseKind.OVER_INDEBTED, Consent.NONE), "agent");
        Instant now = clock.instant();
        for (String event : new String[] {"fee-1", "fee-2", "fee-2"}) {
            customers.receive("fees-fragile", "incident-fee", "/billing", event, now, Map.of("amount", 20.0));
            customers.receive("fees-other", "incident-fee", "/billing", "other-" + event, now, Map.of("amount", 20.0));
        }
        assertThat(duties.fees(fragile)).as("no preset, no caps").isEmpty();
        StrategyDocument before = strategies.document();
        strategies.publish(before.with(new ShieldSettings("fr", 90, List.of())), "French preset", "test");
        try {
            assertThat(duties.fees(other))
                    .as("nothing says that this customer is fragile")
                    .isEmpty();
            Duties.Fees fees = duties.fees(fragile).orElseThrow();
            assertThat(fees.charged().month()).isEqualTo(25_00);
            assertThat(fees.charged().over())
                    .as("two fees; what is told twice counts once")
                    .isEqualTo(15_00);
            assertThat(fees.charged().room()).isZero();
            assertThat(fees.doneBy()).isNull();

            duties.done(fragile, fees.duty(), "agent");
            assertThat(duties.fees(fragile).orElseThrow().doneBy()).isEqualTo("agent");

            customers.receive("fees-fragile", "incident-fee", "/billing", "fee-3", now, Map.of("amount", 8.0));
            assertThat(duties.fees(fragile).orElseThrow().doneBy())
                    .as("more above the caps is something else to see to")
                    .isNull();
        } finally {
            strategies.publish(before, "as it was", "test");
        }
    }
}
