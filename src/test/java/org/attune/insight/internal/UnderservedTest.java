package org.attune.insight.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.attune.history.Served;
import org.junit.jupiter.api.Test;

/** F28: for whom there is little to propose. */
class UnderservedTest {
    @Test
    void namesThoseForWhomNothingIsFound() {
        List<Served> decisions = new ArrayList<>();
        for (int i = 0; i < 1_000; i++) {
            boolean prepaid = i % 5 == 0;
            decisions.add(new Served(
                    Map.of("contract", prepaid ? "prepaid" : "postpaid", "months", (double) (i % 40)),
                    prepaid && i % 3 != 0 ? 0 : 0.3));
        }

        List<Underserved.Group> found = Underserved.find(decisions);

        assertThat(found).hasSize(1);
        Underserved.Group group = found.getFirst();
        assertThat(group.key()).isEqualTo("contract");
        assertThat(group.value()).isEqualTo("prepaid");
        assertThat(group.decisions()).isEqualTo(200);
        assertThat(group.share()).isEqualTo(2.0 / 3, within(0.01));
        assertThat(group.others()).isZero();
    }

    @Test
    void aNumberIsToldByItsQuarter() {
        List<Served> decisions = new ArrayList<>();
        for (int i = 0; i < 1_000; i++) {
            decisions.add(new Served(Map.of("months", (double) (i % 100)), i % 100 >= 75 ? 0.05 : 0.4));
        }

        Underserved.Group group = Underserved.find(decisions).getFirst();

        assertThat(group.from()).isEqualTo(75);
        assertThat(group.to()).isNull();
        assertThat(group.share()).isEqualTo(1);
    }

    @Test
    void chanceAloneNamesNobody() {
        SplittableRandom random = new SplittableRandom(4);
        List<Served> decisions = new ArrayList<>();
        for (int i = 0; i < 2_000; i++) {
            Map<String, Object> facts = new java.util.HashMap<>();
            for (int f = 0; f < 50; f++) {
                facts.put("fact" + f, random.nextInt(4) + "");
            }
            decisions.add(new Served(facts, random.nextInt(10) == 0 ? 0 : 0.3));
        }

        assertThat(Underserved.find(decisions)).isEmpty();
        assertThat(Underserved.find(List.of())).isEmpty();
    }
}
