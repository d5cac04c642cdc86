package org.attune.care.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.attune.care.engine.FrenchBanking.Charged;
import org.attune.care.engine.FrenchBanking.Fee;
import org.attune.care.engine.FrenchBanking.Why;
import org.junit.jupiter.api.Test;

/** Code monétaire et financier, art. L. 312-1-3 and R. 312-4-3; commitments of the banks of 11 December 2018. */
class FrenchBankingTest {
    @Test
    void theSpecificOfferMustBeProposedAfterRepeatedIncidentsOrAnOverIndebtednessFile() {
        assertThat(FrenchBanking.mustPropose(4, 2, false)).isEmpty();
        assertThat(FrenchBanking.mustPropose(5, 1, false)).containsExactly(Why.REPEATED_INCIDENTS);
        assertThat(FrenchBanking.mustPropose(1, 3, false)).containsExactly(Why.REPEATED_INCIDENTS);
        assertThat(FrenchBanking.mustPropose(0, 0, true)).containsExactly(Why.OVER_INDEBTED);
        assertThat(FrenchBanking.OFFER_AT_MOST).isEqualTo(3_00);
    }

    @Test
    void incidentFeesAreCappedAt25EuroAMonthAnd200AYear() {
        assertThat(FrenchBanking.mayCharge(8_00, 0, 0)).isEqualTo(8_00);
        assertThat(FrenchBanking.mayCharge(8_00, 20_00, 20_00)).isEqualTo(5_00);
        assertThat(FrenchBanking.mayCharge(8_00, 25_00, 25_00)).isZero();
        assertThat(FrenchBanking.mayCharge(8_00, 0, 196_00)).isEqualTo(4_00);
        assertThat(FrenchBanking.mayCharge(8_00, 0, 250_00)).isZero();
    }

    @Test
    void whatWasChargedAboveTheCapsOfMonthAndYearMustBeGivenBack() {
        LocalDate today = LocalDate.of(2026, 11, 20);
        List<Fee> november = List.of(fee("2026-11-03", 20_00), fee("2026-11-05", 8_00), fee("2026-11-09", 4_00));
        assertThat(FrenchBanking.charged(november, today)).isEqualTo(new Charged(25_00, 25_00, 7_00));
        assertThat(FrenchBanking.charged(november, LocalDate.of(2026, 12, 2)))
                .as("a new month has room again")
                .isEqualTo(new Charged(0, 25_00, 7_00));
        assertThat(FrenchBanking.charged(november, LocalDate.of(2027, 1, 2)))
                .as("a new year, too")
                .isEqualTo(new Charged(0, 0, 0));
        List<Fee> year = new ArrayList<>();
        for (int month = 1; month <= 9; month++) {
            year.add(fee("2026-0" + month + "-10", 25_00));
        }
        assertThat(FrenchBanking.charged(year, LocalDate.of(2026, 9, 30)))
                .as("nine full months exceed the year's cap by one")
                .isEqualTo(new Charged(0, 200_00, 25_00));
        assertThat(FrenchBanking.charged(year, LocalDate.of(2026, 9, 30)).room())
                .isZero();
        assertThat(FrenchBanking.charged(List.of(), today).room()).isEqualTo(25_00);
    }

    private static Fee fee(String day, long cents) {
        return new Fee(LocalDate.parse(day), cents);
    }
}
