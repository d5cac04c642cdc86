package org.attune.care.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.attune.care.engine.Budget.Category;
import org.attune.care.engine.Budget.Flag;
import org.attune.care.engine.Budget.Guideline;
import org.attune.care.engine.Budget.Household;
import org.attune.care.engine.Budget.Line;
import org.attune.care.engine.Budget.Result;
import org.attune.care.engine.Budget.Side;
import org.attune.kernel.InvalidException;
import org.attune.kernel.LocalText;
import org.junit.jupiter.api.Test;

/** Income and expenditure on a standard form: the shape and the guidelines of the Standard Financial Statement (UK). */
class BudgetTest {
    private static final List<Category> FORM = List.of(
            new Category("wages", Side.INCOME, LocalText.same("Wages"), null),
            new Category("rent", Side.FIXED, LocalText.same("Rent"), null),
            new Category("food", Side.FLEXIBLE, LocalText.same("Food"), new Guideline(100_00, 200_00, 100_00)));
    private static final Household TWO_AND_ONE = new Household(2, 1);

    @Test
    void everyPeriodIsConvertedToAMonthToTheCentHalfACentUp() {
        // 100 a week x 52 / 12 = 433.333..., 0.01 a year = 0.00083..., 0.03 a fortnight x 26 / 12 = 0.065
        assertThat(Frequency.WEEK.toMonth(100_00)).isEqualTo(433_33);
        assertThat(Frequency.FORTNIGHT.toMonth(3)).isEqualTo(7);
        assertThat(Frequency.QUARTER.toMonth(100)).isEqualTo(33);
        assertThat(Frequency.YEAR.toMonth(6)).isEqualTo(1);
        assertThat(Frequency.YEAR.toMonth(5)).isZero();
        assertThat(Frequency.MONTH.toMonth(12_34)).isEqualTo(12_34);
    }

    @Test
    void whatIsTakenEachTimeNeverAddsUpToMoreThanAYearOfTheMonthlyAmount() {
        for (long month = 1; month < 5_000; month += 7) {
            for (Frequency each : Frequency.values()) {
                long year = each.ofMonth(month) * perYear(each);
                assertThat(year).isLessThanOrEqualTo(month * 12).isGreaterThan(month * 12 - perYear(each));
            }
        }
    }

    private static int perYear(Frequency each) {
        return switch (each) {
            case WEEK -> 52;
            case FORTNIGHT -> 26;
            case MONTH -> 12;
            case QUARTER -> 4;
            case YEAR -> 1;
        };
    }

    @Test
    void theSumsAreTheSumsOfWhatIsShown() {
        Result result = Budget.of(
                FORM,
                TWO_AND_ONE,
                List.of(
                        new Line("wages", 450_00, Frequency.WEEK, ""),
                        new Line("rent", 800_00, Frequency.MONTH, ""),
                        new Line("food", 1_200_00, Frequency.QUARTER, "")));
        assertThat(result.income()).isEqualTo(1_950_00);
        assertThat(result.fixed()).isEqualTo(800_00);
        assertThat(result.flexible()).isEqualTo(400_00);
        assertThat(result.surplus()).isEqualTo(750_00);
    }

    @Test
    void moreSpendingThanIncomeIsADeficit() {
        Result result = Budget.of(FORM, TWO_AND_ONE, List.of(new Line("rent", 12_50, Frequency.MONTH, "")));
        assertThat(result.surplus()).isEqualTo(-12_50);
    }

    @Test
    void spendingUnderTheGuidelineIsNotQuestionedAndAboveItACommentIsDue() {
        // Guideline: 100 + 2 x 200 + 1 x 100 = 600 a month.
        assertThat(food(600_00, "").flags()).isEmpty();
        assertThat(food(600_01, "").flags()).containsExactly(new Flag("food", 600_01, 600_00, false));
        assertThat(food(600_01, "").unexplained()).containsExactly("food");
        assertThat(food(600_01, "A diet the doctor ordered").unexplained()).isEmpty();
    }

    private static Result food(long cents, String comment) {
        return Budget.of(FORM, TWO_AND_ONE, List.of(new Line("food", cents, Frequency.MONTH, comment)));
    }

    @Test
    void whatCannotBeTrueIsRefusedByName() {
        assertThatThrownBy(() -> Budget.of(
                        FORM,
                        TWO_AND_ONE,
                        List.of(
                                new Line("yacht", 1, Frequency.YEAR, ""),
                                new Line("rent", -1, Frequency.YEAR, ""),
                                new Line("food", Budget.MOST + 1, Frequency.YEAR, ""))))
                .isInstanceOfSatisfying(
                        InvalidException.class,
                        e -> assertThat(e.problems())
                                .extracting(problem -> problem.place())
                                .containsExactly("yacht", "rent", "food"));
        assertThatThrownBy(() -> new Household(0, 2)).isInstanceOf(InvalidException.class);
    }
}
