package org.attune.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class DatesTest {
    private static final LocalDate FIRST = LocalDate.of(2026, 12, 1);

    @Test
    void theFirstOfAMonthHasItsOwnFormInFrench() {
        assertThat(Dates.medium(FIRST, Language.FR)).isEqualTo("1er déc. 2026");
        assertThat(Dates.full(FIRST, Language.FR)).isEqualTo("1er décembre 2026");
        assertThat(Dates.medium(FIRST.plusDays(10), Language.FR)).isEqualTo("11 déc. 2026");
        assertThat(Dates.full(FIRST.plusDays(20), Language.FR)).isEqualTo("21 décembre 2026");
    }

    @Test
    void englishPutsTheDayFirst() {
        assertThat(Dates.medium(FIRST, Language.EN)).isEqualTo("1 Dec 2026");
        assertThat(Dates.full(FIRST, Language.EN)).isEqualTo("1 December 2026");
    }
}
