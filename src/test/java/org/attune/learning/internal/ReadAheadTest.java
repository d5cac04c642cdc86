package org.attune.learning.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.AbstractMap;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.attune.history.LoggedAnswer;
import org.attune.kernel.Outcome;
import org.attune.learning.engine.EngineSettings;
import org.attune.learning.engine.LearningEngine;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Answers that are read by one thread and learned by another teach what they teach one by one. */
@Timeout(60)
class ReadAheadTest {
    private static final int MANY = 3_000;

    @Test
    void readAheadOrOneByOneTheModelsAndTheirFingerprintAreTheSame() {
        List<LoggedAnswer> answers = answers();
        LearningEngine ahead = new LearningEngine(EngineSettings.defaults());
        LearningEngine single = new LearningEngine(EngineSettings.defaults());

        long dataAhead = new ReadAhead(ahead).learn(answers, 1);
        ReadAhead one = new ReadAhead(single);
        long dataSingle = 1;
        for (LoggedAnswer answer : answers) {
            dataSingle = one.learn(List.of(answer), dataSingle);
        }

        assertThat(ahead.learned()).as("all but those refused").isEqualTo(MANY - MANY / 100);
        assertThat(ahead.sha256()).isEqualTo(single.sha256());
        assertThat(dataAhead).isEqualTo(dataSingle).isNotEqualTo(1);
    }

    @Test
    void onesThatAreTakenBackAreNotRead() {
        List<LoggedAnswer> answers = answers();
        LearningEngine all = new LearningEngine(EngineSettings.defaults());
        LearningEngine without = new LearningEngine(EngineSettings.defaults());

        Lessons.learn(new ReadAhead(all), answers, Set.of(7L, 1_000L), 1);
        List<LoggedAnswer> others = answers.stream()
                .filter(each -> each.position() != 7 && each.position() != 1_000)
                .toList();
        Lessons.learn(new ReadAhead(without), others, Set.of(), 1);

        assertThat(all.sha256()).isEqualTo(without.sha256());
    }

    @Test
    void aReaderThatFailsIsHeardAndNobodyWaitsForIt() {
        List<LoggedAnswer> answers = new ArrayList<>(answers());
        answers.set(MANY / 2, answer(MANY / 2 + 1, new Unreadable()));
        LearningEngine engine = new LearningEngine(EngineSettings.defaults());

        assertThatThrownBy(() -> new ReadAhead(engine).learn(answers, 1))
                .isInstanceOf(UnsupportedOperationException.class);

        assertThat(engine.learned())
                .as("whole blocks of 16 before it, without those refused")
                .isEqualTo(93 * 16 - 14);
    }

    /** Facts that nobody can read. */
    private static final class Unreadable extends AbstractMap<String, Object> {
        @Override
        public Set<Entry<String, Object>> entrySet() {
            throw new UnsupportedOperationException("planned by the test");
        }
    }

    /** New facts, new categories and bins that are cut all the time; every hundredth is refused. */
    private static List<LoggedAnswer> answers() {
        Random random = new Random(3);
        List<LoggedAnswer> answers = new ArrayList<>();
        for (int i = 1; i <= MANY; i++) {
            Map<String, Object> situation = new HashMap<>();
            for (int f = 0; f < 2 + i / 300; f++) {
                situation.put("number_" + f, random.nextGaussian());
                situation.put("text_" + f, "t" + random.nextInt(2 + i / 100));
            }
            if (i % 100 == 0) {
                situation.put("list", List.of());
            }
            answers.add(answer(i, situation));
        }
        return answers;
    }

    private static LoggedAnswer answer(int position, Map<String, Object> situation) {
        return new LoggedAnswer(
                position,
                0,
                "action-" + position % 7,
                "sales",
                "group-" + position % 2,
                0.3,
                position % 3 == 0 ? Outcome.ACCEPTED : Outcome.DECLINED,
                situation);
    }
}
