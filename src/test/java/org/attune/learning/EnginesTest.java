package org.attune.learning;

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
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.attune.history.DecisionRecord;
import org.attune.history.ImportedAnswer;
import org.attune.history.LogBed;
import org.attune.kernel.AuditedEvent;
import org.attune.kernel.ConflictException;
import org.attune.kernel.CustomerId;
import org.attune.kernel.InvalidException;
import org.attune.kernel.Outcome;
import org.attune.learning.engine.LearningEngine;
import org.attune.learning.engine.ModelPath;
import org.attune.learning.engine.Roster;
import org.attune.learning.engine.Scores;
import org.junit.jupiter.api.Test;

class EnginesTest {

    private static final String LEARNING = "org.attune.learning";
    private static final ModelPath PATH = new ModelPath("sales", "savings", DEPOSIT);

    @Test
    void aPromotionHasItsPlaceInTheLogAndDecisionsBeforeItAreRepeatedByTheOldEngine() {
        try (LogBed bed = new LogBed(LEARNING)) {
            Models models = bed.bean(Models.class);
            Engines engines = bed.bean(Engines.class);
            answers(bed, 300, 1);
            engines.challenge("brisk", "ada");
            Map<Long, Double> seen = new LinkedHashMap<>();
            seen.put(models.position(), score(models));

            engines.promote("ada");
            assertThat(engines.champion().key()).isEqualTo("brisk");
            assertThat(models.position()).isEqualTo(301);
            seen.put(models.position(), score(models));
            assertThat(models.fingerprint()).isEqualTo(learnedBy(bed, "brisk"));

            answers(bed, 200, 2);
            seen.put(models.position(), score(models));
            engines.rollBack("ada");
            seen.put(models.position(), score(models));
            assertThat(engines.champion().key()).isEqualTo("standard");
            assertThat(models.fingerprint()).isEqualTo(learnedBy(bed, "standard"));

            answers(bed, 100, 3);
            assertThat(seen.values()).doesNotHaveDuplicates();
            seen.forEach((position, propensity) -> assertThat(score(models.at(position)))
                    .as("position " + position)
                    .isEqualTo(propensity));
            assertThat(engines.contest().reigns())
                    .extracting(Reign::engine, Reign::position, Reign::who)
                    .containsExactly(
                            org.assertj.core.groups.Tuple.tuple("standard", 0L, "attune"),
                            org.assertj.core.groups.Tuple.tuple("brisk", 301L, "ada"),
                            org.assertj.core.groups.Tuple.tuple("standard", 502L, "ada"));
            assertThat(bed.news())
                    .filteredOn(AuditedEvent.class::isInstance)
                    .extracting(event -> ((AuditedEvent) event).what())
                    .contains("engine.challenges", "engine.promoted", "engine.rolled-back");
        }
    }

    @Test
    void everyNodeChangesTheEngineAtTheSamePlace() {
        try (LogBed bed = new LogBed(LEARNING);
                LogBed other = new LogBed(bed.dataSource(), LEARNING)) {
            answers(bed, 120, 1);
            bed.bean(Engines.class).challenge("steady", "ada");
            bed.bean(Engines.class).promote("ada");
            answers(bed, 40, 2);
            other.bean(Models.class).catchUp();

            assertThat(other.bean(Engines.class).champion().key()).isEqualTo("steady");
            assertThat(other.bean(Models.class).fingerprint())
                    .isEqualTo(bed.bean(Models.class).fingerprint());
            // A node that comes up later, without a copy.
            bed.jdbc().update("DELETE FROM learning_snapshot");
            try (LogBed late = new LogBed(bed.dataSource(), LEARNING)) {
                assertThat(late.bean(Models.class).fingerprint())
                        .isEqualTo(bed.bean(Models.class).fingerprint());
                assertThat(score(late.bean(Models.class).at(60)))
                        .isEqualTo(score(bed.bean(Models.class).at(60)));
            }
        }
    }

