package org.attune.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.attune.history.LogBed.DEPOSIT;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.attune.history.DecisionRecord;
import org.attune.history.ImportedAnswer;
import org.attune.history.LogBed;
import org.attune.kernel.CustomerId;
import org.attune.kernel.Outcome;
import org.attune.learning.engine.Contribution;
import org.attune.learning.engine.ModelPath;
import org.attune.learning.engine.Prediction;
import org.attune.learning.engine.Roster;
import org.attune.learning.engine.Scores;
import org.junit.jupiter.api.Test;

/** What the models said at a moment can be asked again for ever, to the last bit. */
class PastModelsTest {

    private static final String LEARNING = "org.attune.learning";
    private static final List<String> ACTIONS = List.of(DEPOSIT, "fund", "credit-card", "pension", "savings-plan");
    private static final Roster ROSTER = new Roster(
            ACTIONS.stream()
                    .map(action -> new ModelPath("sales", "savings", action))
                    .toList(),
            new double[] {0.3, 0.2, 0.1, 0.15, 0.05});
    private static final int[] ALL = {0, 1, 2, 3, 4};

    private record Moment(
            long position, Map<String, Object> situation, List<Prediction> predictions, List<Contribution> why) {

        static Moment ask(PropensityModel models, Map<String, Object> situation) {
            Scores scores = new Scores();
            long position = models.score(ROSTER, situation, ALL, ALL.length, scores);
            List<Prediction> predictions = new ArrayList<>();
            for (int index : ALL) {
                predictions.add(scores.prediction(index));
            }
            return new Moment(position, situation, predictions, models.explain(ROSTER.path(0), 0.3, situation));
        }
    }

    @Test
    void whatWasScoredWhileAnswersUndosAndImportsWentOnIsScoredAgainToTheBit() {
        Random random = new Random(11);
        try (LogBed bed = new LogBed(LEARNING)) {
            Models models = bed.bean(Models.class);
            List<Moment> moments = new ArrayList<>();
            List<DecisionRecord> decisions = new ArrayList<>();
            while (moments.size() < 200) {
                switch (random.nextInt(10)) {
                    case 0 -> undo(bed, decisions, random);
                    case 1 -> bed.history().importAnswers(past(random, 1 + random.nextInt(120)));
                    case 2, 3, 4 -> moments.add(models.consult(view -> Moment.ask(view, situation(random))));
                    default -> answer(bed, decisions, random);
                }
            }
            assertThat(bed.history().reversals(0)).hasSizeGreaterThan(20);
            assertSame(models, moments);

            moments.sort(Comparator.comparingLong(Moment::position).reversed());
            assertSame(models, moments.subList(0, 40));
            Collections.shuffle(moments, random);
            assertSame(models, moments.subList(0, 40));

            try (LogBed node = new LogBed(bed.dataSource(), LEARNING)) {
                assertSame(node.bean(Models.class), moments.subList(40, 60));
            }
        }
    }

    @Test
    void anOldMomentIsRebuiltFromAStoredCopyThoughWhatTheCopyKnowsWasTakenBackLater() {
        Random random = new Random(13);
        try (LogBed bed = new LogBed(LEARNING)) {
            Models models = bed.bean(Models.class);
            List<DecisionRecord> decisions = new ArrayList<>();
            answer(bed, decisions, random);
            for (int i = 0; i < 6; i++) {
                bed.history().importAnswers(past(random, 1_000));
            }
            Moment before = models.consult(view -> Moment.ask(view, situation(random)));
            bed.history()
                    .undo(
                            decisions.getFirst().id(),
                            decisions.getFirst().offers().getFirst().action(),
                            "agent");
            Moment after = models.consult(view -> Moment.ask(view, before.situation()));

            assertThat(bed.jdbc().queryForObject("SELECT count(*) FROM learning_snapshot", Long.class))
                    .isPositive();
            assertThat(after.predictions()).isNotEqualTo(before.predictions());
            assertSame(models, List.of(before, after, before));
        }
    }

    @Test
    void theModelsOfNoMomentAreRefused() {
        try (LogBed bed = new LogBed(LEARNING)) {
            Models models = bed.bean(Models.class);
            Map<String, Object> nobody = Map.of();
            assertThat(models.at(0).explain(ROSTER.path(0), 0.3, nobody)).hasSize(1);
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> models.at(1).explain(ROSTER.path(0), 0.3, nobody))
                    .withMessageContaining("no position 1");
        }
    }

    private static void assertSame(Models models, List<Moment> moments) {
        for (Moment moment : moments) {
            Moment again = Moment.ask(models.at(moment.position()), moment.situation());
            assertThat(again).as("position " + moment.position()).isEqualTo(moment);
        }
    }

    private static void answer(LogBed bed, List<DecisionRecord> decisions, Random random) {
        DecisionRecord decision = bed.decided(
                CustomerId.next(),
                Instant.now(),
                "main",
                situation(random),
                ACTIONS.get(random.nextInt(ACTIONS.size() - 1)));
        decisions.add(decision);
        String action = decision.offers().getFirst().action();
        bed.history()
                .answer(
                        new org.attune.history.Answer(
                                decision.id(),
                                action,
                                random.nextInt(3) == 0 ? Outcome.ACCEPTED : Outcome.DECLINED,
                                null,
                                null,
                                null),
                        "agent");
    }

    /** Mostly the last click, sometimes one of long ago. */
    private static void undo(LogBed bed, List<DecisionRecord> decisions, Random random) {
        if (!decisions.isEmpty()) {
            int back = random.nextInt(3) == 0 ? random.nextInt(decisions.size()) : 0;
            undo(bed, decisions.get(decisions.size() - 1 - back));
        }
    }

    private static void undo(LogBed bed, DecisionRecord decision) {
        bed.history().undo(decision.id(), decision.offers().getFirst().action(), "agent");
    }

    private static List<ImportedAnswer> past(Random random, int count) {
        List<ImportedAnswer> past = new ArrayList<>();
        Instant at = Instant.parse("2024-01-01T09:00:00Z");
        for (int i = 0; i < count; i++) {
            past.add(new ImportedAnswer(
                    "past:" + random.nextLong(),
                    LogBed.decision(CustomerId.next(), at, "import", situation(random), ACTIONS.get(random.nextInt(4))),
                    random.nextInt(4) == 0 ? Outcome.ACCEPTED : Outcome.DECLINED,
                    at));
        }
        return past;
    }

    private static Map<String, Object> situation(Random random) {
        Map<String, Object> situation = new HashMap<>();
        situation.put("balance", Math.round(random.nextGaussian() * 1000) / 10.0);
        situation.put("job", List.of("nurse", "retired", "student").get(random.nextInt(3)));
        situation.put("owns_home", random.nextBoolean());
        if (random.nextBoolean()) {
            situation.put("children", random.nextInt(4));
        }
        return situation;
    }
}
