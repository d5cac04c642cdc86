package org.attune.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.attune.history.LogBed.DEPOSIT;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import org.attune.history.Answer;
import org.attune.history.DecisionRecord;
import org.attune.history.ImportedAnswer;
import org.attune.history.LogBed;
import org.attune.kernel.CustomerId;
import org.attune.kernel.DecisionId;
import org.attune.kernel.Outcome;
import org.attune.learning.engine.EngineSettings;
import org.attune.learning.engine.LearningEngine;
import org.attune.learning.engine.ModelPath;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

class ModelsTest {

    private static final String LOOK = "attune.learning.look-millis";
    private static final String LEARNING = "org.attune.learning";
    private static final String NOTHING_LEARNED = new LearningEngine(EngineSettings.defaults()).sha256();
    private static final Models.Subject SUBJECT = new Models.Subject(new ModelPath("sales", "savings", DEPOSIT), 0.3);

    @Test
    void theNextDecisionKnowsTheAnswer() {
        try (LogBed bed = new LogBed(LEARNING)) {
            Models models = bed.bean(Models.class);
            DecisionRecord decision = bed.decided();
            var before = models.predict(decision.situation(), List.of(SUBJECT));
            long position = bed.answer(decision, Outcome.ACCEPTED).position();
            var after = models.predict(decision.situation(), List.of(SUBJECT));

            assertThat(before.position()).isEqualTo(position - 1);
            assertThat(after.position()).isEqualTo(position);
            assertThat(after.predictions().getFirst().propensity())
                    .isGreaterThan(before.predictions().getFirst().propensity());
            assertThat(models.figures(DEPOSIT).orElseThrow().positives()).isEqualTo(1);
            assertThat(models.figures("credit-card")).isEmpty();
        }
    }

    @Test
    void neutralOutcomesTeachNothing() {
        try (LogBed bed = new LogBed(LEARNING)) {
            Models models = bed.bean(Models.class);
            for (Outcome outcome : List.of(Outcome.SHOWN, Outcome.PRESENTED, Outcome.NOT_NOW, Outcome.NOT_OFFERED)) {
                bed.answer(bed.decided(), outcome);
            }
            DecisionRecord listened =
                    bed.decided(CustomerId.next(), Instant.now(), "main", Map.of("job", "nurse"), "none");
            bed.history().answer(new Answer(listened.id(), "none", Outcome.ACCEPTED, null, null, null), "agent");
            bed.history().shown(bed.decided().id(), List.of(DEPOSIT), "agent");

            assertThat(models.position()).isEqualTo(4);
            assertThat(models.fingerprint()).isEqualTo(NOTHING_LEARNED);
        }
    }

    @Test
    void aCancelledAcceptanceTeachesOneRefusalMore() {
        try (LogBed bed = new LogBed(LEARNING)) {
            DecisionRecord decision = bed.decided();
            bed.answer(decision, Outcome.ACCEPTED);
            bed.answer(decision, Outcome.FULFILLED);
            bed.answer(decision, Outcome.CANCELLED);
            bed.answer(decision, Outcome.CANCELLED);

            ModelFigures figures = bed.bean(Models.class).figures(DEPOSIT).orElseThrow();
            assertThat(figures.responses()).isEqualTo(2);
            assertThat(figures.positives()).isEqualTo(1);
        }
    }

    @Test
    void undoLeavesTheModelAsIfItHadNotHappened() {
        try (LogBed bed = new LogBed(LEARNING);
                LogBed without = new LogBed(LEARNING)) {
            bed.history().importAnswers(past(1_700));
            without.history().importAnswers(past(1_700));
            Models models = bed.bean(Models.class);
            String before = models.fingerprint();
            DecisionRecord wrongClick = bed.decided();
            bed.answer(wrongClick, Outcome.ACCEPTED);
            assertThat(models.fingerprint()).isNotEqualTo(before);

            bed.history().undo(wrongClick.id(), DEPOSIT, "agent");
            assertThat(models.fingerprint()).isEqualTo(before);

            bed.answer(wrongClick, Outcome.DECLINED, "no-need");
            for (int i = 0; i < 30; i++) {
                DecisionRecord both = bed.decided();
                Outcome outcome = i % 3 == 0 ? Outcome.ACCEPTED : Outcome.DECLINED;
                bed.answer(both, outcome);
                without.answer(without.decided(), outcome);
            }
            bed.history().undo(wrongClick.id(), DEPOSIT, "agent");
            assertThat(models.fingerprint())
                    .isEqualTo(without.bean(Models.class).fingerprint());
        }
    }

