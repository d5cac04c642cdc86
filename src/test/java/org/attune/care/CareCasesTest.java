package org.attune.care;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.attune.access.Role;
import org.attune.care.CareCase.Visibility;
import org.attune.care.Referral.Outcome;
import org.attune.care.Referral.Shared;
import org.attune.care.engine.Country;
import org.attune.care.engine.NoDisconnection;
import org.attune.care.engine.SlaClock;
import org.attune.customer.CustomerState;
import org.attune.customer.StateFact;
import org.attune.kernel.ConflictException;
import org.attune.kernel.CustomerId;
import org.attune.kernel.InvalidException;
import org.junit.jupiter.api.Test;

/** Cases with dates and clocks, what only some may see, passing on, and the care of the agents themselves. */
class CareCasesTest extends CareServices {
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
    void theReasonsOfDifficultyAreTheEightOfTheForm() {
        assertThat(HardshipReason.values())
                .extracting(HardshipReason::key)
                .containsExactlyInAnyOrder(
                        "illness",
                        "unemployment",
                        "low-income",
                        "violence",
                        "death",
                        "family-change",
                        "disaster",
                        "other");
        CustomerId customer = CareBed.customer(customers, "case-reason", 0);
        OpenCase unknown =
                new OpenCase(CaseKind.HARDSHIP, "laziness", "", CareCase.Visibility.AGENTS, Consent.SAID, null, null);
        assertThatThrownBy(() -> cases.open(customer, unknown, AGENT)).isInstanceOf(InvalidException.class);
        assertThat(states(customer)).doesNotContain(CustomerState.HARDSHIP);
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
