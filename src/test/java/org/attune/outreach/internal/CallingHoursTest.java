package org.attune.outreach.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Nobody is called at night, on a Sunday or in their own quiet hours. */
class CallingHoursTest {
    private static final ZoneId ZONE = ZoneId.of("Europe/Paris");
    private final CallingHours hours = CallingHours.of("09:00-19:00", ZONE);

    private static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(ZONE).toInstant();
    }

    private @Nullable String from(String local, @Nullable String quiet) {
        Instant found = hours.from(at(local), quiet);
        return found == null ? null : LocalDateTime.ofInstant(found, ZONE).toString();
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-23T10:30, 2026-11-23T10:30", // Monday, within the hours
        "2026-11-23T07:00, 2026-11-23T09:00", // before they begin
        "2026-11-23T18:59, 2026-11-23T18:59",
        "2026-11-23T19:00, 2026-11-24T09:00", // exactly when they end
        "2026-11-21T20:00, 2026-11-23T09:00", // Saturday evening: Monday
        "2026-11-22T11:00, 2026-11-23T09:00" // Sunday
    })
    void callsOnlyWithinTheHours(String now, String first) {
        assertThat(from(now, null)).isEqualTo(first);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-23T10:30, 12:00-14:00, 2026-11-23T10:30",
        "2026-11-23T12:00, 12:00-14:00, 2026-11-23T14:00",
        "2026-11-23T08:00, 18:00-10:00, 2026-11-23T10:00", // over midnight
        "2026-11-23T18:30, 18:00-10:00, 2026-11-24T10:00",
        "2026-11-23T10:30, 09:00-18:00, 2026-11-23T18:00",
        "2026-11-23T10:30, whenever, 2026-11-23T10:30" // cannot be read: nobody is silenced by a typing error
    })
    void obeysTheCustomersQuietHours(String now, String quiet, String first) {
        assertThat(from(now, quiet)).isEqualTo(first);
    }

    @Test
    void whoWantsSilenceAllDayIsNeverCalled() {
        assertThat(from("2026-11-23T10:30", "08:00-20:00")).isNull();
    }

    @Test
    void hoursAreLocalAcrossTheChangeOfTheClock() {
        assertThat(hours.from(at("2026-10-24T23:00"), null)).isEqualTo(at("2026-10-26T09:00"));
        assertThat(hours.from(at("2026-03-28T23:00"), null)).isEqualTo(at("2026-03-30T09:00"));
    }

    @Test
    void dueAtTheEndOfADayOnWhichPeopleWork() {
        assertThat(hours.due(at("2026-11-23T10:30"), 0)).isEqualTo(at("2026-11-23T19:00"));
        assertThat(hours.due(at("2026-11-19T10:30"), 3)).as("not on a Sunday").isEqualTo(at("2026-11-23T19:00"));
    }

    @Test
    void hoursThatCannotBeAreRefusedAtTheStart() {
        assertThatThrownBy(() -> CallingHours.of("19:00-09:00", ZONE)).hasMessageContaining("attune.outreach.hours");
        assertThatThrownBy(() -> CallingHours.of("25:00-26:00", ZONE)).isInstanceOf(IllegalArgumentException.class);
    }
}