    @Test
    void anAnswerOlderThanAllCopiesCanBeTakenBack() {
        try (LogBed bed = new LogBed(LEARNING);
                LogBed without = new LogBed(LEARNING)) {
            List<ImportedAnswer> past = past(6_000);
            for (int from = 0; from < 6_000; from += 500) {
                bed.history().importAnswers(past.subList(from, from + 500));
            }
            past.remove(40);
            without.history().importAnswers(past);
            undo(bed, 41);

            assertThat(bed.bean(Models.class).fingerprint())
                    .isEqualTo(without.bean(Models.class).fingerprint());
        }
    }

    @Test
    void howeverAnswersComeAndGoTheModelIsThatOfAFullReplay() {
        Random random = new Random(7);
        try (LogBed bed = new LogBed(LEARNING)) {
            List<DecisionRecord> decisions = new ArrayList<>();
            for (int i = 0; i < 600; i++) {
                if (decisions.isEmpty() || random.nextInt(4) > 0) {
                    DecisionRecord decision =
                            bed.decided(CustomerId.next(), Instant.now(), "main", situation(random), DEPOSIT);
                    decisions.add(decision);
                    bed.answer(decision, random.nextInt(3) == 0 ? Outcome.ACCEPTED : Outcome.DECLINED);
                } else {
                    DecisionRecord some = decisions.get(random.nextInt(decisions.size()));
                    bed.history().undo(some.id(), DEPOSIT, "agent");
                }
            }
            assertThat(bed.history().reversals(0)).hasSizeGreaterThan(50);
            assertThat(fullReplay(bed)).isEqualTo(bed.bean(Models.class).fingerprint());
        }
    }

    @Test
    void snapshotPlusTailEqualsFullReplay() {
        try (LogBed bed = new LogBed(LEARNING)) {
            Models models = bed.bean(Models.class);
            try (LogBed first = secondNode(bed)) {
                first.history().importAnswers(past(5_600));
            }
            models.catchUp();
            assertThat(snapshots(bed)).isNotEmpty();
            DecisionRecord tail = bed.decided();
            bed.answer(tail, Outcome.ACCEPTED);

            try (LogBed node = secondNode(bed)) {
                assertThat(node.bean(Models.class).fingerprint()).isEqualTo(models.fingerprint());
            }
            assertThat(fullReplay(bed)).isEqualTo(models.fingerprint());

            // An answer that a stored copy knows is taken back: the copy is no longer true.
            undo(bed, 3);
            try (LogBed node = secondNode(bed)) {
                assertThat(node.bean(Models.class).fingerprint()).isEqualTo(models.fingerprint());
            }
            assertThat(fullReplay(bed)).isEqualTo(models.fingerprint());
        }
    }

    @Test
    void damagedSnapshotsAreNotBelieved() {
        try (LogBed bed = new LogBed(LEARNING)) {
            try (LogBed node = secondNode(bed)) {
                node.history().importAnswers(past(5_100));
            }
            assertThat(snapshots(bed)).isNotEmpty();
            bed.jdbc().update("UPDATE learning_snapshot SET bytes = set_byte(bytes, 999, get_byte(bytes, 999) # 1)");
            bed.bean(Models.class).catchUp();

            try (LogBed node = secondNode(bed)) {
                assertThat(node.bean(Models.class).fingerprint())
                        .isEqualTo(bed.bean(Models.class).fingerprint());
            }
        }
    }

    @Test
    void everyNodeComesToTheSameModels() {
        try (LogBed bed = new LogBed(LEARNING);
                LogBed other = secondNode(bed)) {
            bed.answer(bed.decided(), Outcome.ACCEPTED);
            other.answer(other.decided(), Outcome.DECLINED);
            DecisionRecord undone = bed.decided();
            bed.answer(undone, Outcome.DECLINED);
            other.bean(Models.class).catchUp();
            other.history().undo(undone.id(), DEPOSIT, "agent");
            bed.bean(Models.class).catchUp();

            assertThat(bed.bean(Models.class).position()).isEqualTo(4);
            assertThat(bed.bean(Models.class).fingerprint())
                    .isEqualTo(other.bean(Models.class).fingerprint());
        }
    }

