package org.attune.learning.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.attune.learning.engine.PlantedLog.answers;
import static org.attune.learning.engine.PlantedLog.taught;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Scoring a whole catalog at once is scoring each action by itself, only faster. */
class CatalogScoringTest {

    private static final int ACTIONS = 120;
    private static final ModelPath[] PATHS = paths();
    private static final Roster ROSTER = roster();

    @Test
    void aWholeCatalogScoresToTheBitAsEachActionByItself() {
        Random random = new Random(3);
        LearningEngine engine = new LearningEngine(EngineSettings.defaults());
        Scores scores = new Scores();
        for (int round = 0; round < 60; round++) {
            for (int i = 0; i < 40; i++) {
                teach(engine, random);
            }
            compare(round % 3 == 2 ? LearningEngine.fromBytes(engine.toBytes()) : engine, random, scores);
        }
    }

    @Test
    void whatIsLearnedInARowScoresAsWhatIsLearnedOneByOne() {
        LearningEngine each = new LearningEngine(EngineSettings.defaults());
        LearningEngine row = new LearningEngine(EngineSettings.defaults());
        Random ofEach = new Random(6);
        Random ofRow = new Random(6);
        List<Lesson> lessons = Stream.generate(row::lesson).limit(100).toList();
        for (int round = 0; round < 30; round++) {
            for (int i = 0; i < 100; i++) {
                teach(each, ofEach);
            }
            for (int i = 0; i < 100; i++) {
                read(row, ofRow, lessons.get(i));
            }
            lessons.forEach(row::learn);
            row.settle();
            assertThat(row.sha256()).isEqualTo(each.sha256());
            Map<String, Object> who = situation(new Random(round));
            Scores ofOne = new Scores();
            each.score(ROSTER, who, everybody(), ACTIONS, ofOne);
            Scores ofOther = new Scores();
            row.score(ROSTER, who, everybody(), ACTIONS, ofOther);
            for (int index = 0; index < ACTIONS; index++) {
                assertThat(ofOther.prediction(index)).isEqualTo(ofOne.prediction(index));
            }
        }
    }

    @Test
    void nobodyPredictsWhatIsNotSettled() {
        LearningEngine engine = taught(answers(50));
        Map<String, Object> person = PlantedLog.person("owner", 3);
        Encoded who = engine.encode(person);
        Lesson lesson = engine.lesson();
        engine.read(PlantedLog.FUND, 0.3, person, true, 1, lesson);
        engine.learn(lesson);

        assertThatIllegalStateException().isThrownBy(() -> engine.predict(PlantedLog.FUND, 0.3, who));

        engine.settle();
        assertThat(engine.predict(PlantedLog.FUND, 0.3, engine.encode(person)).propensity())
                .isPositive();
    }

    @Test
    void anAnswerIsLearnedOnceAndARefusedOneNotAtAll() {
        LearningEngine engine = taught(answers(50));
        Map<String, Object> person = PlantedLog.person("owner", 3);
        String before = engine.sha256();
        Lesson lesson = engine.lesson();

        assertThatIllegalArgumentException()
                .isThrownBy(() -> engine.read(PlantedLog.FUND, 0.3, person, true, 0, lesson));
        assertThatIllegalStateException().isThrownBy(() -> engine.learn(lesson));
        assertThat(engine.sha256()).isEqualTo(before);

        engine.read(PlantedLog.FUND, 0.3, person, true, 1, lesson);
        engine.learn(lesson);
        assertThatIllegalStateException().isThrownBy(() -> engine.learn(lesson));
    }

    @Test
    void fewCandidatesOfManyScoreAsAll() {
        Random random = new Random(4);
        LearningEngine engine = new LearningEngine(EngineSettings.defaults());
        for (int i = 0; i < 3_000; i++) {
            teach(engine, random);
        }
        Map<String, Object> who = situation(random);
        Scores all = new Scores();
        engine.score(ROSTER, who, everybody(), ACTIONS, all);
        Scores few = new Scores();
        engine.score(ROSTER, who, new int[] {7, 119, 3}, 3, few);

        for (int index : new int[] {7, 119, 3}) {
            assertThat(few.prediction(index)).isEqualTo(all.prediction(index));
        }
    }

    @Test
    void aDrawIsTheSameFromOneActionAndFromTheCatalog() {
        LearningEngine engine = taught(answers(500));
        Roster roster = new Roster(List.of(PlantedLog.FUND, PlantedLog.DEPOSIT), new double[] {0.3, 0.3});
        Map<String, Object> who = PlantedLog.person("owner", 3);
        Scores scores = new Scores();
        engine.score(roster, who, new int[] {1}, 1, scores);

        double drawn = engine.sample(engine.predict(PlantedLog.DEPOSIT, 0.3, engine.encode(who)), 99);
        assertThat(scores.sample(1, 99)).isEqualTo(drawn).isNotEqualTo(scores.propensity(1));
    }

