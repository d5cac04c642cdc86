package org.attune.insight.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.attune.insight.internal.Traces.ranked;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.attune.customer.AttributeDictionary;
import org.attune.decision.DecisionTrace;
import org.attune.insight.internal.WinLoss.Factor;
import org.attune.insight.internal.WinLoss.Kind;
import org.junit.jupiter.api.Test;

class WinLossTest {
    @Test
    void valueAndLeverDecidedInThePublishedVector() {
        // A (P .12, C 1.55, V 80, L 1.20) = 17.856 beats B (.30, 1, 40, 1) = 12.0; without V, B wins .30 to .2232.
        DecisionTrace trace = Traces.of(ranked("a", 1, 0.12, 1.55, 80, 1.2), ranked("b", 2, 0.30, 1, 40, 1));
        WinLoss found = compare(trace);

        assertThat(Objects.requireNonNull(trace.candidates().getFirst().score()).priority())
                .isEqualTo(17.856, org.assertj.core.data.Offset.offset(1e-9));
        assertThat(found.kind()).isEqualTo(Kind.SET);
        assertThat(found.decided()).containsExactly(Factor.VALUE, Factor.LEVER);
        assertThat(found.turns())
                .extracting(WinLoss.Turn::factor)
                .contains(Factor.VALUE)
                .doesNotContain(Factor.LIKELIHOOD);
        assertThat(found.ratios().get(Factor.LIKELIHOOD)).isEqualTo(0.4, org.assertj.core.data.Offset.offset(1e-9));
    }

    @Test
    void whatTheCustomerWantsDecidesAgainstWhatTheCompanySet() {
        WinLoss found = compare(Traces.of(ranked("a", 1, 0.6, 1.5, 40, 1), ranked("b", 2, 0.3, 1, 60, 1.1)));

        assertThat(found.kind()).isEqualTo(Kind.FIT);
        assertThat(found.decided()).containsExactly(Factor.LIKELIHOOD, Factor.CONTEXT);
    }

    @Test
    void whoLeadsInEverythingIsSimplyAhead() {
        WinLoss found = compare(Traces.of(ranked("a", 1, 0.6, 1, 60, 1), ranked("b", 2, 0.3, 1, 50, 1)));

        assertThat(found.kind()).isEqualTo(Kind.AHEAD);
        assertThat(found.decided()).containsExactly(Factor.LIKELIHOOD, Factor.VALUE);
    }

    @Test
    void equalPrioritiesMandatoryActionsAndChanceAreNamed() {
        assertThat(compare(Traces.of(ranked("a", 1, 0.3, 1, 50, 1), ranked("b", 2, 0.3, 1, 50, 1)))
                        .kind())
                .isEqualTo(Kind.TIE);
        assertThat(compare(Traces.of(ranked("a", 1, 0.1, 1, 50, 1), ranked("b", 2, 0.3, 1, 50, 1)))
                        .kind())
                .isEqualTo(Kind.BAND);
        assertThat(compare(Traces.of("control", Map.of(), ranked("a", 1, 0.5, 1, 50, 1), ranked("b", 2, 0.3, 1, 50, 1)))
                        .kind())
                .isEqualTo(Kind.CHANCE);
    }

    @Test
    void aLonelyActionHasNobodyToBeat() {
        assertThat(WinLoss.of(explained(Traces.of(ranked("a", 1, 0.5, 1, 50, 1)))))
                .isNull();
    }

    private static WinLoss compare(DecisionTrace trace) {
        return Objects.requireNonNull(WinLoss.of(explained(trace)));
    }

    private static Explained explained(DecisionTrace trace) {
        return Explained.of(trace, List.of(), new AttributeDictionary(List.of()));
    }
}