    /** The first answers may be given before the other node listens. */
    @Test
    void anotherNodeIsToldOfAnAnswerAndNeedNotLook() {
        System.setProperty(LOOK, "3600000");
        try (LogBed bed = new LogBed(LEARNING);
                LogBed other = secondNode(bed)) {
            Awaitility.await()
                    .ignoreExceptions()
                    .pollInterval(Duration.ofMillis(50))
                    .untilAsserted(() -> {
                        long position =
                                bed.answer(bed.decided(), Outcome.ACCEPTED).position();
                        Awaitility.await()
                                .atMost(Duration.ofSeconds(1))
                                .pollInterval(Duration.ofMillis(1))
                                .until(() -> other.bean(Models.class).position() >= position);
                    });
        } finally {
            System.clearProperty(LOOK);
        }
    }

    @Test
    void answersThatMayYetBeRolledBackAreNotLearned() {
        try (LogBed bed = new LogBed(LEARNING)) {
            Models models = bed.bean(Models.class);
            DecisionRecord decision = bed.decided();
            var transaction = new TransactionTemplate(bed.bean(PlatformTransactionManager.class));
            transaction.executeWithoutResult(status -> {
                bed.answer(decision, Outcome.ACCEPTED);
                models.catchUp();
                assertThat(models.position()).isZero();
                status.setRollbackOnly();
            });
            models.catchUp();
            assertThat(models.position()).isZero();

            transaction.executeWithoutResult(status -> bed.answer(decision, Outcome.ACCEPTED));
            assertThat(models.position()).isEqualTo(1);
        }
    }

    @Test
    void anEntryThatCannotBeLearnedDoesNotStopTheRest() {
        try (LogBed bed = new LogBed(LEARNING)) {
            bed.answer(
                    bed.decided(CustomerId.next(), Instant.now(), "main", Map.of("list", List.of("a", "b")), DEPOSIT),
                    Outcome.ACCEPTED);
            bed.answer(bed.decided(), Outcome.ACCEPTED);

            assertThat(bed.bean(Models.class).position()).isEqualTo(2);
            assertThat(bed.bean(Models.class).figures(DEPOSIT).orElseThrow().responses())
                    .isEqualTo(1);
        }
    }

    private static LogBed secondNode(LogBed bed) {
        return new LogBed(bed.dataSource(), LEARNING);
    }

    private static void undo(LogBed bed, long position) {
        UUID decision = bed.jdbc()
                .queryForObject("SELECT decision_id FROM history_outcome WHERE position = ?", UUID.class, position);
        assertThat(bed.history().undo(new DecisionId(Objects.requireNonNull(decision)), DEPOSIT, "agent"))
                .isTrue();
    }

    private static String fullReplay(LogBed bed) {
        bed.jdbc().update("DELETE FROM learning_snapshot");
        try (LogBed node = secondNode(bed)) {
            assertThat(node.bean(Models.class).position())
                    .isEqualTo(bed.history().position());
            return node.bean(Models.class).fingerprint();
        }
    }

    private static List<Long> snapshots(LogBed bed) {
        return bed.jdbc().queryForList("SELECT position FROM learning_snapshot ORDER BY position", Long.class);
    }

    private static Map<String, Object> situation(Random random) {
        return Map.of(
                "balance", Math.round(random.nextGaussian() * 1000) / 10.0,
                "job", List.of("nurse", "retired", "student").get(random.nextInt(3)),
                "owns_home", random.nextBoolean());
    }

    /** Invented answers of the past, always the same. */
    private static List<ImportedAnswer> past(int count) {
        Random random = new Random(1);
        List<ImportedAnswer> past = new ArrayList<>();
        Instant start = Instant.parse("2024-01-01T09:00:00Z");
        for (int i = 0; i < count; i++) {
            Map<String, Object> situation = situation(random);
            boolean accepted = random.nextDouble() < ("retired".equals(situation.get("job")) ? 0.4 : 0.1);
            Instant at = start.plus(Duration.ofMinutes(i));
            past.add(new ImportedAnswer(
                    "past:" + i,
                    LogBed.decision(CustomerId.next(), at, "import", situation, DEPOSIT),
                    accepted ? Outcome.ACCEPTED : Outcome.DECLINED,
                    at));
        }
        return past;
    }
}
