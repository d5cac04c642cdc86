package org.attune.learning.engine;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Invented answers with known preferences: owners like the deposit, frequent travellers the roaming pass. */
final class PlantedLog {

    static final ModelPath DEPOSIT = new ModelPath("sales", "savings", "term-deposit");
    static final ModelPath FUND = new ModelPath("sales", "savings", "fund");
    static final ModelPath ROAMING = new ModelPath("service", "travel", "roaming-pass");

    record Answer(ModelPath path, double starting, Map<String, Object> situation, boolean accepted) {
        void teach(LearningEngine engine) {
            engine.learn(path, starting, situation, accepted, 1);
        }
    }

    private PlantedLog() {}

    /** The same answers for the same number, on every machine. */
    static List<Answer> answers(int count) {
        List<Answer> answers = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            boolean owner = draw(i, 1) < 0.5;
            double trips = Math.floor(10 * draw(i, 2));
            Map<String, Object> situation = new HashMap<>();
            situation.put("housing", owner ? "owner" : "tenant");
            situation.put("context.reason", draw(i, 3) < 0.3 ? "billing" : "travel");
            situation.put("online", draw(i, 4) < 0.6);
            if (draw(i, 5) < 0.8) {
                situation.put("trips", trips);
            }
            double of = draw(i, 6);
            ModelPath path = of < 0.5 ? DEPOSIT : of < 0.7 ? FUND : ROAMING;
            double p = path == ROAMING ? (trips >= 6 ? 0.7 : 0.1) : (owner ? 0.6 : 0.1);
            answers.add(new Answer(path, 0.3, situation, draw(i, 7) < p));
        }
        return answers;
    }

    static LearningEngine taught(List<Answer> answers) {
        LearningEngine engine = new LearningEngine(EngineSettings.defaults());
        answers.forEach(answer -> answer.teach(engine));
        return engine;
    }

    static Map<String, Object> person(String housing, double trips) {
        Map<String, Object> situation = new LinkedHashMap<>();
        situation.put("housing", housing);
        situation.put("trips", trips);
        situation.put("online", true);
        situation.put("context.reason", "travel");
        return situation;
    }

    private static double draw(int row, int what) {
        double x = StrictMath.sin(row * 12.9898 + what * 78.233) * 43758.5453;
        return x - Math.floor(x);
    }
}
