package org.attune.insight.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.attune.history.CareFigures;
import org.attune.history.engine.Rates;
import org.junit.jupiter.api.Test;

/** F30: fairness of help received. */
class ProtectionSheetTest {
    @Test
    void theRatioOfHelpReceivedMatchesThePublishedVector() {
        ProtectionSheet sheet = sheet(
                new CareFigures.Side(20_500, 500, 19_000, 1_000), new CareFigures.Side(19_000, 1_000, 20_500, 500));

        Rates.Ratio helped = Objects.requireNonNull(sheet.helpedRatio());
        Rates.Ratio accepted = Objects.requireNonNull(sheet.acceptedRatio());
        assertThat(helped.value()).isEqualTo(0.463, within(5e-4));
        assertThat(helped.interval().holds(1)).isFalse();
        assertThat(accepted.value()).isEqualTo(2.158, within(5e-4));
        assertThat(Objects.requireNonNull(sheet.helped()).value()).isNegative();
    }

    @Test
    void withoutHelpOnOneSideThereIsNoRatio() {
        CareFigures.Side nobody = new CareFigures.Side(0, 0, 0, 0);

        assertThat(sheet(nobody, new CareFigures.Side(10, 5, 5, 1)).helpedRatio())
                .isNull();
        assertThat(sheet(nobody, nobody).acceptedRatio()).isNull();
    }

    private static ProtectionSheet sheet(CareFigures.Side one, CareFigures.Side other) {
        return new ProtectionSheet(
                new Selection(null, null, null),
                Instant.EPOCH,
                0,
                0,
                0,
                0,
                Map.of(),
                Map.of(),
                Map.of(),
                new TreeMap<>(),
                new CareFigures(one, other, 0));
    }
}
