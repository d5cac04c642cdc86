package org.attune.learning.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.attune.learning.Models;
import org.attune.learning.PropensityModel;
import org.attune.learning.engine.Contribution;
import org.attune.learning.engine.Encoded;
import org.attune.learning.engine.LearningEngine;
import org.attune.learning.engine.ModelPath;
import org.attune.learning.engine.Roster;
import org.attune.learning.engine.Scores;

/** One engine, while nobody teaches it. */
public record EngineView(LearningEngine engine, long position) implements PropensityModel {

    @Override
    public long score(Roster roster, Map<String, Object> situation, int[] candidates, int count, Scores out) {
        engine.score(roster, situation, candidates, count, out);
        return position;
    }

    @Override
    public List<Contribution> explain(ModelPath path, double startingPropensity, Map<String, Object> situation) {
        return engine.explain(path, startingPropensity, situation);
    }

    @Override
    public List<List<Contribution>> explain(
            List<Models.Subject> subjects, double[] logits, Map<String, Object> situation) {
        Encoded encoded = engine.encode(situation);
        List<List<Contribution>> all = new ArrayList<>(subjects.size());
        for (int i = 0; i < logits.length; i++) {
            all.add(engine.explain(subjects.get(i).path(), logits[i], situation, encoded));
        }
        return all;
    }
}
