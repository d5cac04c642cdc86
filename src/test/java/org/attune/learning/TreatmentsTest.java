package org.attune.learning;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.attune.history.DecisionRecord;
import org.attune.history.LogBed;
import org.attune.history.Offer;
import org.attune.kernel.Outcome;
import org.attune.learning.TreatmentModel.Counts;
import org.junit.jupiter.api.Test;

/** How wordings were answered, as of any position of the log. */
class TreatmentsTest {
    private static String wording(DecisionRecord decision) {
        Offer offer = decision.offers().stream()
                .filter(each -> each.action().equals(LogBed.DEPOSIT))
                .findFirst()
                .orElseThrow();
        return String.valueOf(offer.treatment());
    }

    @Test
    void theSamePositionGivesTheSameCountsForEverWhateverComesLater() {
        try (LogBed bed = new LogBed("org.attune.learning")) {
            Treatments live = bed.bean(Treatments.class);
            List<Counts> asSeen = new ArrayList<>();
            String wording = "";
            for (int i = 0; i < 65; i++) {
                DecisionRecord decision = bed.decided();
                wording = wording(decision);
                bed.answer(decision, i % 3 == 0 ? Outcome.ACCEPTED : i % 3 == 1 ? Outcome.DECLINED : Outcome.NOT_NOW);
                if (i % 10 == 0) {
                    bed.history().undo(decision.id(), LogBed.DEPOSIT, "test");
                }
                asSeen.add(live.counts(bed.history().position(), LogBed.DEPOSIT, wording));
            }
            Treatments replayed = new Treatments(bed.history());
            long position = 0;
            assertThat(asSeen.getLast().answers()).isBetween(25L, 45L);
            assertThat(replayed.counts(bed.history().position(), LogBed.DEPOSIT, wording))
                    .isEqualTo(asSeen.getLast());
            assertThat(replayed.counts(Treatments.STEP - 1, LogBed.DEPOSIT, wording))
                    .isEqualTo(new Counts(0, 0));
            for (Counts each : asSeen) {
                while (!replayed.counts(position, LogBed.DEPOSIT, wording).equals(each)) {
                    position++;
                    assertThat(position).isLessThanOrEqualTo(bed.history().position());
                }
            }
        }
    }

    @Test
    void anAnswerThatIsTakenBackCountsNoMore() {
        try (LogBed bed = new LogBed("org.attune.learning")) {
            String wording = "";
            for (int i = 0; i < 20; i++) {
                DecisionRecord decision = bed.decided();
                wording = wording(decision);
                bed.answer(decision, Outcome.ACCEPTED);
                bed.history().undo(decision.id(), LogBed.DEPOSIT, "test");
            }
            assertThat(new Treatments(bed.history()).counts(bed.history().position(), LogBed.DEPOSIT, wording))
                    .isEqualTo(new Counts(0, 0));
        }
    }
}
