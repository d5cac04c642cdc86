package org.attune.care.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** Working days; holidays compared with the published calendars of 2026 and 2027. */
class CountryTest {
    @Test
    void easterFallsWhereTheCalendarsSay() {
        assertThat(Country.easter(2026)).isEqualTo(LocalDate.of(2026, 4, 5));
        assertThat(Country.easter(2027)).isEqualTo(LocalDate.of(2027, 3, 28));
        assertThat(Country.easter(2038)).isEqualTo(LocalDate.of(2038, 4, 25));
    }

    @Test
    void weekendsAndHolidaysDoNotCount() {
        assertThat(Country.FR.worksOn(LocalDate.of(2026, 5, 14)))
                .as("Ascension")
                .isFalse();
        assertThat(Country.FR.worksOn(LocalDate.of(2026, 5, 25)))
                .as("Whit Monday")
                .isFalse();
        assertThat(Country.UK.worksOn(LocalDate.of(2026, 4, 3)))
                .as("Good Friday")
                .isFalse();
        assertThat(Country.FR.worksOn(LocalDate.of(2026, 4, 3))).isTrue();
        assertThat(Country.UK.worksOn(LocalDate.of(2026, 12, 28)))
                .as("for Boxing Day, a Saturday")
                .isFalse();
        assertThat(Country.UK.worksOn(LocalDate.of(2026, 8, 31)))
                .as("Summer bank holiday")
                .isFalse();
        assertThat(Country.AU.worksOn(LocalDate.of(2026, 1, 26)))
                .as("Australia Day")
                .isFalse();
        assertThat(Country.AU.worksOn(LocalDate.of(2026, 1, 27))).isTrue();
    }

    @Test
    void anApplicationOnAFridayBeforeChristmasHasUntilTheFifthWorkingDay() {
        // Friday 18 December; 21 to 24 work, 25 is Christmas, 28 is Monday.
        assertThat(Country.FR.after(LocalDate.of(2026, 12, 18), 5)).isEqualTo(LocalDate.of(2026, 12, 28));
        assertThat(Country.UK.after(LocalDate.of(2026, 12, 18), 5)).isEqualTo(LocalDate.of(2026, 12, 29));
    }

    @Test
    void aClockSaysHowItStands() {
        LocalDate due = LocalDate.of(2026, 12, 4);
        assertThat(new SlaClock("answer", due, null).on(due.minusDays(1))).isEqualTo(SlaClock.Standing.RUNNING);
        assertThat(new SlaClock("answer", due, null).on(due)).isEqualTo(SlaClock.Standing.TODAY);
        assertThat(new SlaClock("answer", due, null).on(due.plusDays(1))).isEqualTo(SlaClock.Standing.LATE);
        assertThat(new SlaClock("answer", due, due).on(due.plusDays(9))).isEqualTo(SlaClock.Standing.MET);
        assertThat(new SlaClock("answer", due, due.plusDays(1)).on(due.plusDays(9)))
                .isEqualTo(SlaClock.Standing.MISSED);
    }
}