    @Test
    void theChallengerScoresEveryDecisionAndLearnsTheSameAnswers() {
        try (LogBed bed = new LogBed(LEARNING)) {
            answers(bed, 400, 1);
            Engines engines = bed.bean(Engines.class);
            Shadow shadow = bed.bean(Shadow.class);
            assertThat(shadow.watches()).isFalse();
            engines.challenge("brisk", "ada");
            assertThat(shadow.watches()).isTrue();
            await(() -> rival(engines).behind() == 0);
            Roster roster = roster();
            for (int i = 0; i < 50; i++) {
                shadow.judge(new Ballot(
                        roster,
                        situation(new Random(i)),
                        new int[] {0, 1},
                        new double[] {0.9, 0.001},
                        new double[] {1, 5},
                        new double[] {0, 0}));
            }
            await(() -> rival(engines).shadow().decisions() == 50);

            Contest.Rival rival = rival(engines);
            assertThat(rival.shadow().otherFirst()).isEqualTo(50);
            assertThat(rival.shadow().moved()).isBetween(0.2, 0.9);
            assertThat(rival.health().responses())
                    .isEqualTo(engines.contest().championHealth().responses())
                    .isEqualTo(400);
            assertThat(rival.health().logLoss())
                    .isNotEqualTo(engines.contest().championHealth().logLoss());

            engines.withdraw("ada");
            assertThat(engines.contest().challenger()).isNull();
            assertThat(shadow.watches()).isFalse();
        }
    }

    @Test
    void whatCannotBeIsRefused() {
        try (LogBed bed = new LogBed(LEARNING)) {
            Engines engines = bed.bean(Engines.class);
            assertThatThrownBy(() -> engines.challenge("magic", "ada")).isInstanceOf(InvalidException.class);
            assertThatThrownBy(() -> engines.challenge("standard", "ada")).isInstanceOf(InvalidException.class);
            assertThatThrownBy(() -> engines.promote("ada")).isInstanceOf(ConflictException.class);
            assertThatThrownBy(() -> engines.rollBack("ada")).isInstanceOf(ConflictException.class);
        }
    }

    @Test
    void whatAnEngineOfAnotherVersionScoredIsNotRepeated() {
        try (LogBed bed = new LogBed(LEARNING)) {
            answers(bed, 20, 1);
            bed.jdbc().update("UPDATE learning_champion SET format = 1");
            try (LogBed next = new LogBed(bed.dataSource(), LEARNING)) {
                Models models = next.bean(Models.class);
                assertThatThrownBy(() -> score(models.at(10)))
                        .isInstanceOf(ConflictException.class)
                        .hasMessageContaining("earlier version");
                assertThat(models.position()).isEqualTo(21); // the new version took a place of its own
                assertThat(score(models.at(21))).isEqualTo(score(models));
            }
        }
    }

    private static Contest.Rival rival(Engines engines) {
        Contest.Rival rival = engines.contest().challenger();
        assertThat(rival).isNotNull();
        return java.util.Objects.requireNonNull(rival);
    }

    private static String learnedBy(LogBed bed, String variant) {
        LearningEngine engine =
                new LearningEngine(EngineVariant.of(variant).orElseThrow().settings());
        bed.history()
                .log(0, 10_000)
                .forEach(entry -> engine.learn(
                        PATH, entry.startingPropensity(), entry.situation(), entry.outcome() == Outcome.ACCEPTED, 1));
        return engine.sha256();
    }

    private static double score(PropensityModel model) {
        Scores scores = new Scores();
        model.score(roster(), situation(new Random(77)), new int[] {0}, 1, scores);
        return scores.propensity(0);
    }

    private static Roster roster() {
        return new Roster(List.of(PATH, new ModelPath("sales", "cards", "credit-card")), new double[] {0.3, 0.3});
    }

    private static Map<String, Object> situation(Random random) {
        return Map.of("balance", random.nextInt(900), "job", "job" + random.nextInt(4));
    }

    private static void answers(LogBed bed, int count, long seed) {
        Random random = new Random(seed);
        List<ImportedAnswer> past = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            DecisionRecord decision =
                    LogBed.decision(CustomerId.next(), Instant.now(), "import", situation(random), DEPOSIT);
            Outcome outcome = random.nextInt(3) == 0 ? Outcome.ACCEPTED : Outcome.DECLINED;
            past.add(new ImportedAnswer(decision.id().toString(), decision, outcome, Instant.now()));
        }
        bed.history().importAnswers(past);
    }

    private static void await(BooleanSupplier condition) {
        long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("waited too long").isLessThan(end);
            LockSupport.parkNanos(10_000_000);
        }
    }
}
