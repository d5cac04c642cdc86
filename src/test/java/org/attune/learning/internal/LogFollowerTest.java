package org.attune.learning.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.attune.history.LogBed.DEPOSIT;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.attune.history.DecisionRecord;
import org.attune.history.ImportedAnswer;
import org.attune.history.LogBed;
import org.attune.kernel.CustomerId;
import org.attune.kernel.Outcome;
import org.attune.learning.Models;
import org.attune.learning.engine.EngineSettings;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.PlatformTransactionManager;

class LogFollowerTest {

    /** Remembers what decisions could have seen. */
    private static final class Watched extends LiveEngine {
        private final Map<Long, String> seen = new LinkedHashMap<>();

        @Override
        void learn(Lesson lesson, long newPosition) {
            super.learn(lesson, newPosition);
            seen.put(newPosition, read((engine, position) -> engine.sha256()));
        }
    }

    @Test
    void whileABacklogIsWorkedOffNoDecisionSeesAnUndoTooEarly() {
        Random random = new Random(12);
        try (LogBed bed = new LogBed();
                LogBed node = new LogBed(bed.dataSource(), "org.attune.learning")) {
            List<DecisionRecord> decisions = new ArrayList<>();
            for (int i = 0; i < 400; i++) {
                decisions.add(bed.decided(
                        CustomerId.next(), Instant.now(), "main", Map.of("balance", random.nextInt(900)), DEPOSIT));
                bed.answer(decisions.getLast(), random.nextInt(3) == 0 ? Outcome.ACCEPTED : Outcome.DECLINED);
                if (i % 5 == 4) {
                    bed.history().undo(decisions.get(i - random.nextInt(4)).id(), DEPOSIT, "agent");
                }
            }
            Watched live = new Watched();
            follower(bed, node, live).catchUp();

            assertThat(live.position()).isEqualTo(bed.history().position());
            assertThat(live.seen).hasSizeGreaterThan(10);
            PastEngines past = node.bean(PastEngines.class);
            live.seen.forEach(
                    (position, sha256) -> assertThat(past.<String>read(position, (engine, at) -> engine.sha256()))
                            .as("position " + position)
                            .isEqualTo(sha256));
        }
    }

    /** Breaks off in the middle of a lesson, as often as told. */
    private static final class Failing extends LiveEngine {
        private int failures;

        @Override
        void learn(Lesson lesson, long newPosition) {
            super.learn(
                    (engine, data) -> {
                        long learned = lesson.teach(engine, data);
                        if (failures > 0 && newPosition > 100) {
                            failures--;
                            throw new IllegalStateException("planted");
                        }
                        return learned;
                    },
                    newPosition);
        }
    }

    @Test
    void aLessonThatBreaksOffLeavesNoTrace() {
        try (LogBed bed = new LogBed();
                LogBed node = new LogBed(bed.dataSource(), "org.attune.learning")) {
            answers(bed, 700);
            Failing live = new Failing();
            live.failures = 2;
            LogFollower follower = follower(bed, node, live);
            for (int failure = 0; failure < 2; failure++) {
                assertThatThrownBy(follower::catchUp).hasMessage("planted");
                assertThat(live.position()).isGreaterThanOrEqualTo(100);
                assertSameAsPast(node, live);
            }
            follower.catchUp();

            assertThat(live.position()).isEqualTo(bed.history().position());
            assertSameAsPast(node, live);
        }
    }

    @Test
    void aCrashAtAnyStepBetweenCommitAndCopyHealsAtTheNextStart() {
        try (LogBed committed = new LogBed();
                LogBed node = new LogBed(committed.dataSource(), "org.attune.learning")) {
            // Committed, and the process died before anybody learned.
            answers(committed, 5_400);
            long start = System.nanoTime();
            String healed;
            try (LogBed next = new LogBed(committed.dataSource(), "org.attune.learning")) {
                assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(10));
                healed = next.bean(Models.class).fingerprint();
                assertThat(next.bean(Models.class).position())
                        .isEqualTo(committed.history().position());
            }
            // Learned and copied, and the process died while the copy was written.
            assertThat(node.jdbc().update("UPDATE learning_snapshot SET bytes = substring(bytes FOR 1000)"))
                    .isPositive();
            assertHeals(committed, healed);
            // Learned, and the process died before the copy was written.
            node.jdbc().update("DELETE FROM learning_snapshot");
            assertHeals(committed, healed);
            // The copy is older than the log.
            answers(committed, 50);
            String later;
            try (LogBed next = new LogBed(committed.dataSource(), "org.attune.learning")) {
                later = next.bean(Models.class).fingerprint();
            }
            node.jdbc().update("DELETE FROM learning_snapshot");
            assertHeals(committed, later);
        }
    }

    private static void assertHeals(LogBed bed, String fingerprint) {
        try (LogBed next = new LogBed(bed.dataSource(), "org.attune.learning")) {
            assertThat(next.bean(Models.class).fingerprint()).isEqualTo(fingerprint);
        }
    }

    private static void answers(LogBed bed, int count) {
        Random random = new Random(count);
        List<ImportedAnswer> past = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            DecisionRecord decision = LogBed.decision(
                    CustomerId.next(), Instant.now(), "import", Map.of("balance", random.nextInt(900)), DEPOSIT);
            Outcome outcome = random.nextInt(3) == 0 ? Outcome.ACCEPTED : Outcome.DECLINED;
            past.add(new ImportedAnswer(decision.id().toString(), decision, outcome, Instant.now()));
        }
        bed.history().importAnswers(past);
    }

    private static LogFollower follower(LogBed bed, LogBed node, LiveEngine live) {
        return new LogFollower(
                bed.history(),
                live,
                node.bean(SnapshotStore.class),
                node.bean(SnapshotWriter.class),
                Champion.alone(EngineSettings.defaults()),
                bed.bean(PlatformTransactionManager.class));
    }

    private static void assertSameAsPast(LogBed node, LiveEngine live) {
        String now = live.read((engine, at) -> engine.sha256());
        assertThat(node.bean(PastEngines.class).<String>read(live.position(), (engine, at) -> engine.sha256()))
                .isEqualTo(now);
    }
}
