package org.attune.care;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.attune.access.Role;
import org.attune.care.Arrangement.State;
import org.attune.care.engine.Budget.Household;
import org.attune.care.engine.Budget.Line;
import org.attune.care.engine.Frequency;
import org.attune.care.engine.NoDisconnection;
import org.attune.care.engine.PlanCalculator.Beyond;
import org.attune.customer.CustomerState;
import org.attune.kernel.ConflictException;
import org.attune.kernel.CustomerId;
import org.attune.kernel.InvalidException;
import org.junit.jupiter.api.Test;

/** Budgets and arrangements: what is kept, who may agree, and what the customer is protected from meanwhile. */
class ArrangementsTest extends CareServices {
    @Test
    void incomeAndExpenditureIsKeptAsVersionsOnlyWithConsentAndWithACommentAboveTheGuideline() {
        CustomerId customer = CareBed.customer(customers, "care-budget", 0);
        Household alone = new Household(1, 0);
        List<Line> dear = List.of(new Line("food", 900_00, Frequency.MONTH, ""));

        assertThatThrownBy(() -> budgets.save(customer, alone, List.of(), Consent.NONE, AGENT))
                .isInstanceOf(InvalidException.class);
        assertThatThrownBy(() -> budgets.save(customer, alone, dear, Consent.SAID, AGENT))
                .isInstanceOfSatisfying(
                        InvalidException.class,
                        e -> assertThat(e.problems().getFirst().place()).isEqualTo("food"));
        assertThat(budgets.versions(customer)).isEmpty();

        CareBed.budget(budgets, customer, 200, AGENT);
        CareBed.budget(budgets, customer, -30, AGENT);
        assertThat(budgets.versions(customer))
                .extracting(BudgetVersion::version)
                .containsExactly(2, 1);
        BudgetVersion current = budgets.current(customer).orElseThrow();
        assertThat(current.result().surplus()).isEqualTo(-30_00);
        assertThat(current.madeBy()).isEqualTo(AGENT);
        assertThat(current.expiresOn()).isEqualTo(today().plusMonths(6));
    }