    @Test
    void aRosterServesAnyEngineAndSeesNewModels() {
        LearningEngine one = taught(answers(300));
        LearningEngine other = new LearningEngine(EngineSettings.defaults());
        Roster roster = new Roster(List.of(PlantedLog.FUND), new double[] {0.3});
        Map<String, Object> who = PlantedLog.person("owner", 3);
        Scores scores = new Scores();

        other.score(roster, who, new int[] {0}, 1, scores);
        assertThat(scores.evidence(0)).isZero();
        one.score(roster, who, new int[] {0}, 1, scores);
        assertThat(scores.evidence(0)).isPositive();
        other.learn(PlantedLog.FUND, 0.3, who, true, 1);
        other.score(roster, who, new int[] {0}, 1, scores);
        assertThat(scores.evidence(0)).isEqualTo(1);
    }

    @Test
    void scoringAllocatesNothing() {
        Random random = new Random(5);
        LearningEngine engine = new LearningEngine(EngineSettings.defaults());
        for (int i = 0; i < 2_000; i++) {
            teach(engine, random);
        }
        List<Map<String, Object>> people = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            people.add(situation(random));
        }
        int[] candidates = everybody();
        Scores scores = new Scores();
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long allocated = Long.MAX_VALUE;
        for (int round = 0; round < 30 && allocated > 0; round++) {
            long before = threads.getCurrentThreadAllocatedBytes();
            for (int i = 0; i < 100; i++) {
                engine.score(ROSTER, people.get(i), candidates, ACTIONS, scores);
            }
            allocated = threads.getCurrentThreadAllocatedBytes() - before;
        }
        assertThat(allocated).isZero();
    }

    @Test
    void noActionStandsTwiceInARoster() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Roster(List.of(PATHS[0], PATHS[0]), new double[] {0.1, 0.1}))
                .withMessageContaining("twice");
        assertThatIllegalArgumentException().isThrownBy(() -> new Roster(List.of(PATHS[0]), new double[] {1.1}));
    }

    private static void compare(LearningEngine engine, Random random, Scores scores) {
        Map<String, Object> who = situation(random);
        int[] candidates = everybody();
        int count = 1 + random.nextInt(ACTIONS);
        for (int i = 0; i < count; i++) {
            int other = i + random.nextInt(ACTIONS - i);
            int swapped = candidates[i];
            candidates[i] = candidates[other];
            candidates[other] = swapped;
        }
        engine.score(ROSTER, who, candidates, count, scores);
        Encoded encoded = engine.encode(who);
        for (int k = 0; k < count; k++) {
            int index = candidates[k];
            Prediction alone = engine.predict(PATHS[index], ROSTER.startingPropensity(index), encoded);
            assertThat(bits(scores.prediction(index))).isEqualTo(bits(alone));
        }
    }

    private static List<Long> bits(Prediction p) {
        return List.of(
                Double.doubleToRawLongBits(p.propensity()),
                Double.doubleToRawLongBits(p.logit()),
                Double.doubleToRawLongBits(p.variance()),
                p.evidence());
    }

    /** The last twenty actions are never answered. */
    private static void teach(LearningEngine engine, Random random) {
        Lesson lesson = engine.lesson();
        read(engine, random, lesson);
        engine.learn(lesson);
        engine.settle();
    }

    private static void read(LearningEngine engine, Random random, Lesson into) {
        int index = random.nextInt(ACTIONS - 20);
        engine.read(
                PATHS[index],
                ROSTER.startingPropensity(index),
                situation(random),
                random.nextInt(1 + index % 5) == 0,
                1 + random.nextInt(2),
                into);
    }

    private static Map<String, Object> situation(Random random) {
        Map<String, Object> situation = new HashMap<>();
        for (int i = 0; i < 9; i++) {
            if (random.nextInt(8) > 0) {
                situation.put(
                        "p" + i,
                        switch (i % 3) {
                            case 0 -> random.nextGaussian() * 100;
                            case 1 -> "value-" + random.nextInt(6);
                            default -> random.nextBoolean();
                        });
            }
        }
        return situation;
    }

    private static int[] everybody() {
        int[] all = new int[ACTIONS];
        java.util.Arrays.setAll(all, i -> i);
        return all;
    }

    private static ModelPath[] paths() {
        ModelPath[] paths = new ModelPath[ACTIONS];
        for (int i = 0; i < ACTIONS; i++) {
            paths[i] = new ModelPath("issue-" + i % 5, "group-" + i % 13, "action-" + i);
        }
        return paths;
    }

    private static Roster roster() {
        double[] starting = new double[ACTIONS];
        for (int i = 0; i < ACTIONS; i++) {
            starting[i] = 0.05 + i / 400.0;
        }
        return new Roster(List.of(PATHS), starting);
    }
}
