package org.attune.care;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import org.attune.AttuneTest;
import org.attune.access.Role;
import org.attune.audit.AuditEntry;
import org.attune.audit.AuditTrail;
import org.attune.care.Arrangement.State;
import org.attune.care.engine.Budget.Household;
import org.attune.care.engine.Budget.Line;
import org.attune.care.engine.Frequency;
import org.attune.customer.CustomerState;
import org.attune.kernel.ConflictException;
import org.attune.kernel.CustomerId;
import org.attune.kernel.InvalidException;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What began in another system goes on here, with its own days and by the rules of here. */
@AttuneTest
class TakeoverTest extends CareServices {
    @Autowired
    Takeover takeover;

    @Autowired
    AuditTrail trail;

    private static PastCase application(LocalDate opened, LocalDate assessed, LocalDate closed) {
        return new PastCase(
                OpenCase.hardship(HardshipReason.ILLNESS, 2, Consent.SAID),
                opened,
                assessed,
                null,
                null,
                null,
                closed,
                AGENT);
    }

    private static PastArrangement plan(LocalDate first, long wished, int paid, int missed, String approvedBy) {
        return new PastArrangement(
                first.minusDays(5),
                120_00,
                Frequency.MONTH,
                first,
                wished,
                "",
                null,
                AGENT,
                approvedBy,
                approvedBy == null ? null : first.minusDays(4),
                paid,
                missed,
                null,
                "");
    }

    private void budget(CustomerId customer, long leaves) {
        List<Line> lines = List.of(
                new Line("wages", 1_000_00 + leaves, Frequency.MONTH, ""),
                new Line("rent", 1_000_00, Frequency.MONTH, ""));
        takeover.take(customer, new Household(1, 0), lines, today().minusDays(40), Consent.SAID, AGENT);
    }

    @Test
    void anApplicationKeepsItsClocksAndProtectsWhileItRuns() {
        LocalDate opened = LocalDate.of(2026, 9, 1); // a Tuesday
        CustomerId customer = CareBed.customer(customers, "takeover-runs", 120);
        CareCase made = takeover.take(customer, application(opened, opened.plusDays(3), null));
        assertThat(made.assessBy()).isEqualTo(LocalDate.of(2026, 9, 8));
        assertThat(made.answerBy()).as("two working days after the assessment").isEqualTo(LocalDate.of(2026, 9, 8));
        assertThat(states(customer)).contains(CustomerState.HARDSHIP);
        assertThat(cases.open(customer, Role.AGENT)).extracting(CareCase::id).containsExactly(made.id());

        CustomerId over = CareBed.customer(customers, "takeover-over", 120);
        takeover.take(over, application(opened, opened.plusDays(3), opened.plusDays(30)));
        assertThat(states(over)).doesNotContain(CustomerState.HARDSHIP);
        assertThat(cases.open(over, Role.AGENT)).isEmpty();
    }

    @Test
    void withoutConsentNothingPersonalIsTakenOver() {
        CustomerId customer = CareBed.customer(customers, "takeover-consent", 120);
        PastCase past =
                new PastCase(OpenCase.of(CaseKind.NEED, Consent.NONE), today(), null, null, null, null, null, AGENT);
        assertThatThrownBy(() -> takeover.take(customer, past)).isInstanceOf(InvalidException.class);
        assertThat(cases.open(customer, Role.SUPERVISOR)).isEmpty();
    }

    @Test
    void anArrangementStandsWhereItsPaymentsSay() {
        LocalDate first = today().minusMonths(3).plusDays(10);
        assertThat(taken("takeover-kept", plan(first, 20_00, 3, 0, null)).state())
                .isEqualTo(State.KEPT);
        Arrangement missed = taken("takeover-missed", plan(first, 20_00, 2, 1, null));
        assertThat(missed.state()).isEqualTo(State.ACTIVE);
        assertThat(missed.payments()).hasSize(7);
        assertThat(missed.endsOn()).isEqualTo(first.plusMonths(6));
        Arrangement broken = taken("takeover-broken", plan(first, 20_00, 1, 2, null));
        assertThat(broken.state()).isEqualTo(State.BROKEN);
        assertThat(broken.endedAt()).isNotNull();
        assertThat(taken("takeover-paid", plan(first.minusMonths(6), 20_00, 6, 0, null))
                        .state())
                .isEqualTo(State.COMPLETED);
        assertThat(states(missed.customer())).contains(CustomerState.ARRANGEMENT);
        assertThat(states(broken.customer())).doesNotContain(CustomerState.ARRANGEMENT);
    }

    @Test
    void whatIsAboveTheLimitWaitsForASecondPersonAndWhatExceedsTheBudgetIsRefused() {
        LocalDate soon = today().plusDays(10);
        Arrangement waits = taken("takeover-waits", plan(soon, 8_00, 0, 0, null));
        assertThat(waits.beyond()).isNotEmpty();
        assertThat(waits.state()).isEqualTo(State.PROPOSED);
        assertThat(states(waits.customer())).doesNotContain(CustomerState.ARRANGEMENT);
        assertThat(taken("takeover-approved", plan(soon, 8_00, 0, 0, "supervisor"))
                        .state())
                .isEqualTo(State.ACTIVE);
        CustomerId poor = CareBed.customer(customers, "takeover-poor", 120);
        budget(poor, 30_00);
        assertThatThrownBy(() -> takeover.take(poor, plan(soon, 40_00, 0, 0, null)))
                .isInstanceOf(InvalidException.class);
    }

    @Test
    void aSecondRunningArrangementIsRefused() {
        LocalDate soon = today().plusDays(10);
        CustomerId customer =
                taken("takeover-twice", plan(soon, 20_00, 0, 0, null)).customer();
        assertThatThrownBy(() -> takeover.take(customer, plan(soon, 20_00, 0, 0, null)))
                .isInstanceOf(ConflictException.class);
    }

    @Test
    void whatIsTakenOverLeavesALineInTheTrailAndNothingPersonal() {
        LocalDate opened = LocalDate.of(2026, 9, 1);
        CustomerId customer = CareBed.customer(customers, "takeover-trail", 120);
        CareCase made = takeover.take(customer, application(opened, opened.plusDays(3), null));
        assertThat(line(made.id().toString())).satisfies(entry -> {
            assertThat(entry.who()).isEqualTo(AGENT);
            assertThat(entry.what()).isEqualTo("case.taken-over");
            assertThat(entry.after()).isEqualTo("hardship, 2026-09-01");
        });
        LocalDate first = today().plusDays(10);
        Arrangement agreed = taken("takeover-trail-plan", plan(first, 20_00, 0, 0, null));
        assertThat(line(agreed.id().toString())).satisfies(entry -> {
            assertThat(entry.what()).isEqualTo("arrangement.taken-over");
            assertThat(entry.after()).isEqualTo("6 x 2000 cents month, active, " + first.minusDays(5));
        });
    }

    private AuditEntry line(String key) {
        return trail.latest(key, null, 0, 10).getFirst();
    }

    private Arrangement taken(String ref, PastArrangement past) {
        CustomerId customer = CareBed.customer(customers, ref, 120);
        budget(customer, 400_00);
        return takeover.take(customer, past);
    }
}
