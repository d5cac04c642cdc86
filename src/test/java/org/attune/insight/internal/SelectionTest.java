package org.attune.insight.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.attune.insight.internal.Selection.Period;
import org.attune.kernel.Channel;
import org.junit.jupiter.api.Test;

class SelectionTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

    @Test
    void anAddressWithoutDaysMeansTheLastFourWeeks() {
        Selection read = read(Map.of());

        assertThat(read).isEqualTo(new Selection(LocalDate.of(2026, 10, 26), null, null));
        assertThat(read.period(TODAY)).isEqualTo(Period.FOUR_WEEKS);
    }

    @Test
    void anEmptyFirstDayMeansSinceEver() {
        assertThat(read(Map.of("from", "")).period(TODAY)).isEqualTo(Period.ALL);
    }

    @Test
    void whatIsSharedByLinkReadsTheSame() {
        for (Selection each : new Selection[] {
            new Selection(null, null, null),
            new Selection(null, null, Channel.BRANCH),
            new Selection(LocalDate.of(2026, 1, 2), LocalDate.of(2026, 2, 3), Channel.CALL_CENTER),
            new Selection(null, LocalDate.of(2026, 2, 3), null),
            Selection.of(Period.TODAY, TODAY, Channel.WEB)
        }) {
            assertThat(read(each.query())).isEqualTo(each);
        }
    }

    @Test
    void nonsenseInTheAddressCountsAsNotGiven() {
        assertThat(read(Map.of("from", "yesterday", "to", "2026-02-30", "channel", "pigeon")))
                .isEqualTo(read(Map.of()));
    }

    @Test
    void eachPeriodIsKnownByItsDays() {
        for (Period each : new Period[] {Period.TODAY, Period.WEEK, Period.FOUR_WEEKS, Period.QUARTER, Period.ALL}) {
            assertThat(Selection.of(each, TODAY, null).period(TODAY)).isEqualTo(each);
        }
        assertThat(new Selection(LocalDate.of(2026, 11, 1), LocalDate.of(2026, 11, 2), null).period(TODAY))
                .isEqualTo(Period.CUSTOM);
    }

    @Test
    void comparesWithAsManyDaysBefore() {
        Selection before = Objects.requireNonNull(
                Selection.of(Period.WEEK, TODAY, Channel.WEB).before(TODAY));

        assertThat(before).isEqualTo(new Selection(LocalDate.of(2026, 11, 9), LocalDate.of(2026, 11, 15), Channel.WEB));
        assertThat(new Selection(null, null, null).before(TODAY)).isNull();
    }

    private static Selection read(Map<String, String> query) {
        return Selection.read(name -> Optional.ofNullable(query.get(name)), TODAY);
    }
}
