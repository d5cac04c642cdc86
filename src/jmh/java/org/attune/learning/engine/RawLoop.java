package org.attune.learning.engine;

import java.util.Arrays;
import java.util.Map;

/** The least a score can cost: sums of products over the engine's own arrays, written by hand, and nothing else. */
public final class RawLoop {

    private final LearningEngine engine;
    private final Encoded situation;
    private final Rows mean;
    private final Rows spread;
    private final double[] sums;
    private final double[] variances;

    /** @param actions columns that are summed */
    public RawLoop(LearningEngine engine, Map<String, Object> example, int actions) {
        this.engine = engine;
        situation = engine.encode(example);
        mean = engine.mixed().means();
        spread = engine.mixed().spreads();
        sums = new double[actions];
        variances = new double[actions];
    }

    /** Reads a situation into features and values. */
    public void encode(Map<String, Object> facts) {
        engine.encode(facts, situation);
    }

    /** Features of a situation. */
    public int features() {
        return situation.size;
    }

    /** A mean per action. */
    public double means() {
        Arrays.fill(sums, 0);
        for (int i = 0; i < situation.size; i++) {
            double[] row = mean.row(situation.feature[i]);
            double value = situation.value[i];
            for (int action = 0; action < sums.length; action++) {
                sums[action] += row[action] * value;
            }
        }
        return sums[0];
    }

    /** A mean and a variance per action, which is what a score needs. */
    public double meansAndVariances() {
        Arrays.fill(variances, 0);
        for (int i = 0; i < situation.size; i++) {
            double[] row = spread.row(situation.feature[i]);
            double square = situation.square[i];
            for (int action = 0; action < variances.length; action++) {
                variances[action] += row[action] * square;
            }
        }
        return means() + variances[0];
    }
}
