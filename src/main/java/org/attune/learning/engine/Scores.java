package org.attune.learning.engine;

import org.jspecify.annotations.Nullable;

/**
 * What the models believe about the candidates of one decision, by their number in the roster; and the scratch space for
 * working that out. Make one per thread and use it again for every decision: after the first few nothing is allocated any
 * more. What stands under a number that was not a candidate last time means nothing.
 */
public final class Scores {

    double[] propensity = {};
    double[] logit = {};
    double[] variance = {};
    long[] evidence = {};
    long[] settled = {};
    double thompson;

    /** Own score and its variance: by slot, or by place among the candidates. */
    double[] own = {};

    double[] spread = {};

    /** Of the shared levels, per expert: scores. */
    double[] levels = {};

    /** Per family the shared levels' scores, and after them the variances an only child explores. */
    double[] shared = {};

    private int[] sharedRound = {};
    private int round;
    private @Nullable Encoded encoded;

    /** Probability that the customer accepts if the action is proposed, 0 to 1 exclusive: the posterior mean. */
    public double propensity(int index) {
        return propensity[index];
    }

    /** Log-odds of the propensity. */
    public double logit(int index) {
        return logit[index];
    }

    /** Variance, on the logit scale, of the part that exploration may sample: what is learned about the action alone, or of the lowest level above an only child. */
    public double variance(int index) {
        return variance[index];
    }

    /** Answers the action's model has learned from, 0 for a new action. */
    public long evidence(int index) {
        return evidence[index];
    }

    /**
     * Answers by which exploration may take the action's model for settled: {@link #evidence}, or a part of it for an action
     * that came when the others had long been known.
     */
    public long settled(int index) {
        return settled[index];
    }

    /** All but that for one action; allocates. */
    public Prediction prediction(int index) {
        return new Prediction(propensity[index], logit[index], variance[index], evidence[index]);
    }

    /**
     * Draws a propensity from the belief about the explored part, see {@link LearningEngine#sample}.
     *
     * @param seed derived from the decision and the action; the same seed draws the same number
     */
    public double sample(int index, long seed) {
        return Numbers.sample(logit[index], variance[index], thompson, seed);
    }

    /** Makes room. */
    void begin(int roster, int families, int slots, int levelSums, int width) {
        if (propensity.length < roster) {
            propensity = new double[roster];
            logit = new double[roster];
            variance = new double[roster];
            evidence = new long[roster];
            settled = new long[roster];
        }
        int sums = Math.max(roster, slots);
        if (own.length < sums) {
            own = new double[sums + sums / 2];
            spread = new double[sums + sums / 2];
        }
        if (levels.length < levelSums) {
            levels = new double[levelSums];
        }
        if (sharedRound.length < families) {
            sharedRound = new int[families];
            round = 0;
        }
        if (shared.length < families * width) {
            shared = new double[families * width];
        }
        round++;
    }

    /** Whether a family is met for the first time in this decision. */
    boolean first(int family) {
        boolean first = sharedRound[family] != round;
        sharedRound[family] = round;
        return first;
    }

    /** The situation, in a place that is used again. */
    Encoded encoded(LearningEngine engine) {
        Encoded kept = encoded;
        if (kept == null || !kept.madeBy(engine)) {
            kept = engine.emptySituation();
            encoded = kept;
        }
        return kept;
    }
}
