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
}
