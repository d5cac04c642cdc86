package org.attune.care.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.Random;
import org.attune.care.engine.Plan.Instalment;
import org.attune.care.engine.PlanCalculator.Authority;
import org.attune.care.engine.PlanCalculator.Beyond;
import org.attune.kernel.InvalidException;
import org.junit.jupiter.api.Test;

/** Payment plans after FCA CONC 7.3 and the Customer Hardship Policy Guideline of the Australian Energy Regulator. */
class PlanCalculatorTest {
    private static final LocalDate START = LocalDate.of(2026, 12, 31);
    private static final Authority AGENT = new Authority(12, 1_500_00);

    @Test
    void aPlanStatesAmountNumberFrequencyAndDates() {
        Plan plan = PlanCalculator.plan(new Capacity(150_00, 0, 50_00), 350_00, Frequency.MONTH, START, null);

        assertThat(plan.instalment()).isEqualTo(100_00);
        assertThat(plan.number()).isEqualTo(4);
        assertThat(plan.frequency()).isEqualTo(Frequency.MONTH);
        assertThat(plan.instalments())
                .containsExactly(
                        new Instalment(1, LocalDate.of(2026, 12, 31), 100_00),
                        new Instalment(2, LocalDate.of(2027, 1, 31), 100_00),
                        new Instalment(3, LocalDate.of(2027, 2, 28), 100_00),
                        new Instalment(4, LocalDate.of(2027, 3, 31), 50_00));
        assertThat(plan.end()).isEqualTo(LocalDate.of(2027, 3, 31));
        assertThat(plan.total()).isEqualTo(350_00);
    }

    @Test
    void aPlanWeighsCapacityArrearsAndExpectedUse() {
        Plan light = PlanCalculator.plan(new Capacity(150_00, 0, 50_00), 300_00, Frequency.MONTH, START, null);
        Plan heavyUse = PlanCalculator.plan(new Capacity(150_00, 40_00, 50_00), 300_00, Frequency.MONTH, START, null);
        Plan moreOwed = PlanCalculator.plan(new Capacity(150_00, 0, 50_00), 600_00, Frequency.MONTH, START, null);

        assertThat(light.number()).isEqualTo(3);
        assertThat(heavyUse.instalment()).isEqualTo(60_00);
        assertThat(heavyUse.number()).isEqualTo(5);
        assertThat(moreOwed.number()).isEqualTo(6);
    }

    @Test
    void neverExceedsTheSurplusAndKeepsALivingReserve() {
        Random random = new Random(20261128);
        int plans = 0;
        for (int i = 0; i < 5_000; i++) {
            Capacity capacity =
                    new Capacity(random.nextLong(-200_00, 900_00), random.nextLong(100_00), random.nextLong(150_00));
            Frequency frequency = Frequency.values()[random.nextInt(3)];
            long arrears = random.nextLong(1, 5_000_00);
            Plan plan;
            try {
                plan = PlanCalculator.plan(capacity, arrears, frequency, START, null);
            } catch (InvalidException e) {
                continue;
            }
            plans++;
            assertThat(plan.total()).isEqualTo(arrears);
            assertThat(plan.instalments()).allMatch(each -> each.cents() > 0 && each.cents() <= plan.instalment());
            // In a year, never more than twelve times what is free: surplus less expected use less reserve.
            long aYear = plan.instalments().stream()
                    .filter(each -> each.due().isBefore(START.plusYears(1)))
                    .mapToLong(Instalment::cents)
                    .sum();
            long payments = frequency == Frequency.WEEK ? 53 : frequency == Frequency.FORTNIGHT ? 27 : 12;
            assertThat(aYear).isLessThanOrEqualTo(frequency.ofMonth(capacity.free()) * payments);
            assertThat(frequency.toMonth(plan.instalment()))
                    .isLessThanOrEqualTo(capacity.surplus() - capacity.reserve());
            assertThat(PlanCalculator.beyond(plan, capacity, AGENT)).doesNotContain(Beyond.RESERVE);
        }
        assertThat(plans).isGreaterThan(2_000);
    }

    @Test
    void nobodyCanAgreeToMoreThanTheSurplus() {
        Capacity capacity = new Capacity(100_00, 0, 50_00);
        assertThatThrownBy(() -> PlanCalculator.plan(capacity, 500_00, Frequency.MONTH, START, 100_01L))
                .isInstanceOf(InvalidException.class)
                .hasMessageContaining("more than the budget leaves");
    }

    @Test
    void takingFromTheReserveOrBeyondTheLimitsNeedsASecondPerson() {
        Capacity capacity = new Capacity(100_00, 0, 50_00);
        Plan reserve = PlanCalculator.plan(capacity, 500_00, Frequency.MONTH, START, 100_00L);
        Plan slow = PlanCalculator.plan(capacity, 650_00, Frequency.MONTH, START, 40_00L);
        Plan large = PlanCalculator.plan(new Capacity(900_00, 0, 50_00), 1_500_01, Frequency.MONTH, START, null);
        Plan plain = PlanCalculator.plan(capacity, 600_00, Frequency.MONTH, START, null);

        assertThat(PlanCalculator.beyond(reserve, capacity, AGENT)).containsExactly(Beyond.RESERVE);
        assertThat(PlanCalculator.beyond(slow, capacity, AGENT)).containsExactly(Beyond.MONTHS);
        assertThat(PlanCalculator.beyond(large, new Capacity(900_00, 0, 50_00), AGENT))
                .containsExactly(Beyond.ARREARS);
        assertThat(PlanCalculator.beyond(plain, capacity, AGENT)).isEmpty();
    }

    @Test
    void showsWhatHappensAfterOneMissedPayment() {
        Plan plan = PlanCalculator.plan(new Capacity(150_00, 0, 50_00), 250_00, Frequency.MONTH, START, null);
        Plan after = plan.afterMissing(1);

        assertThat(after.total()).isEqualTo(plan.total());
        assertThat(after.end()).isEqualTo(LocalDate.of(2027, 3, 31));
        assertThat(after.instalments())
                .extracting(Instalment::cents)
                .as("no payment becomes larger")
                .containsExactly(100_00L, 50_00L, 100_00L);
    }

    @Test
    void withoutASurplusThereIsNoPlanButAnOtherWay() {
        assertThatThrownBy(
                        () -> PlanCalculator.plan(new Capacity(-20_00, 0, 50_00), 100_00, Frequency.MONTH, START, null))
                .isInstanceOf(InvalidException.class)
                .hasMessageContaining("token payments");
        assertThatThrownBy(() ->
                        PlanCalculator.plan(new Capacity(51_00, 0, 50_00), 1_000_00, Frequency.MONTH, START, null))
                .hasMessageContaining("more than five years");
    }
}
