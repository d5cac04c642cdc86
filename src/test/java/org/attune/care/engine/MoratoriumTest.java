package org.attune.care.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import org.attune.kernel.ConflictException;
import org.junit.jupiter.api.Test;

/** Debt Respite Scheme (Breathing Space Moratorium and Mental Health Crisis Moratorium) Regulations 2020 (UK). */
class MoratoriumTest {
    private static final LocalDate START = LocalDate.of(2026, 11, 28);

    @Test
    void aMoratoriumRunsSixtyDaysWithAReviewFromDay25To35() {
        Moratorium run = Moratorium.standard(START, List.of());
        assertThat(run.lastDay()).isEqualTo(LocalDate.of(2027, 1, 26));
        assertThat(START.datesUntil(run.lastDay().plusDays(1)).count()).isEqualTo(60);
        assertThat(run.reviewFrom()).isEqualTo(START.plusDays(24));
        assertThat(run.reviewTo()).isEqualTo(START.plusDays(34));
        assertThat(run.runsOn(START)).isTrue();
        assertThat(run.runsOn(LocalDate.of(2027, 1, 26))).isTrue();
        assertThat(run.runsOn(LocalDate.of(2027, 1, 27))).isFalse();
        assertThat(run.reviewOn(START.plusDays(23))).isFalse();
        assertThat(run.reviewOn(START.plusDays(24))).isTrue();
        assertThat(run.reviewOn(START.plusDays(34))).isTrue();
        assertThat(run.reviewOn(START.plusDays(35))).isFalse();
    }

    @Test
    void thereIsOneMoratoriumInTwelveMonths() {
        assertThatThrownBy(() -> Moratorium.standard(START, List.of(START.minusMonths(12))))
                .isInstanceOf(ConflictException.class)
                .hasMessageContaining("2026-11-29");
        assertThat(Moratorium.standard(START, List.of(START.minusMonths(12).minusDays(1))))
                .isNotNull();
    }

    @Test
    void theMentalHealthVariantLastsAsLongAsTheTreatmentAndThirtyDays() {
        Moratorium run = Moratorium.inTreatment(START);
        assertThat(run.lastDay()).isNull();
        assertThat(run.runsOn(START.plusYears(2))).isTrue();
        Moratorium after = run.treatmentEnded(LocalDate.of(2027, 3, 1));
        assertThat(after.lastDay()).isEqualTo(LocalDate.of(2027, 3, 31));
        assertThat(after.runsOn(LocalDate.of(2027, 4, 1))).isFalse();
    }
}
