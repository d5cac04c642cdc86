package org.attune.learning.engine;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is believed about all actions together beyond one independent weight per feature: joint beliefs, and pairs. They
 * are learned where every answer counts, and cost a decision the same however many actions it has.
 */
final class GlobalBeliefs {

    /** By expert; null where it believes its weights to be independent. */
    private final @Nullable JointBelief[] joint;

    private final PairBeliefs pairs;

    GlobalBeliefs(EngineSettings settings, Features known) {
        List<EngineSettings.Expert> experts = settings.experts();
        joint = new JointBelief[experts.size()];
        for (int e = 0; e < joint.length; e++) {
            if (experts.get(e).joint() > 0) {
                joint[e] = new JointBelief(experts.get(e), settings.globalIntercept(), known);
            }
        }
        pairs = new PairBeliefs(experts);
    }

    /** Adds to the experts' scores, from a place on. */
    void addScores(Encoded x, double[] scores, int at) {
        for (int e = 0; e < joint.length; e++) {
            JointBelief belief = joint[e];
            if (belief != null) {
                scores[at + e] += belief.score(x);
            }
        }
        pairs.addScores(x, scores, at);
    }

    /** Adds to the variances of the experts' scores, from a place on. */
    void addVariances(Encoded x, double[] variances, int at) {
        for (int e = 0; e < joint.length; e++) {
            JointBelief belief = joint[e];
            if (belief != null) {
                variances[at + e] += belief.variance(x);
            }
        }
        pairs.addVariances(x, variances, at);
    }

    /** Begins a lesson: adds to the variances of the experts' scores. */
    void prepare(Encoded x) {
        for (int e = 0; e < joint.length; e++) {
            JointBelief belief = joint[e];
            if (belief != null) {
                x.variance[e] += belief.prepare(x);
            }
        }
        pairs.addVariances(x, x.variance, 0);
    }

    /** Learns from the answer that was prepared. */
    void learn(Encoded x) {
        for (int e = 0; e < joint.length; e++) {
            JointBelief belief = joint[e];
            if (belief != null) {
                belief.learn(x.gain[e], x.shrink[e]);
            }
        }
        pairs.learn(x);
    }

    void splitCoarse(int oldFeature, int newFeature) {
        for (JointBelief belief : joint) {
            if (belief != null) {
                belief.splitCoarse(oldFeature, newFeature);
            }
        }
    }

    /**
     * Adds, per predictor, what it contributes to the score as the experts are weighed, times a factor. A pair's part goes
     * to its two predictors in halves: their Shapley values.
     */
    void contribute(Encoded x, double[] weight, double times, double[] sum) {
        for (int e = 0; e < joint.length; e++) {
            JointBelief belief = joint[e];
            if (belief != null) {
                double factor = times * weight[e];
                for (int i = 0; i < x.size; i++) {
                    if (x.predictor[i] >= 0) {
                        sum[x.predictor[i]] += factor * belief.part(x, i);
                    }
                }
                for (int i = 0; i < x.coarseSize; i++) {
                    sum[x.coarsePredictor[i]] += factor * belief.coarsePart(x, i);
                }
            }
        }
        for (int i = 0; i < x.pairs; i++) {
            double half = times * pairs.part(x, i, weight) / 2;
            sum[x.pairFirst[i]] += half;
            sum[x.pairSecond[i]] += half;
        }
    }

    void write(DataOutput out) throws IOException {
        for (JointBelief belief : joint) {
            if (belief != null) {
                belief.write(out);
            }
        }
        pairs.write(out);
    }

    void readFrom(DataInput in) throws IOException {
        for (JointBelief belief : joint) {
            if (belief != null) {
                belief.readFrom(in);
            }
        }
        pairs.readFrom(in);
    }
}