    @Test
    void aBudgetThatHasExpiredCountsNoLongerAndIsForgotten() {
        CustomerId customer = CareBed.customer(customers, "care-budget-old", 100);
        CareBed.budget(budgets, customer, 200, AGENT);
        jdbc.sql("update care_budget set expires_on = ? where customer = ?")
                .params(today().minusDays(1), customer.value())
                .update();
        assertThat(arrangements.capacity(customer)).isEmpty();
        assertThatThrownBy(() -> agree(customer, 100_00)).hasMessageContaining("First fill in");
        chores.tidy();
        assertThat(jdbc.sql("select count(*) from care_budget where customer = ?")
                        .param(customer.value())
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void expectedUseTheBudgetDoesNotHoldLowersWhatCanBePaid() {
        CustomerId customer = CareBed.customer(customers, "care-use", 300);
        budgets.save(
                customer,
                new Household(1, 0),
                List.of(
                        new Line("wages", 1_000_00, Frequency.MONTH, ""),
                        new Line("rent", 800_00, Frequency.MONTH, ""),
                        new Line("our-bills", 15_00, Frequency.MONTH, "")),
                Consent.SAID,
                AGENT);
        // 185 left; the bill is 40 and only 15 are planned for it; 50 stay to live on.
        assertThat(arrangements.capacity(customer).orElseThrow().free()).isEqualTo(185_00 - 25_00 - 50_00);
    }

    @Test
    void withinTheLimitOneAgentAgreesAndTheCustomerIsProtectedAtOnce() {
        CustomerId customer = CareBed.customer(customers, "care-agree", 300);
        CareBed.budget(budgets, customer, 150, AGENT);
        Arrangement made = agree(customer, 300_00);

        assertThat(made.state()).isEqualTo(State.ACTIVE);
        assertThat(made.instalment()).isEqualTo(100_00);
        assertThat(made.payments()).hasSize(3);
        assertThat(states(customer)).contains(CustomerState.ARRANGEMENT);
        assertThatThrownBy(() -> agree(customer, 300_00)).isInstanceOf(ConflictException.class);
        assertThat(cases.noDisconnection(customer, clock.instant())).contains(NoDisconnection.PLAN_KEPT);
    }

    @Test
    void aboveTheLimitASecondPersonWhoIsASupervisorMustAgree() {
        CustomerId customer = CareBed.customer(customers, "care-second", 2_000);
        CareBed.budget(budgets, customer, 550, AGENT);
        assertThatThrownBy(() -> agree(customer, 2_000_00)).hasMessageContaining("say why");
        Arrangement made =
                arrangements.propose(customer, 2_000_00, Frequency.MONTH, today(), null, "New job", null, AGENT);

        assertThat(made.state()).isEqualTo(State.PROPOSED);
        assertThat(made.beyond()).containsExactly(Beyond.ARREARS);
        assertThat(states(customer)).doesNotContain(CustomerState.ARRANGEMENT);
        assertThat(arrangements.waiting()).extracting(Arrangement::id).contains(made.id());
        assertThatThrownBy(() -> arrangements.approve(made.id(), AGENT)).isInstanceOf(ConflictException.class);
        CareBed.person(users, "care-agent-2", Role.AGENT);
        assertThatThrownBy(() -> arrangements.approve(made.id(), "care-agent-2"))
                .hasMessageContaining("supervisor");

        arrangements.approve(made.id(), SUPERVISOR);
        assertThat(now(made).state()).isEqualTo(State.ACTIVE);
        assertThat(now(made).approvedBy()).isEqualTo(SUPERVISOR);
        assertThat(states(customer)).contains(CustomerState.ARRANGEMENT);
        assertThatThrownBy(() -> arrangements.refuse(made.id(), "no", SUPERVISOR))
                .isInstanceOf(ConflictException.class);
    }

    @Test
    void aSupervisorDoesNotApproveWhatTheyProposedThemselves() {
        CustomerId customer = CareBed.customer(customers, "care-self", 2_000);
        CareBed.budget(budgets, customer, 550, SUPERVISOR);
        Arrangement made =
                arrangements.propose(customer, 2_000_00, Frequency.MONTH, today(), null, "New job", null, SUPERVISOR);
        assertThatThrownBy(() -> arrangements.approve(made.id(), SUPERVISOR)).hasMessageContaining("yourself");
    }

    @Test
    void paymentsThatAreToldKeepItAndCompleteItAndCountOnce() {
        CustomerId customer = CareBed.customer(customers, "care-paid", 300);
        CareBed.budget(budgets, customer, 150, AGENT);
        Arrangement made = agree(customer, 300_00);
        Instant at = clock.instant().minusSeconds(5);

        customers.receive("care-paid", "payment-received", "/bank", "p-1", at, Map.of("amount", 100));
        customers.receive("care-paid", "payment-received", "/bank", "p-1", at, Map.of("amount", 100));
        assertThat(now(made).state()).isEqualTo(State.KEPT);
        assertThat(now(made).paid()).isEqualTo(100_00);

        assertThat(arrangements.paid(customer, 150_00, "desk-1", clock.instant(), AGENT))
                .isTrue();
        assertThat(arrangements.paid(customer, 150_00, "desk-1", clock.instant(), AGENT))
                .isFalse();
        assertThat(Objects.requireNonNull(now(made).next()).paidCents()).isEqualTo(50_00);

        arrangements.paid(customer, 50_00, "desk-2", clock.instant(), AGENT);
        assertThat(now(made).state()).isEqualTo(State.COMPLETED);
        assertThat(states(customer)).doesNotContain(CustomerState.ARRANGEMENT);
    }

    @Test
    void oneMissedPaymentMovesToTheEndAndASecondInARowEndsIt() {
        CustomerId customer = CareBed.customer(customers, "care-missed", 300);
        CareBed.budget(budgets, customer, 150, AGENT);
        Arrangement made = agree(customer, 300_00);

        arrangements.settle(today().plusDays(5));
        assertThat(now(made).missed()).as("days of grace").isZero();
        arrangements.settle(today().plusDays(6));
        arrangements.settle(today().plusDays(6));
        Arrangement after = now(made);
        assertThat(after.state()).isEqualTo(State.ACTIVE);
        assertThat(after.missed()).isEqualTo(1);
        assertThat(after.endsOn()).isEqualTo(today().plusMonths(3));
        assertThat(after.payments())
                .filteredOn(each -> each.open())
                .hasSize(3)
                .allMatch(each -> each.cents() == 100_00);
        assertThat(states(customer)).contains(CustomerState.ARRANGEMENT);
        assertThat(customers.context(customer, clock.instant()).signals())
                .extracting(each -> each.type())
                .containsOnlyOnce("arrangement-missed");

        arrangements.settle(today().plusMonths(1).plusDays(6));
        assertThat(now(made).state()).isEqualTo(State.BROKEN);
        assertThat(states(customer)).doesNotContain(CustomerState.ARRANGEMENT);
    }

    @Test
    void aPaymentBetweenTwoMissedOnesKeepsItAlive() {
        CustomerId customer = CareBed.customer(customers, "care-between", 300);
        CareBed.budget(budgets, customer, 150, AGENT);
        Arrangement made = agree(customer, 300_00);
        arrangements.settle(today().plusDays(6));
        arrangements.paid(customer, 100_00, "between-1", clock.instant(), AGENT);
        assertThat(now(made).state()).isEqualTo(State.KEPT);
        arrangements.settle(today().plusMonths(2).plusDays(6));
        assertThat(now(made).state()).isEqualTo(State.ACTIVE);
        assertThat(now(made).missed()).isEqualTo(2);
    }
}
