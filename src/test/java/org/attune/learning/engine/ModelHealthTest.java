package org.attune.learning.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class ModelHealthTest {

    @Test
    void withoutAnswersNothingIsClaimed() {
        ModelHealth health = new HealthCounter().health();

        assertThat(health.responses()).isZero();
        assertThat(health.auc()).isEqualTo(0.5);
        assertThat(health.logLoss()).isZero();
        assertThat(health.mature()).isFalse();
        assertThat(health.bands()).hasSize(10);
        assertThat(health.gains()).isEmpty();
        assertThat(health.drifting()).isFalse();
    }

    @Test
    void aucIsSigned() {
        assertThat(counted(true).auc()).isEqualTo(1);
        assertThat(counted(true).gains()).containsExactly(0.0, 0.2, 0.4, 0.6, 0.8, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0);
        assertThat(counted(true).lift()).isEqualTo(2);
        assertThat(counted(false).lift()).isZero();
        assertThat(counted(false).auc()).isZero();
    }

    @Test
    void aModelThatSaysTheRateIsCalibrated() {
        HealthCounter counter = new HealthCounter();
        for (int i = 0; i < 1000; i++) {
            counter.record(Numbers.logit(0.2), 0.2, i % 5 == 0);
        }
        ModelHealth health = counter.health();

        assertThat(health.calibrationError()).isCloseTo(0, within(1e-9));
        assertThat(health.auc()).isEqualTo(0.5);
        assertThat(health.logLoss()).isCloseTo(0.5004, within(1e-4));
        assertThat(health.bands().get(2))
                .isEqualTo(new ModelHealth.Band(1000, health.bands().get(2).predicted(), 0.2));
        assertThat(health.mature()).isTrue();
    }

    @Test
    void aModelThatIsTooSureShowsItsError() {
        HealthCounter counter = new HealthCounter();
        for (int i = 0; i < 100; i++) {
            counter.record(Numbers.logit(0.9), 0.9, i % 2 == 0);
        }

        assertThat(counter.health().calibrationError()).isCloseTo(0.4, within(1e-9));
    }

    @Test
    void totalHealthCountsEveryActionOnce() {
        LearningEngine engine = PlantedLog.taught(PlantedLog.answers(400));

        assertThat(engine.health()).hasSize(3);
        assertThat(engine.totalHealth().responses()).isEqualTo(400);
        assertThat(engine.health().values().stream()
                        .mapToLong(ModelHealth::positives)
                        .sum())
                .isEqualTo(engine.totalHealth().positives());
        assertThat(engine.health("nobody-knows").responses()).isZero();
    }

    private static ModelHealth counted(boolean right) {
        HealthCounter counter = new HealthCounter();
        for (int i = 0; i < 50; i++) {
            counter.record(2, Numbers.sigmoid(2), right);
            counter.record(-2, Numbers.sigmoid(-2), !right);
        }
        return counter.health();
    }
}
