package org.attune.interaction;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.UUID;
import org.attune.AttuneTest;
import org.attune.interaction.CallVolume.Counts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

/** Whether many or few are calling. What is written here is taken back. */
@AttuneTest
class CallVolumeTest {
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Clock clock;

    @ParameterizedTest
    @CsvSource({
        "40, 600, 10, high",
        "15, 600, 10, normal",
        "14, 600, 10, normal",
        "4, 600, 10, low",
        "3, 60, 10, normal",
        "40, 600, 2, ''",
        "9, 0, 0, ''"
    })
    void isComparedWithWhatIsUsualAtThisTimeOfDay(long now, long earlier, int days, String volume) {
        assertThat(CallVolume.of(new Counts(now, earlier, days))).isEqualTo(volume);
    }

    /** A night in which the clock is changed lies between: ten o'clock is ten o'clock. */
    @Test
    @Transactional
    void countsTheSameTimeOfEarlierDaysOnTheCustomersClock() {
        ZonedDateTime now = ZonedDateTime.of(2031, 3, 31, 10, 0, 0, 0, PARIS);
        for (int minute = 1; minute <= 7; minute++) {
            begin(now.minusMinutes(minute * 2L).toInstant());
        }
        begin(now.minusMinutes(20).toInstant());
        for (int day = 1; day <= 4; day++) {
            begin(now.minusDays(day).toInstant());
            begin(now.minusDays(day).minusMinutes(44).toInstant());
            begin(now.minusDays(day).plusMinutes(44).toInstant());
            begin(now.minusDays(day).minusMinutes(50).toInstant());
            begin(now.minusDays(day).plusHours(5).toInstant());
        }
        begin(now.minusDays(20).toInstant());
        CallVolume volume = new CallVolume(jdbc, clock, PARIS);
        assertThat(volume.counts(now.toInstant())).isEqualTo(new Counts(7, 12, 4));
        assertThat(CallVolume.of(volume.counts(now.toInstant()))).isEqualTo("high");
    }

    private void begin(Instant at) {
        jdbc.sql("""
                        insert into interaction_interaction (id, customer_id, agent, channel, reason, state, source, opened_at)
                        values (?, ?, 'volume-test', 'call-center', '', 'closed', 'test', ?)""")
                .params(UUID.randomUUID(), UUID.randomUUID(), Timestamp.from(at))
                .update();
    }
}
