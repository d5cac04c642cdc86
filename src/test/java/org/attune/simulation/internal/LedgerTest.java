package org.attune.simulation.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.attune.decision.FirstPlace;
import org.attune.decision.FirstPlaces;
import org.attune.history.FirstOffer;
import org.attune.kernel.CustomerId;
import org.attune.kernel.DecisionId;
import org.attune.simulation.engine.Choice;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What a recorded decision says about two strategies. */
class LedgerTest {
    private static final FirstPlace LOGGED = new FirstPlace(
            List.of(
                    new FirstPlace.Chance("call", 0.9, 0.25, 0.2),
                    new FirstPlace.Chance("visit", 0.1, 0.25, 0.1),
                    new FirstPlace.Chance("rare", 0, 0.25, 0.4),
                    new FirstPlace.Chance("unlikely", 0, 0.25, 0.01)),
            0);
    private static final FirstPlace DRAFT = new FirstPlace(
            List.of(new FirstPlace.Chance("call", 0.5, 0.5, 0.2), new FirstPlace.Chance("rare", 0.5, 0.5, 0.4)), 0);
    private static final FirstPlace SILENT = new FirstPlace(List.of(), 1);

    private static FirstOffer offer(String arm, @Nullable String action, double probability, boolean accepted) {
        return new FirstOffer(DecisionId.next(), CustomerId.next(), arm, action, probability, accepted, accepted);
    }

    private static Ledger ledger(FirstOffer offer, FirstPlaces places) {
        Ledger ledger = new Ledger(Map.of("call", 50.0, "rare", 80.0), 0.5);
        ledger.add(offer, places);
        return ledger;
    }

    @Test
    void theProbabilityIsTakenOverBothArms() {
        FirstPlaces places = new FirstPlaces(0.02, LOGGED, List.of(LOGGED, DRAFT));

        assertThat(ledger(offer("main", "call", 0.9, true), places)
                        .accepted()
                        .getFirst()
                        .logged())
                .isEqualTo(0.98 * 0.9 + 0.02 * 0.25, within(1e-12));
        Ledger control = ledger(offer("control", "rare", 0.25, false), places);
        assertThat(control.accepted().getFirst().logged()).isEqualTo(0.02 * 0.25, within(1e-12));
        assertThat(control.control()).isEqualTo(1);
    }

    @Test
    void whatOnlyControlDoesIsSupportedAndWhatNobodyDoesIsOutside() {
        Choice withControl = ledger(
                        offer("main", "call", 0.9, true), new FirstPlaces(0.02, LOGGED, List.of(LOGGED, DRAFT)))
                .accepted()
                .getFirst();
        Choice without = ledger(offer("main", "call", 0.9, true), new FirstPlaces(0, LOGGED, List.of(LOGGED, DRAFT)))
                .accepted()
                .getFirst();

        assertThat(withControl.candidate().outside()).isZero();
        assertThat(without.candidate().outside()).isEqualTo(0.5);
        assertThat(without.reference().outside()).isZero();
    }

    @Test
    void expectedIsChanceTimesWhatIsSaidTimesPropensityAndValue() {
        Ledger ledger = ledger(offer("main", "call", 0.9, true), new FirstPlaces(0.02, LOGGED, List.of(LOGGED, DRAFT)));

        Choice accepted = ledger.accepted().getFirst();
        assertThat(accepted.reward()).isEqualTo(1);
        assertThat(accepted.expected()).isEqualTo(0.5 * 0.2, within(1e-12));
        assertThat(accepted.candidate().chance()).isEqualTo(0.5);
        assertThat(accepted.candidate().expected()).isEqualTo(0.5 * (0.5 * 0.2 + 0.5 * 0.4), within(1e-12));
        Choice worth = ledger.worth().getFirst();
        assertThat(worth.reward()).isEqualTo(50);
        assertThat(worth.candidate().expected()).isEqualTo(0.5 * (0.5 * 0.2 * 50 + 0.5 * 0.4 * 80), within(1e-12));
    }

    @Test
    void aDraftThatIsSilentExpectsNothingAndIsNeverOutside() {
        Choice choice = ledger(offer("main", "call", 0.9, true), new FirstPlaces(0, LOGGED, List.of(LOGGED, SILENT)))
                .accepted()
                .getFirst();

        assertThat(choice.candidate()).isEqualTo(new Choice.Target(0, 1, 0, 0));
    }

    @Test
    void whereTheLogWasSilentOnlySilenceIsSupported() {
        Choice choice = ledger(offer("main", null, 1, false), new FirstPlaces(0, SILENT, List.of(SILENT, DRAFT)))
                .accepted()
                .getFirst();

        assertThat(choice.logged()).isEqualTo(1);
        assertThat(choice.reference()).isEqualTo(new Choice.Target(0, 1, 0, 0));
        assertThat(choice.candidate().outside()).isEqualTo(1);
    }
}
