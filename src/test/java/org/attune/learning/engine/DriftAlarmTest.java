package org.attune.learning.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class DriftAlarmTest {

    private static final int YEARS = 60;
    private static final int ANSWERS = 10_000;

    /** Losses of a model that is right about every rate. */
    private static double loss(Random random, double believed, double real) {
        double p = Math.clamp(believed * (0.5 + random.nextDouble()), 0.001, 0.999);
        double actual = Math.clamp(p * real / believed, 0, 1);
        return random.nextDouble() < actual ? -Math.log(p) : -Math.log(1 - p);
    }

    @Test
    void aModelThatStaysRightHardlyEverAlarms() {
        for (double rate : new double[] {0.03, 0.11, 0.4}) {
            long alarms = 0;
            for (int run = 0; run < YEARS; run++) {
                Random random = new Random(run);
                DriftAlarm alarm = new DriftAlarm();
                for (int i = 0; i < ANSWERS; i++) {
                    alarm.observe(loss(random, rate, rate));
                }
                alarms += alarm.alarms();
            }
            // At most one false alarm in 100,000 answers.
            assertThat(alarms).as("rate " + rate).isLessThanOrEqualTo(YEARS * ANSWERS / 100_000);
        }
    }

    @Test
    void aRateThatDoublesIsNoticedSoon() {
        for (double rate : new double[] {0.11, 0.3}) {
            int late = 0;
            for (int run = 0; run < YEARS; run++) {
                Random random = new Random(run);
                DriftAlarm alarm = new DriftAlarm();
                for (int i = 0; i < 3_000; i++) {
                    alarm.observe(loss(random, rate, rate));
                }
                long before = alarm.alarms();
                int waited = 0;
                while (alarm.alarms() == before && waited < ANSWERS) {
                    alarm.observe(loss(random, rate, 2 * rate));
                    waited++;
                }
                late += waited > 1_500 ? 1 : 0;
            }
            assertThat(late).as("rate " + rate).isLessThanOrEqualTo(YEARS / 10);
        }
    }
}
