package org.attune.insight.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.attune.history.Comparison;
import org.attune.history.Trial;
import org.attune.history.engine.Sums;
import org.junit.jupiter.api.Test;

/** F26: how much is still needed to know. */
class EvidenceSheetTest {
    private static final Instant NOW = Instant.parse("2026-11-28T12:00:00Z");

    private static EvidenceSheet sheet(long yes, long of, long controlYes, long controlOf, double share) {
        Comparison accepted = new Comparison(Sums.independent(yes, of), Sums.independent(controlYes, controlOf));
        return new EvidenceSheet(
                new Selection(null, null, null),
                NOW,
                new Trial(accepted, Comparison.NONE, Comparison.NONE, NOW.minusSeconds(10 * 86_400)),
                accepted,
                List.of(),
                List.of(),
                share,
                List.of());
    }

    @Test
    void saysHowManyAreNeededAndHowLongThatTakesAtThePaceSoFar() {
        EvidenceSheet.Need need =
                Objects.requireNonNull(sheet(600, 9_800, 10, 200, 0.02).need(0.2, 0.02));

        assertThat(need.once()).isEqualTo(190_928);
        assertThat(need.always()).isGreaterThan(2 * need.once());
        assertThat(need.so()).isEqualTo(10_000);
        assertThat(Objects.requireNonNull(need.daysLeft())).as("1,000 a day").isEqualTo((long)
                Math.ceil((need.always() - 10_000) / 1_000.0));
    }

    @Test
    void plansWithTheMainArmWhileControlSaysTooLittle() {
        assertThat(sheet(500, 10_000, 2, 200, 0.02).base()).isEqualTo(0.05, within(1e-12));
        assertThat(sheet(600, 10_000, 10, 200, 0.02).base()).isEqualTo(0.05, within(1e-12));
    }

    @Test
    void cannotPlanWithoutControlOrAnswersOrForWhatCannotBe() {
        assertThat(sheet(600, 10_000, 10, 200, 0).need(0.2, 0)).isNull();
        assertThat(sheet(0, 0, 0, 0, 0.02).need(0.2, 0.02)).isNull();
        assertThat(sheet(8_000, 10_000, 160, 200, 0.02).need(0.5, 0.02)).isNull();
        assertThat(sheet(0, 0, 0, 0, 0.02).detectable()).isNull();
    }
}
