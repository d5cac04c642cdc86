package org.attune.care.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.attune.care.engine.Assistance.Fit;
import org.attune.care.engine.Assistance.Kind;
import org.attune.care.engine.Assistance.Need;
import org.attune.care.engine.Assistance.Option;
import org.junit.jupiter.api.Test;

/** Forbearance before collections (FCA CONC 7.3.5), and the least costly help that suffices before the dearer one. */
class AssistanceTest {
    private static Need need(Capacity capacity, long arrears, long charges, HelpTerm term) {
        return new Need(capacity, arrears, 40_00, charges, term);
    }

    private static Option option(List<Option> ladder, Kind kind) {
        return ladder.stream().filter(each -> each.kind() == kind).findFirst().orElseThrow();
    }

    @Test
    void atLeastSixWaysOfHelpAreOnThePickerWhateverTheNeed() {
        Random random = new Random(7);
        for (int i = 0; i < 2_000; i++) {
            Capacity capacity = random.nextInt(5) == 0
                    ? null
                    : new Capacity(random.nextLong(-500_00, 500_00), 0, random.nextLong(100_00));
            List<Option> ladder = Assistance.ladder(need(
                    capacity, random.nextLong(2_000_00), random.nextLong(50_00), HelpTerm.values()[random.nextInt(2)]));
            assertThat(ladder).extracting(Option::kind).containsExactlyInAnyOrder(Kind.values());
            assertThat(ladder.stream().filter(each -> each.fit() != Fit.NOT_NOW).count())
                    .isGreaterThanOrEqualTo(3);
            assertThat(ladder).isSortedAccordingTo((a, b) -> a.fit().compareTo(b.fit()));
        }
    }

    @Test
    void inArrearsPauseReduceWaiveTokenPaymentsMoreTimeAndFreeAdviceAreThere() {
        List<Option> ladder = Assistance.ladder(need(new Capacity(-30_00, 0, 50_00), 300_00, 20_00, HelpTerm.LONG));
        assertThat(ladder)
                .filteredOn(each -> each.fit() != Fit.NOT_NOW)
                .extracting(Option::kind)
                .contains(
                        Kind.PAUSE,
                        Kind.REDUCE,
                        Kind.WAIVE_CHARGES,
                        Kind.TOKEN_PAYMENTS,
                        Kind.BENEFITS,
                        Kind.DEBT_ADVICE);
        assertThat(option(ladder, Kind.PAUSE).figure())
                .as("billing cycles without a payment")
                .isEqualTo(3);
        assertThat(option(ladder, Kind.REDUCE).figure()).as("off each bill").isEqualTo(20_00);
        assertThat(option(ladder, Kind.WAIVE_CHARGES).figure())
                .as("all interest and charges")
                .isEqualTo(20_00);
        assertThat(option(ladder, Kind.TOKEN_PAYMENTS).figure())
                .as("a token each month")
                .isEqualTo(1_00);
        assertThat(option(ladder, Kind.DEBT_ADVICE).cost()).as("advice is free").isZero();
        // Time is no help to who has nothing left; whoever can pay within a month gets it.
        List<Option> soon = Assistance.ladder(need(new Capacity(150_00, 0, 50_00), 100_00, 0, HelpTerm.SHORT));
        assertThat(option(soon, Kind.MORE_TIME).fit()).isEqualTo(Fit.SUFFICES);
    }

    @Test
    void theLeastCostlyHelpThatSufficesComesFirst() {
        // 100 free a month, 80 owed: one month later costs 80 x 5 % / 12 = 0.33; a plan costs the same month at least.
        List<Option> small = Assistance.ladder(need(new Capacity(150_00, 0, 50_00), 80_00, 0, HelpTerm.SHORT));
        assertThat(small.getFirst()).isEqualTo(new Option(Kind.MORE_TIME, Fit.SUFFICES, 33, "time-suffices", 0));

        // 600 owed: time alone does not do; six months in instalments cost 600 x 5 % x 3.5 / 12 = 8.75.
        List<Option> larger = Assistance.ladder(need(new Capacity(150_00, 0, 50_00), 600_00, 0, HelpTerm.SHORT));
        assertThat(larger.getFirst()).isEqualTo(new Option(Kind.INSTALMENTS, Fit.SUFFICES, 8_75, "instalments", 6));
        assertThat(option(larger, Kind.PART_WRITE_OFF).fit()).isEqualTo(Fit.NOT_NOW);
    }

    @Test
    void theSurplusDrivesTheOptions() {
        List<Option> none = Assistance.ladder(need(null, 300_00, 0, HelpTerm.LONG));
        assertThat(option(none, Kind.INSTALMENTS).why()).isEqualTo("needs-budget");

        List<Option> deficit = Assistance.ladder(need(new Capacity(-10_00, 0, 50_00), 300_00, 0, HelpTerm.LONG));
        assertThat(option(deficit, Kind.INSTALMENTS).why()).isEqualTo("nothing-left");
        assertThat(option(deficit, Kind.TOKEN_PAYMENTS).fit()).isEqualTo(Fit.HELPS);
        assertThat(option(deficit, Kind.REDUCE).why())
                .as("half a bill of 40 closes a gap of 10")
                .isEqualTo("reduce-closes");
        assertThat(option(deficit, Kind.DEBT_ADVICE).why()).isEqualTo("advice-deficit");
    }

    @Test
    void shortHelpIsUpToThreeBillingCyclesAndLongBeyond() {
        assertThat(HelpTerm.of(1)).isEqualTo(HelpTerm.SHORT);
        assertThat(HelpTerm.of(3)).isEqualTo(HelpTerm.SHORT);
        assertThat(HelpTerm.of(4)).isEqualTo(HelpTerm.LONG);
        Capacity nothing = new Capacity(10_00, 0, 50_00);
        assertThat(option(Assistance.ladder(need(nothing, 300_00, 0, HelpTerm.SHORT)), Kind.PAUSE)
                        .fit())
                .isEqualTo(Fit.SUFFICES);
        assertThat(option(Assistance.ladder(need(nothing, 300_00, 0, HelpTerm.LONG)), Kind.PAUSE)
                        .fit())
                .isEqualTo(Fit.HELPS);
    }
}
