package org.attune.arbitration.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class PriorityTest {
    @Test
    void valueAndLeverLetAWinOverB() {
        double a = Priority.of(.12, Priority.context(55), 80, Priority.lever(20, 0, 0));
        double b = Priority.of(.30, Priority.context(0), 40, Priority.lever(0, 0, 0));
        assertThat(a).isCloseTo(17.856, within(1e-9));
        assertThat(b).isCloseTo(12.0, within(1e-9));
    }

    @Test
    void withoutValueBWins() {
        assertThat(Priority.of(.12, 1.55, 1, 1.2)).isCloseTo(.2232, within(1e-9));
        assertThat(Priority.of(.30, 1, 1, 1)).isGreaterThan(.2232);
    }

    @Test
    void leversAreBounded() {
        assertThat(Priority.lever(-90, -90, -90)).isEqualTo(0.1);
        assertThat(Priority.lever(900, 900, 0)).isEqualTo(10);
        assertThat(Priority.context(-300)).isZero();
    }

    @Test
    void valueMixesBothSides() {
        assertThat(Priority.value(0.25, 80, 40)).isEqualTo(50);
    }

    @Test
    void sameInputsGiveTheSameOrderAThousandTimes() {
        List<Ranking.Entry> entries = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            entries.add(new Ranking.Entry("i" + i % 3, "g" + i % 7, "a" + i, i % 11 == 0, (i % 5) * 1.0));
        }
        List<Ranking.Entry> order = Ranking.order(entries);
        Random random = new Random(1);
        for (int i = 0; i < 1000; i++) {
            Collections.shuffle(entries, random);
            assertThat(Ranking.order(entries)).isEqualTo(order);
        }
        assertThat(order.getFirst().mandatory()).isTrue();
    }

    @Test
    void theControlArmIsUniform() {
        List<Ranking.Entry> entries = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            entries.add(new Ranking.Entry("i", "g", "a" + i, false, i));
        }
        int[] first = new int[4];
        for (long seed = 0; seed < 8000; seed++) {
            String winner =
                    Ranking.shuffled(entries, Draws.seed(seed)).getFirst().action();
            first[winner.charAt(1) - '0']++;
        }
        for (int count : first) {
            assertThat(count).isBetween(1850, 2150);
        }
    }

    @Test
    void theControlGroupIsStableWithinAMonthAndHasItsShare() {
        int control = 0;
        Random random = new Random(7);
        YearMonth month = YearMonth.of(2026, 11);
        for (int i = 0; i < 50_000; i++) {
            UUID customer = new UUID(random.nextLong(), random.nextLong());
            boolean in = Arms.control(customer, month, 0.02);
            assertThat(Arms.control(customer, month, 0.02)).isEqualTo(in);
            control += in ? 1 : 0;
        }
        assertThat(control).isBetween(900, 1100);
    }

    @Test
    void placesOnArraysAreThoseOfTheFullSortWhateverTheTies() {
        Random random = new Random(9);
        for (int world = 0; world < 500; world++) {
            int n = 1 + random.nextInt(60);
            boolean[] mandatory = new boolean[n];
            double[] priority = new double[n];
            List<Ranking.Entry> entries = new ArrayList<>();
            int[] all = new int[n];
            for (int i = 0; i < n; i++) {
                all[i] = i;
                mandatory[i] = random.nextInt(8) == 0;
                priority[i] = random.nextInt(5);
                entries.add(new Ranking.Entry("i", "g", String.format("a%03d", i), mandatory[i], priority[i]));
            }
            List<String> expected =
                    Ranking.order(entries).stream().map(Ranking.Entry::action).toList();
            int[] out = new int[1 + random.nextInt(10)];
            int filled = Ranking.top(all, n, mandatory, priority, out);
            Ranking.order(all, n, mandatory, priority);
            assertThat(filled).isEqualTo(Math.min(n, out.length));
            for (int i = 0; i < n; i++) {
                assertThat(String.format("a%03d", all[i])).isEqualTo(expected.get(i));
                if (i < filled) {
                    assertThat(out[i]).isEqualTo(all[i]);
                }
            }
        }
    }

    @Test
    void theShuffledArmOnArraysIsUniformBehindTheMandatoryBand() {
        int[] first = new int[5];
        boolean[] mandatory = {false, false, false, false, true};
        int[] second = new int[5];
        for (long seed = 0; seed < 8000; seed++) {
            int[] all = {0, 1, 2, 3, 4};
            Ranking.shuffle(all, 5, mandatory, Draws.seed(seed));
            first[all[0]]++;
            second[all[1]]++;
        }
        assertThat(first[4]).isEqualTo(8000);
        for (int i = 0; i < 4; i++) {
            assertThat(second[i]).isBetween(1850, 2150);
        }
    }
}
