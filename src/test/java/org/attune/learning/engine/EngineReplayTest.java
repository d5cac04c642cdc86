package org.attune.learning.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.attune.learning.engine.PlantedLog.answers;
import static org.attune.learning.engine.PlantedLog.person;
import static org.attune.learning.engine.PlantedLog.taught;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The model is a pure function of the log. */
class EngineReplayTest {

    private static final int GOLDEN_ANSWERS = 60;

    @Test
    void sameLogSameBytes() {
        assertThat(taught(answers(1500)).toBytes())
                .isEqualTo(taught(answers(1500)).toBytes());
    }

    @Test
    void anotherOrderOfTheLogIsAnotherModel() {
        List<PlantedLog.Answer> reversed = new ArrayList<>(answers(500));
        Collections.reverse(reversed);

        assertThat(taught(reversed).sha256()).isNotEqualTo(taught(answers(500)).sha256());
    }

    @Test
    void theOrderOfFactsInASituationDoesNotMatter() {
        LearningEngine backwards = new LearningEngine(EngineSettings.defaults());
        for (PlantedLog.Answer a : answers(500)) {
            List<String> names = new ArrayList<>(a.situation().keySet());
            names.sort(Collections.reverseOrder());
            Map<String, Object> situation = new LinkedHashMap<>();
            names.forEach(name -> situation.put(name, a.situation().get(name)));
            backwards.learn(a.path(), a.starting(), situation, a.accepted(), 1);
        }

        assertThat(backwards.sha256()).isEqualTo(taught(answers(500)).sha256());
    }

    @Test
    void snapshotPlusTailEqualsFullReplay() {
        List<PlantedLog.Answer> log = answers(1200);
        byte[] full = taught(log).toBytes();

        for (int cut : new int[] {0, 1, 29, 30, 31, 500, 1200}) {
            LearningEngine restored =
                    LearningEngine.fromBytes(taught(log.subList(0, cut)).toBytes());
            log.subList(cut, log.size()).forEach(answer -> answer.teach(restored));
            assertThat(restored.toBytes()).as("cut at " + cut).isEqualTo(full);
        }
    }

    @Test
    void predictingAndExplainingLeaveNoTrace() {
        LearningEngine engine = taught(answers(300));
        String before = engine.sha256();

        engine.predict(PlantedLog.FUND, 0.3, engine.encode(person("castle", 99)));
        engine.predict(new ModelPath("a", "b", "c"), 0.3, engine.encode(Map.of("new", "fact")));
        engine.explain(PlantedLog.FUND, 0.3, person("owner", 2));

        assertThat(engine.sha256()).isEqualTo(before);
    }

    /** Run with -Dattune.golden.write=true to write the golden file anew for a new version of the format. */
    @Test
    void theStoredFormatStandsStill() throws IOException {
        if (Boolean.getBoolean("attune.golden.write")) {
            java.nio.file.Files.write(
                    java.nio.file.Path.of("src/test/resources/org/attune/learning/engine/golden-v9.bin"),
                    goldenEngine().toBytes());
        }
        byte[] golden;
        try (InputStream in = getClass().getResourceAsStream("golden-v9.bin")) {
            assertThat(in).as("golden file").isNotNull();
            golden = in.readAllBytes();
        }

        LearningEngine stored = LearningEngine.fromBytes(golden);

        assertThat(stored.learned()).isEqualTo(GOLDEN_ANSWERS);
        assertThat(stored.toBytes()).isEqualTo(golden);
        assertThat(goldenEngine().toBytes())
                .as("the same answers still give the same model")
                .isEqualTo(golden);
    }

    @Test
    void aModelOfAnOlderFormatIsRefusedAndTheLogReplayed() throws IOException {
        byte[] old;
        try (InputStream in = getClass().getResourceAsStream("golden-v8.bin")) {
            old = in.readAllBytes();
        }
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LearningEngine.fromBytes(old))
                .withMessageContaining("format 8")
                .withMessageContaining("reads 9");
    }

    @Test
    void whatIsNoModelIsRefusedInPlainWords() {
        byte[] good = goldenEngine().toBytes();
        byte[] damaged = good.clone();
        damaged[damaged.length / 2] ^= 1;
        byte[] newer = good.clone();
        newer[7] = 99;
        byte[] cut = java.util.Arrays.copyOf(good, good.length / 2);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> LearningEngine.fromBytes(new byte[3]))
                .withMessageContaining("not a stored learning engine");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LearningEngine.fromBytes(new byte[100]))
                .withMessageContaining("not a stored learning engine");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LearningEngine.fromBytes(damaged))
                .withMessageContaining("damaged");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LearningEngine.fromBytes(cut))
                .withMessageContaining("damaged");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LearningEngine.fromBytes(newer))
                .withMessageContaining("format 99");
    }

    /** Settings of its own, so that tuning the product's defaults leaves the golden file alone. */
    static LearningEngine goldenEngine() {
        EngineSettings settings = new EngineSettings(
                List.of(
                        new EngineSettings.Expert(EngineSettings.Encoding.LINEAR, 0.05, 0),
                        new EngineSettings.Expert(EngineSettings.Encoding.LINEAR, 0.05, 0, 0, 0.1),
                        new EngineSettings.Expert(EngineSettings.Encoding.BOTH, 0.02, 1e-3, 0.01, 0),
                        new EngineSettings.Expert(EngineSettings.Encoding.BINNED, 0.05, 1e-3, 0, 0.1)),
                0.3,
                2,
                1e-3,
                1,
                0.01,
                1e-3,
                50,
                0.5,
                4,
                10,
                3,
                10);
        LearningEngine engine = new LearningEngine(settings);
        answers(GOLDEN_ANSWERS).forEach(answer -> answer.teach(engine));
        return engine;
    }
}
