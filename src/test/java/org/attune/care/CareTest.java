package org.attune.care;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.attune.AttuneTest;
import org.attune.access.Role;
import org.attune.access.Users;
import org.attune.care.Arrangement.State;
import org.attune.care.CareCase.Visibility;
import org.attune.care.Referral.Outcome;
import org.attune.care.Referral.Shared;
import org.attune.care.engine.Budget.Household;
import org.attune.care.engine.Budget.Line;
import org.attune.care.engine.Country;
import org.attune.care.engine.Frequency;
import org.attune.care.engine.NoDisconnection;
import org.attune.care.engine.PlanCalculator.Beyond;
import org.attune.care.engine.SlaClock;
import org.attune.care.internal.CareChores;
import org.attune.customer.CustomerState;
import org.attune.customer.Customers;
import org.attune.customer.StateFact;
import org.attune.interaction.DeskPresence;
import org.attune.kernel.ConflictException;
import org.attune.kernel.CustomerId;
import org.attune.kernel.InvalidException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What care keeps, who may do what, and what the customer is protected from meanwhile. */
@AttuneTest
class CareTest {
    private static final String AGENT = "care-agent";
    private static final String SUPERVISOR = "care-supervisor";

    @Autowired
    Customers customers;

    @Autowired
    Budgets budgets;

    @Autowired
    Arrangements arrangements;

    @Autowired
    CareCases cases;

    @Autowired
    Referrals referrals;

    @Autowired
    Benefits benefits;

    @Autowired
    AgentCare agentCare;

    @Autowired
    CareChores chores;

    @Autowired
    DeskPresence presence;

    @Autowired
    Users users;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Clock clock;

    @Autowired
    ZoneId zone;

