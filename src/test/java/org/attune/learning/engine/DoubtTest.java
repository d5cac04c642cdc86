package org.attune.learning.engine;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** A model that is a little wrong is no change; one that no longer holds is noticed within hundreds of answers. */
class DoubtTest {

    /** Half of the model's belief would say 45 % where the model says 50 %. */
    private static final double OWN = 0.4;

    private final Calibration none = new Calibration(EngineSettings.defaults());
    private final Doubt doubt = new Doubt();

    /** The evidence at its highest, with so many of fifty saying yes. */
    private double highest(int answers, int ofFifty) {
        double highest = 0;
        for (int i = 0; i < answers; i++) {
            doubt.hear(0, OWN, none, i * ofFifty % 50 < ofFifty);
            highest = Math.max(highest, doubt.sum());
        }
        return highest;
    }

    @Test
    void whatIsALittleWrongForLongIsNoChange() {
        assertThat(highest(20_000, 23)).isLessThan(2);
    }

    @Test
    void whatNoLongerHoldsIsDoubtedWithinHundreds() {
        assertThat(highest(200, 10)).isGreaterThan(7);
    }

    @Test
    void whatHoldsIsNotDoubted() {
        assertThat(highest(20_000, 25)).isLessThan(1);
    }
}
