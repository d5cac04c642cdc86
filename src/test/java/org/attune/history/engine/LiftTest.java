package org.attune.history.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Objects;
import org.attune.history.engine.Lift.Verdict;
import org.junit.jupiter.api.Test;

class LiftTest {
    private static Lift lift(long success, long trials, long controlSuccess, long controlTrials) {
        return Objects.requireNonNull(Lift.of(success, trials, controlSuccess, controlTrials));
    }

    @Test
    void matchesThePublishedVectorAndIsNotProven() {
        Lift lift = lift(600, 10_000, 100, 2_000);

        assertThat(lift.value()).isEqualTo(0.200, within(5e-4));
        assertThat(lift.standardError()).isEqualTo(0.1262, within(5e-5));
        assertThat(lift.interval().low()).isEqualTo(-0.047, within(5e-4));
        assertThat(lift.interval().high()).isEqualTo(0.447, within(5e-4));
        assertThat(lift.verdict()).isEqualTo(Verdict.NOT_PROVEN);
        assertThat(lift.significant()).isFalse();
    }

    @Test
    void withoutTrialsOrWithoutSuccessInControlThereIsNone() {
        assertThat(Lift.of(1, 10, 0, 10)).isNull();
        assertThat(Lift.of(0, 0, 1, 10)).isNull();
        assertThat(Lift.of(Sums.NONE, Sums.NONE)).isNull();
    }

    @Test
    void aHandfulOfCustomersProvesNothing() {
        assertThat(lift(0, 40, 2, 4).verdict()).isEqualTo(Verdict.TOO_FEW);
        assertThat(lift(30, 40, 4, 40).verdict()).isEqualTo(Verdict.TOO_FEW);
        assertThat(lift(30, 40, 6, 40).verdict()).isEqualTo(Verdict.HINT);
        assertThat(lift(60, 80, 12, 80).verdict()).isEqualTo(Verdict.PROVEN);
    }

    @Test
    void oneCustomerWhoAcceptsAgainAndAgainIsOneCustomer() {
        double[] often = new double[40];
        java.util.Arrays.fill(often, 1);
        Sums control = Sums.NONE;
        Sums main = Sums.NONE;
        for (int i = 0; i < 40; i++) {
            control = control.and(new double[] {i < 6 ? 1 : 0});
            main = main.and(new double[] {0});
        }
        main = main.and(often);

        assertThat(main.mean()).isEqualTo(0.5);
        assertThat(Objects.requireNonNull(Lift.of(main, control)).verdict()).isEqualTo(Verdict.TOO_FEW);
        assertThat(main.designEffect()).isGreaterThan(15);
    }

    @Test
    void whatIsProvenForWhoLooksOnceIsOnlyAHintForWhoLooksAlways() {
        Lift hint = lift(620, 10_000, 95, 2_000);

        assertThat(hint.interval().low()).isPositive();
        assertThat(hint.everyLook().low()).isNegative();
        assertThat(hint.verdict()).isEqualTo(Verdict.HINT);
        assertThat(lift(6_200, 100_000, 950, 20_000).verdict()).isEqualTo(Verdict.PROVEN);
    }

    @Test
    void theIntervalForEveryLookIsTheWiderOne() {
        for (int scale = 1; scale < 2_000; scale *= 3) {
            Lift lift = lift(60L * scale, 1_000L * scale, 50L * scale, 1_000L * scale);
            assertThat(lift.everyLook().low()).isLessThan(lift.interval().low());
            assertThat(lift.everyLook().high()).isGreaterThan(lift.interval().high());
        }
    }

    @Test
    void customersOfOneAnswerEachGiveThePlainFormula() {
        Sums plain = Sums.independent(30, 100);
        Sums built = Sums.NONE;
        for (int i = 0; i < 100; i++) {
            built = built.and(new double[] {i < 30 ? 1 : 0});
        }

        assertThat(built).isEqualTo(plain);
        assertThat(plain.variance()).isEqualTo(0.3 * 0.7 / 100, within(1e-15));
    }

    @Test
    void valueHasALiftToo() {
        Sums main = Sums.NONE;
        Sums control = Sums.NONE;
        for (int i = 0; i < 500; i++) {
            main = main.and(new double[] {i % 5 == 0 ? 60 : 0, 0});
            control = control.and(new double[] {i % 10 == 0 ? 40 : 0, 0});
        }
        Lift lift = Objects.requireNonNull(Lift.of(main, control));
        // By hand: means 6 and 2; variances of the mean of one observation a customer, halved again by the silent
        // second one.
        double mainError = (0.2 * 60 * 60 - 12.0 * 12) / 4 / 500;
        double controlError = (0.1 * 40 * 40 - 4.0 * 4) / 4 / 500;

        assertThat(lift.value()).isEqualTo(2.0, within(1e-12));
        assertThat(lift.standardError())
                .isBetween(
                        Math.sqrt(mainError + 9 * controlError) / 2, 1.1 * Math.sqrt(mainError + 9 * controlError) / 2);
    }
}