    @BeforeEach
    void people() {
        CareBed.person(users, AGENT, Role.AGENT);
        CareBed.person(users, SUPERVISOR, Role.SUPERVISOR);
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), zone);
    }

    private Set<CustomerState> states(CustomerId customer) {
        return customers.context(customer, clock.instant()).activeStates();
    }

    private Arrangement agree(CustomerId customer, long arrears) {
        return arrangements.propose(customer, arrears, Frequency.MONTH, today(), null, "", AGENT);
    }

    private Arrangement now(Arrangement a) {
        return arrangements.of(a.customer()).stream()
                .filter(each -> each.id().equals(a.id()))
                .findFirst()
                .orElseThrow();
    }

    // --- budget

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

    // --- arrangement

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
        Arrangement made = arrangements.propose(customer, 2_000_00, Frequency.MONTH, today(), null, "New job", AGENT);

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
                arrangements.propose(customer, 2_000_00, Frequency.MONTH, today(), null, "New job", SUPERVISOR);
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

    // --- cases

    @Test
    void anApplicationIsAssessedWithinFiveWorkingDaysAndAnsweredWithinTwoMore() {
        CustomerId customer = CareBed.customer(customers, "care-hardship", 100);
        CareCase made = cases.open(customer, OpenCase.hardship(HardshipReason.ILLNESS, 3, Consent.SAID), AGENT);
        LocalDate assess = Country.FR.after(today(), 5);

        assertThat(made.clocks())
                .containsExactly(
                        new SlaClock("assessment", assess, null),
                        new SlaClock("answer", Country.FR.after(assess, 2), null));
        assertThat(states(customer)).contains(CustomerState.HARDSHIP);
        assertThat(cases.onTheClock(200)).extracting(CareCase::id).contains(made.id());
        assertThat(cases.noDisconnection(customer, clock.instant())).contains(NoDisconnection.CONCESSION_PENDING);
        assertThatThrownBy(() -> cases.answer(made.id(), true, AGENT)).hasMessageContaining("Assess it first");

        cases.assess(made.id(), AGENT);
        assertThat(open(customer, CaseKind.HARDSHIP).answerBy()).isEqualTo(Country.FR.after(today(), 2));
        cases.answer(made.id(), true, AGENT);
        assertThat(cases.onTheClock(200)).extracting(CareCase::id).doesNotContain(made.id());
        assertThat(states(customer)).contains(CustomerState.HARDSHIP);
        cases.close(made.id(), AGENT);
        assertThat(states(customer)).doesNotContain(CustomerState.HARDSHIP);
    }

    private CareCase open(CustomerId customer, CaseKind kind) {
        return cases.open(customer, Role.SUPERVISOR).stream()
                .filter(each -> each.kind() == kind)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aNeedIsRecordedOnlyWithConsentWithAnExpiryDateAndIsVisibleByRole() {
        CustomerId customer = CareBed.customer(customers, "care-need", 0);
        OpenCase need = new OpenCase(
                CaseKind.NEED,
                NeedKind.HEALTH.key(),
                "Hears badly: speak slowly",
                Visibility.SUPERVISORS,
                Consent.NONE,
                null,
                null);
        assertThatThrownBy(() -> cases.open(customer, need, AGENT)).isInstanceOf(InvalidException.class);
        assertThat(states(customer)).doesNotContain(CustomerState.VULNERABILITY);
        assertThat(cases.open(customer, Role.SUPERVISOR)).isEmpty();

        OpenCase agreed = new OpenCase(
                need.kind(), need.reason(), need.note(), need.visibility(), Consent.SAID, null, today().plusDays(30));
        cases.open(customer, agreed, AGENT);
        assertThat(open(customer, CaseKind.NEED).endsOn()).isEqualTo(today().plusDays(30));
        assertThat(open(customer, CaseKind.NEED).note()).contains("Hears badly");
        assertThat(cases.open(customer, Role.AGENT)).singleElement().satisfies(each -> {
            assertThat(each.note()).isEmpty();
            assertThat(each.reason()).isEmpty();
        });
        StateFact state = customers.context(customer, clock.instant()).states().stream()
                .filter(each -> each.state() == CustomerState.VULNERABILITY)
                .findFirst()
                .orElseThrow();
        assertThat(state.until())
                .isEqualTo(today().plusDays(31).atStartOfDay(zone).toInstant());
        OpenCase forever = new OpenCase(
                need.kind(), need.reason(), "", Visibility.AGENTS, Consent.SAID, null, today().plusMonths(13));
        assertThatThrownBy(() -> cases.open(customer, forever, AGENT)).isInstanceOf(InvalidException.class);
    }

    @Test
    void twoNeedsProtectAsLongAsTheLongerOneLasts() {
        CustomerId customer = CareBed.customer(customers, "care-needs", 0);
        for (int days : List.of(40, 10)) {
            cases.open(
                    customer,
                    new OpenCase(
                            CaseKind.NEED,
                            NeedKind.RESILIENCE.key(),
                            "",
                            Visibility.AGENTS,
                            Consent.SAID,
                            null,
                            today().plusDays(days)),
                    AGENT);
        }
        Instant in20 = clock.instant().plus(Duration.ofDays(20));
        assertThat(customers.context(customer, in20).activeStates()).contains(CustomerState.VULNERABILITY);
        Instant in50 = clock.instant().plus(Duration.ofDays(50));
        assertThat(customers.context(customer, in50).activeStates()).doesNotContain(CustomerState.VULNERABILITY);
    }

    @Test
    void aMoratoriumEndsByItselfAfterSixtyDaysAndTheNextWaitsTwelveMonths() {
        CustomerId customer = CareBed.customer(customers, "care-pause", 100);
        CareCase made = cases.open(customer, OpenCase.of(CaseKind.MORATORIUM, Consent.NONE), AGENT);
        assertThat(made.endsOn()).isEqualTo(today().plusDays(59));
        Instant lastDay = today().plusDays(60).atStartOfDay(zone).toInstant();
        assertThat(customers.context(customer, lastDay.minusSeconds(1)).activeStates())
                .contains(CustomerState.MORATORIUM);
        assertThat(customers.context(customer, lastDay).activeStates()).doesNotContain(CustomerState.MORATORIUM);
        assertThatThrownBy(() -> cases.review(made.id(), true, AGENT)).hasMessageContaining("from");

        cases.close(made.id(), AGENT);
        assertThat(states(customer)).doesNotContain(CustomerState.MORATORIUM);
        assertThatThrownBy(() -> cases.open(customer, OpenCase.of(CaseKind.MORATORIUM, Consent.NONE), AGENT))
                .isInstanceOf(ConflictException.class);
    }

    @Test
    void duringATreatmentItLastsAndThirtyDaysBeyond() {
        CustomerId customer = CareBed.customer(customers, "care-treatment", 100);
        CareCase made = cases.open(customer, OpenCase.of(CaseKind.TREATMENT, Consent.SAID), AGENT);
        Instant later = clock.instant().plus(Duration.ofDays(400));
        assertThat(customers.context(customer, later).activeStates()).contains(CustomerState.MORATORIUM);
        cases.treatmentEnded(made.id(), AGENT);
        assertThat(states(customer)).contains(CustomerState.MORATORIUM);
        Instant over = today().plusDays(31).atStartOfDay(zone).toInstant();
        assertThat(customers.context(customer, over).activeStates()).doesNotContain(CustomerState.MORATORIUM);
    }

    @Test
    void violenceAsTheReasonSwitchesToDiscreetContactAndHidesTheReason() {
        CustomerId customer = CareBed.customer(customers, "care-discreet", 100);
        OpenCase told = new OpenCase(
                CaseKind.HARDSHIP,
                HardshipReason.VIOLENCE.key(),
                "Only by e-mail to the address of the sister",
                Visibility.AGENTS,
                Consent.SAID,
                null,
                null);
        cases.open(customer, told, AGENT);
        assertThat(states(customer)).contains(CustomerState.DISCREET, CustomerState.HARDSHIP);
        assertThat(cases.safeContact(customer)).contains("Only by e-mail to the address of the sister");
        assertThat(cases.open(customer, Role.AGENT))
                .noneMatch(each -> each.reason().equals("violence"));
        assertThat(open(customer, CaseKind.HARDSHIP).reason()).isEqualTo("violence");
    }

    @Test
    void whatAnotherSystemSaysOutlivesWhatCareSays() {
        CustomerId customer = CareBed.customer(customers, "care-two-sources", 100);
        customers.tellState(customer, CustomerState.COMPLAINT_OPEN, null, "crm", "crm");
        CareCase made = cases.open(customer, OpenCase.of(CaseKind.COMPLAINT, Consent.NONE), AGENT);
        cases.answer(made.id(), true, AGENT);
        assertThat(cases.open(customer, Role.AGENT)).isEmpty();
        assertThat(states(customer)).contains(CustomerState.COMPLAINT_OPEN);
    }

    // --- passing on, aids, agents

    @Test
    void passingOnNeedsConsentSaysWhatAndWithWhomAndWhatBecameOfIt() {
        CustomerId customer = CareBed.customer(customers, "care-referral", 100);
        String partner = referrals.partners().getFirst().key();
        assertThatThrownBy(() -> referrals.pass(customer, partner, Set.of(Shared.NAME), "Mme Roy", Consent.NONE, AGENT))
                .isInstanceOf(InvalidException.class);
        assertThatThrownBy(() -> referrals.pass(customer, "nobody", Set.of(), " ", Consent.SAID, AGENT))
                .isInstanceOfSatisfying(
                        InvalidException.class, e -> assertThat(e.problems()).hasSize(3));
        assertThat(referrals.of(customer)).isEmpty();

        Referral made =
                referrals.pass(customer, partner, Set.of(Shared.NAME, Shared.BUDGET), "Mme Roy", Consent.SAID, AGENT);
        referrals.became(made.id(), Outcome.APPOINTMENT, AGENT);
        assertThatThrownBy(() -> referrals.became(made.id(), Outcome.HELPED, AGENT))
                .isInstanceOf(ConflictException.class);
        assertThat(referrals.of(customer)).singleElement().satisfies(each -> {
            assertThat(each.shared()).containsExactlyInAnyOrder(Shared.NAME, Shared.BUDGET);
            assertThat(each.outcome()).isEqualTo(Outcome.APPOINTMENT);
        });
    }

    @Test
    void answersAboutAidsAreKeptOnlyWithConsentAndCanBeForgotten() {
        CustomerId customer = CareBed.customer(customers, "care-aids", 100);
        CareBed.budget(budgets, customer, 150, AGENT);
        Map<String, Object> answers = Map.of("pregnant", true, "area", "fr-west", "savings", 200.0);
        assertThatThrownBy(() -> benefits.keep(customer, answers, Consent.NONE, AGENT))
                .isInstanceOf(InvalidException.class);
        assertThat(benefits.known(customer)).containsEntry("income", 1_500.0).doesNotContainKey("pregnant");
        assertThatThrownBy(() -> benefits.look(Map.of("area", "moon", "nonsense", true), Set.of()))
                .isInstanceOfSatisfying(
                        InvalidException.class, e -> assertThat(e.problems()).hasSize(2));

        benefits.keep(customer, answers, Consent.SAID, AGENT);
        assertThat(benefits.known(customer)).containsEntry("pregnant", true).containsEntry("savings", 200.0);
        benefits.forget(customer, AGENT);
        assertThat(benefits.known(customer)).doesNotContainKey("pregnant");
    }

    @Test
    void oneKeyCallsTheSupervisorAndAfterAHardCallNobodyRings() {
        agentCare.call(AGENT, null);
        agentCare.call(AGENT, null);
        HelpCall call = agentCare.open().stream()
                .filter(each -> each.agent().equals(AGENT))
                .findFirst()
                .orElseThrow();
        agentCare.take(call.id(), SUPERVISOR);
        assertThatThrownBy(() -> agentCare.take(call.id(), "other")).isInstanceOf(ConflictException.class);
        assertThat(agentCare.of(AGENT).orElseThrow().takenBy()).isEqualTo(SUPERVISOR);
        agentCare.over(AGENT);
        assertThat(agentCare.of(AGENT)).isEmpty();

        presence.arrive(AGENT);
        try {
            assertThat(presence.present()).contains(AGENT);
            Instant until = agentCare.protect(AGENT);
            assertThat(agentCare.protect(AGENT))
                    .as("not longer by asking twice")
                    .isEqualTo(until);
            assertThat(presence.present()).doesNotContain(AGENT);
            assertThat(until).isAfter(clock.instant().plus(Duration.ofMinutes(9)));
        } finally {
            presence.leave(AGENT);
        }
    }
}
