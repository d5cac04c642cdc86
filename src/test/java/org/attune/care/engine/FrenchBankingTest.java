package org.attune.care.engine;

import static org.assertj.core.api.Assertions.assertThat;

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
}
