package org.attune.history.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class PowerTest {
    @Test
    void theNumberNeededMatchesThePublishedVector() {
        assertThat(Power.needed(0.05, 0.2, 0.02)).isEqualTo(190_928);
    }

    @Test
    void theFormulasThatWereFoundWrongHaveHalfThePower() {
        assertThat(Power.power(104_018, 0.05, 0.2, 0.02)).isEqualTo(0.54, within(0.02));
        assertThat(Power.power(190_928, 0.05, 0.2, 0.02)).isEqualTo(0.80, within(0.001));
    }

    @Test
    void whoLooksAlwaysNeedsMoreButNotMoreThanThreeTimes() {
        for (double effect : new double[] {0.05, 0.1, 0.2, 0.5, -0.2}) {
            long once = Power.needed(0.05, effect, 0.02);
            assertThat(Power.neededEveryLook(0.05, effect, 0.02)).isBetween(once, 4 * once);
        }
    }

    @Test
    void whatCanBeSeenIsTheInverseOfWhatIsNeeded() {
        assertThat(Power.detectable(Power.needed(0.05, 0.2, 0.02), 0.05, 0.02)).isEqualTo(0.2, within(1e-4));
        assertThat(Power.detectable(3, 0.5, 0.02)).isInfinite();
    }

    @Test
    void aLargerControlGroupNeedsFewer() {
        assertThat(Power.needed(0.05, 0.2, 0.2)).isLessThan(Power.needed(0.05, 0.2, 0.02) / 5);
    }

    @Test
    void nonsenseIsRefused() {
        assertThatThrownBy(() -> Power.needed(0, 0.2, 0.02)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Power.needed(0.05, 0, 0.02)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Power.needed(0.6, 0.9, 0.02)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Power.needed(0.05, 0.2, 0)).isInstanceOf(IllegalArgumentException.class);
    }
}
